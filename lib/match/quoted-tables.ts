import type { WordingRule } from './numeral-tables';
import { PatternSet } from './pattern-set';

/** Shapes of coinages that need nothing but quotation marks. */
export const COINAGE_RULES: readonly WordingRule[] = [
  {
    name: 'one becomes another',
    pattern:
      /^(?:[小个公农煤油粮水电气旧房散企股规民工退路城专产直渔林草村校企][一-龥]?)(?:转|改|升|进|换|变|上|下)(?:[规企水铁非饲电气林草渔居股市限新云楼户城体化人军校产学用])$/,
    example: '小升规',
    counterExample: '小朋友',
  },
  {
    name: 'all that should',
    pattern: /^应(.)尽\1$/,
    example: '应享尽享',
    counterExample: '应当尽快',
  },
  {
    name: 'at once',
    pattern: /^(?:[即免未接随凡有能][一-龥][即先必皆则就尽][一-龥]{1,2}|非[一-龥]即[一-龥])$/,
    example: '接诉即办',
    counterExample: '接电话',
  },
  {
    name: 'straight and fast',
    pattern: /^[直快秒免极][一-龥][直快即秒智易速][一-龥]$/,
    example: '直补快办',
    counterExample: '直达快车道',
  },
  {
    name: 'who does it answers',
    pattern: /^谁[一-龥]{1,3}[、，]?谁[一-龥]{2}$/,
    example: '谁制定谁负责',
    counterExample: '谁来种地',
  },
  {
    name: 'who does what',
    pattern:
      /^[省县乡村校市区企银政部局院][管建聘用办引育帮助包][省县乡村校市区企银政部局院民][管建聘用办引育帮助包]$/,
    example: '县管校聘',
    counterExample: '县城校园',
  },
  {
    name: 'first and then',
    pattern: /^先[一-龥]{1,3}[、，]?后[一-龥]{1,3}$/,
    example: '先投后股',
    counterExample: '先后顺序',
  },
  {
    name: 'compass',
    pattern: /^[东西南北][一-龥][东西南北][一-龥]$/,
    example: '东数西算',
    counterExample: '东南沿海',
  },
  {
    name: 'neither nor',
    pattern:
      /^(?:无[一-龥]不[一-龥]|不[一-龥]不[一-龥]|零[一-龥]{1,2}零[一-龥]{1,2}|全[一-龥]全[一-龥]|非[一-龥]化|去[一-龥]{1,2}化)$/,
    example: '无事不扰',
    counterExample: '不得不',
  },
  {
    name: 'done through',
    pattern:
      /^(?:跨省|跨域|全省|全市|全区|全程|省内|异地|一网|一窗|一码|全城|网上|掌上|就近)(?:通办|网办|通行|统管|协同|联办|同享|受理|共享|通享)$/,
    example: '跨省通办',
    counterExample: '跨省通行证',
  },
  {
    name: 'partners in a row',
    pattern: /^[政产学研金服用校企地院所介资才创孵科城人医教]{4,8}$/,
    example: '政产学研金服用',
    counterExample: '产学研结合',
  },
  {
    name: 'branches in a row',
    pattern: /^[数智云网链算电车能路源荷储风光氢核水火空天地海铁公港]{4,6}$/,
    example: '数智云网链',
    counterExample: '网络安全',
  },
  {
    name: 'steps in a row',
    pattern: /^(?!.*(.).*\1)[募投管退借用还留改拆增股贷债保治建育引培收运处制储输]{4}$/,
    example: '募投管退',
    counterExample: '投资管理',
  },
  {
    name: 'deeds in a row',
    pattern:
      /^(?!.*(.).*\1)[走帮带学查改防救治送解优找想促引育繁推访听评督管服建用养护教扶谈讲问思践悟察纠惩产供销储收盯抓破立融研测比赶超争创]{3,4}$/,
    example: '走帮带',
    counterExample: '走亲戚',
  },
  {
    name: 'one is made another',
    pattern: /^(?:[拨补费利租瓶渡木旱客债空军盐稻]|溜索|渡口)(?:转|改)[投股税贷管电桥钢铁水货民豆租证]$/,
    example: '拨改投',
    counterExample: '军改方案',
  },
  {
    name: 'as soon as',
    pattern:
      /^(?:拿地|交房|交地|验收|竣工|完工|开工|开春|落地|报备|备案|承诺|起跑|起步|开局|签约|受理|申请|申报|扫码|入驻|拎包|出生|就诊|出院|报到|入职|入学|毕业|登记|提交|公示|退休)即[一-龥]{2}$/,
    example: '交房即交证',
    counterExample: '强权即公理',
  },
  {
    name: 'handled in such a way',
    pattern:
      /^(?:马上|网上|就近|一次|掌上|自助|主动|打包|提速|全省|全国|全市|全域|跨省|跨域|跨市|异地|一窗|一网|一站|免证|容缺|帮代|指尖|极简|上门|延时|预约|限时|承诺|靠前|联合|集成|随时|全程|就地|一键|一证|线上|当场|即时)(?:[好智快可]?办)$/,
    example: '掌上办',
    counterExample: '组织部办',
  },
  {
    name: 'brought into a province or out of it',
    pattern:
      /^(?:[一-龥]{2}|[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔贵滇藏陕秦甘陇青宁疆][电煤气货企菜味粮车品算])[入进出][京津冀晋蒙辽吉沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔滇藏陕陇疆]$/,
    example: '引客入赣',
    counterExample: '名品出海',
  },
  {
    name: 'kept apart',
    pattern: /^[政管办网主厂事承审评罚收播][办管运资企评厂辅审缴网](?:分离|分开)$/,
    example: '管办分离',
    counterExample: '骨肉分离',
  },
  {
    name: 'less of one and more of another',
    pattern: /^(?:[减压稳退扩][一-龥][增扩保进][一-龥]|[增扩][一-龥][减压][一-龥])$/,
    example: '减油增化',
    counterExample: '降本增效',
  },
  {
    name: 'verbs and their objects in turn',
    pattern: /^(?:[增减降提稳促保扩抓强优补延调去拆改控压固育引聚建][一-龥]){3,4}$/,
    example: '减油增化提质',
    counterExample: '增强工作能力建设',
  },
  {
    name: 'one verb for two things',
    pattern: /^([增减降提稳促保扩抓强优补延治建敢愿能易多])[一-龥]\1[一-龥]$/,
    example: '增化增特',
    counterExample: '增收节支',
  },
];

export const COINAGES = new PatternSet(COINAGE_RULES.map((rule) => rule.pattern));

/** Whether a wording has one of these shapes. */
export function isCoinage(wording: string): boolean {
  return COINAGES.test(wording);
}

/** Ordinary words of these shapes. */
export const NO_COINAGE: ReadonlySet<string> = new Set([
  '东南西北',
  '东西南北',
  '东张西望',
  '东奔西走',
  '东拼西凑',
  '南来北往',
  '南腔北调',
  '南征北战',
  '不知不觉',
  '不三不四',
  '不明不白',
  '不慌不忙',
  '不屈不挠',
  '不卑不亢',
  '全心全意',
  '全家全福',
  '去中国化',
  '无所不能',
  '无所不在',
  '无微不至',
  '无恶不作',
  '无奇不有',
  '去美元化',
  '去工业化',
  '去军事化',
  '去激进化',
  '去妖魔化',
  '去风险化',
  '东海西岸',
  '东盟北美',
  '不偏不倚',
  '不离不弃',
  '公交城市',
  '以牙还牙',
  '无中生有',
  '非此即彼',
  '多才多艺',
  '多灾多难',
  '能歌能舞',
  '多种多样',
  '水天相接',
  '各取所需',
  '减员增效',
  '减量增效',
  '稳中有进',
  '稳步增长',
  '稳中求进',
  '学思想',
  '产供销',
]);

/** Endings of names: of bodies, media, prizes, events, products, people. */
export const NAMED = new PatternSet([
  /(?:论坛|小程序|平台|公司|集团|学院|大学|号|奖|节|杯|展|会|日|周|月|年|活动|计划|工程|行动|基地|中心|小镇|公园|课程|栏目|系统|协会|联盟|指数|卡|码|网|人|者|家|员|队|组织|协定|条约|法案|报告|精神|主义|事件|地|[园验范发新]区|城市|国家|公社|集体|称号|青年|干部|英雄|模范|企业|学校|医院|社区|政策|战略|产业|经济|模式|机制|制度|体系|技术|项目|产品|服务|市场|贷|险|券|楼|馆|厅|店|屋|车|船|舰)$/,
]);

/** Foreign affairs have slogans too, but not of the officials this is about. */
export const FOREIGN =
  /美国|日本|北约|欧盟|台独|港独|疆独|藏独|特朗普|拜登|乌克兰|以色列|伊斯兰|朝鲜|印太|西方|俄罗斯/;

/** Before such words a quoted wording names a thing. */
export const PRODUCT_AFTER =
  /^(?:小程序|App|APP|app|软件|公众号|微信|微博|抖音|客户端|网站|牌|号|轮|舰|艇|卫星|火箭|飞船|导弹|病毒|疫苗|台风|飓风|乐队|剧|电影|电视剧|专列|航母|圆桌|对话会|峰会|论坛|大学|学院|称号|荣誉|一书|一文|专栏|栏目|频道|节目|品牌)/;
