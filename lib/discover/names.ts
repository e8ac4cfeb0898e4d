/** Characters that foreign names are written with; two of them make a phrase a name. */
const FOREIGN = /[斯尔亚克伊姆阿埃巴萨穆哈德拉布莱罗塔纳鲁乌图耶卡迪奥瓦普叙]/g;
/** Names of bodies, offices, places and people's functions. */
const NAME =
  /(部|局|厅|署|院|省|市|县|州|旗|(?<!家|美丽|和美|兴)乡|镇|(?<!乡|农)村|(?<!中|强|爱|建|兴|治|护|富)国|(?<!树|育|为|用|惠)人|员|(?<!增|成|河|林|链|湖|田)长|记|席|(?<!系|传|血|总)统|相|王|者|(?<!国)家|团|(?<!军)队|司|社|台|报|网|馆|站|港|口|桥|校|大学|公司|集团|委员会|办公室|协会|联合会|银行|法院|检察院|领导小组|机构|政府|党委|代表|委员|总理|主席|书记|会议|全会|全会精神|[届大]精神|书记处|论坛|峰会|大会|座谈会|开幕式|仪式|博览会|进博会|条例|办法|意见|通知|规划纲要|公报|白皮书|宣言|声明|协定|公约|奥运会|世界杯|联播|直播|报道|晚会|航天|卫星|火箭|飞船|列车|铁路|高速|公路|高铁|机场|台风|暴雨|地震|(?<!强|建|治|人民|一流)军|阵线|部队|勋章|奖章|号|谈话|准则|档案|节|派|岛|湾|舰|导弹|卫视|快评|频道|栏目|专线|工程师|运动员|选手|冠军|记录|先生|女士|将军|院士|教授|博士|医生|教师|学生|少年|儿童|老人|群众|居民|市民|村民|农民|游客|旅客|消费者|投资者|志愿者)$/;
/** Countries and their organs as the news names them: what begins so is about them. */
const ABROAD =
  /(新华社|央视|美国|日本|俄罗斯|英国|法国|德国|韩国|朝鲜|伊朗|叙利亚|乌克兰|以军|以方|美方|俄方|欧盟|联合国|非盟|东盟|欧洲|加沙|巴勒斯坦|北约)/;

const SURNAME =
  /^[习李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文栗韩尤巴万沈郝穆蔡]/;

/** 王岐山、张高丽: every clause is two or three characters that begin with a surname. */
function isRollOfPeople(text: string): boolean {
  const clauses = text.split('、');
  return clauses.length > 1 && clauses.every((c) => c.length >= 2 && c.length <= 3 && SURNAME.test(c));
}

/** Names of bodies, offices, meetings, people and countries: frequent and fixed, and no slogans. */
export function isName(text: string): boolean {
  return (
    NAME.test(text) || isRollOfPeople(text) || ABROAD.test(text) || (text.match(FOREIGN)?.length ?? 0) >= 2
  );
}
