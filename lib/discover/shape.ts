/** What a phrase looks like, apart from how often it stands where. Tables first, then the functions that read them. */

/** Chinese numerals that open a set: 四个意识, 两山, 双碳, 百千万. */
const NUMERAL = /^[一二三四五六七八九十两双百千万零\d]/;
const INNER_NUMERAL = /[一二三四五六七八九十两双]/g;
/** What is counted in sets; plain measure words (年 月 日 万元 家 名 …) are not. */
const SET_NOUN =
  /^(个|大|项|条|不|要|严|实|保|稳|期|防|位|区|城|化|零|点|好|新|手|带|路|体|心|山|学|讲|做|风|农|支|扶|补|减|高|提|转|变|创|准|清|挂|通|网|免|控|责|进|到|对|看|有|无|公|制|碳|循环)/;
const PLAIN_COUNT =
  /^(\d+|[一二三四五六七八九十两百千万]+)((年|月|日|时|分|秒|岁|名|家|人|次|号|元|万|亿|米|吨|公斤|公顷|度|天|周|季度|座|颗|架|枚|艘|辆|倍|世纪|星期|小时|分钟)(?!变局|一体|行动|计划|大计|愿景)|位$|届|条$|场$|批$|起$)/;
/** No slogan begins or ends so: particles, conjunctions, verbs of speech, pronouns, adverbs. */
const BAD_START =
  /^(的|了|在|是|和(?!平|谐|美|而)|与|及|等|对|将|把|被|从|向|于|也|都|就|又|还|并|而|但|或|这|那|其|该|各|他|她|我|你|它|们|会|可|已|更(?!快|高)|最(?!后一|大公)|很|者|所|之|着|由|因|如|使|让|给|后|时|以及|以来|以上|以下|因为|为了|为主|以色列|要求|要|表示|指出|强调|认为|据|记者|通过|进行|关于|按照|根据|围绕|坚持|推进|推动|加快|加强|实现|落实|做好|深化|促进|提高|提升|我国|我们|成为|作为|开展|构建|贯彻|切实|不断|继续|进一步|目前|今天|今年|昨天|同时|此外|中的|中国的|中国和|中国在|中国与|中国将|中国人|上的|上午|下午|位于|有关|有着|地区|国家的|国际|举行|出席|会见|全国各|新华社|央视|本台|日|年|月|共有|共同社|美国|日本|俄罗斯|英国|法国|德国|韩国|朝鲜|伊朗|叙利亚|乌克兰|以军|以方|中方|双方|美方|俄方|欧盟|联合国)/;
const BAD_END =
  /(的|了|在|(?<!求)是|和|与|及|等|对|将|把|被|从|向|以|于|也|都|就|又|还|并|而|但|或|这|那|其|该|各|他|她|们|可|已|更|最|很|得|着|(?<!需|重|紧)要|不断|进行|重要讲话|讲话精神|工作会议|进一步|表示|指出|强调|认为|要求|方面|之间|期间|以来|时期|时间|方式|情况|问题|部门|地区|单位|人员|记者|消息|坚持|推进|推动|加快|加强|实现|落实|做好|深化|促进|提高|提升|不|我|(?<!应|共)有|为|到|由)$/;
/** Characters that foreign names are written with; two of them make a phrase a name. */
const FOREIGN = /[斯尔亚克伊姆阿埃巴萨穆哈德拉布莱罗塔纳鲁乌图耶卡迪奥瓦普叙]/g;
/** Names of bodies, offices, places and people's functions. */
const NAME =
  /(部|局|厅|署|院|省|市|县|州|旗|(?<!家|美丽|和美|兴)乡|镇|(?<!乡|农)村|(?<!中|强|爱|建|兴|治|护|富)国|(?<!树|育|为|用|惠)人|员|(?<!增|成|河|林|链|湖|田)长|记|席|统|相|王|者|(?<!国)家|团|(?<!军)队|司|社|台|报|网|馆|站|港|口|桥|校|大学|公司|集团|委员会|办公室|协会|联合会|银行|法院|检察院|领导小组|机构|组织|政府|党委|代表|委员|总理|主席|书记|会议|论坛|峰会|大会|座谈会|开幕式|仪式|博览会|进博会|条例|办法|意见|通知|规划纲要|公报|白皮书|宣言|声明|协定|公约|奥运会|世界杯|联播|直播|报道|晚会|航天|卫星|火箭|飞船|列车|铁路|高速|公路|高铁|机场|台风|暴雨|地震|(?<!强|建|治|人民|一流)军|阵线|部队|勋章|奖章|号|谈话|准则|档案|节|派|岛|湾|舰|导弹|卫视|快评|频道|栏目|专线|组织|工程师|运动员|选手|冠军|记录|先生|女士|同志|将军|院士|教授|博士|医生|教师|学生|少年|儿童|老人|群众|居民|市民|村民|农民|游客|旅客|消费者|投资者|志愿者)$/;

export type Shape = 'formula' | 'numeral' | 'parallel' | 'phrase';

/** 1+1+9, 互联网+, 党建+: what every finder that strips signs discards. */
export function isFormula(text: string): boolean {
  return (
    /^\d+(\+\d+)+$/.test(text) || /^[一-龥]{2,4}\+$/.test(text) || /^\d+\+[A-Za-z一-龥\d]{1,6}$/.test(text)
  );
}

export function isNumeral(text: string): boolean {
  if (text.includes('、') || PLAIN_COUNT.test(text) || !NUMERAL.test(text)) return false;
  const rest = text.replace(/^[一二三四五六七八九十两双百千万零\d]+/, '');
  return SET_NOUN.test(rest) || (text.match(INNER_NUMERAL)?.length ?? 0) >= 2;
}

/** Clauses of equal length, or that share a character in the same place: one saying, not a list of things. */
export function isBalanced(text: string): boolean {
  const clauses = text.split('、');
  if (clauses.length < 2 || clauses.some((c) => c.length < 2 || c.length > 12)) return false;
  const lengths = new Set(clauses.map((c) => c.length));
  const anchored = [0, 1, -1].some(
    (at) => commonest(clauses.map((c) => c.at(at) ?? '')) >= Math.max(2, 0.6 * clauses.length),
  );
  if (lengths.size === 1) return anchored || (clauses[0]?.length ?? 0) >= 3;
  return lengths.size === 2 && anchored;
}

/** How often the commonest of the values stands there. */
function commonest(values: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const v of values) counts.set(v, (counts.get(v) ?? 0) + 1);
  return Math.max(...counts.values());
}

export function shapeOf(text: string): Shape {
  if (isFormula(text)) return 'formula';
  if (text.includes('、')) return 'parallel';
  return isNumeral(text) ? 'numeral' : 'phrase';
}

/** Whether a phrase can stand by itself at all, whatever its counts. */
export function canStand(text: string): boolean {
  if (/^[、+%]|、$|、、/.test(text)) return false;
  if (/^[\d%A-Za-z]+$/.test(text)) return false;
  if (text.includes('、')) return isBalanced(text);
  return isFormula(text) || !(BAD_START.test(text) || BAD_END.test(text) || PLAIN_COUNT.test(text));
}

/** Names of bodies, offices, meetings: frequent and fixed, and no slogans. */
export function isName(text: string): boolean {
  return NAME.test(text) || (text.match(FOREIGN)?.length ?? 0) >= 2;
}
