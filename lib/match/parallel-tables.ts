import { type ClauseRule, FRAME_CLAUSE_RULES } from './frame-clause-rules';

/** Verbs of one character that take an object of two in sayings such as 稳增长、促改革. */
const ACTING =
  '稳促调惠防保控减抢抓强兴补扩优提增降破立转治守严拓聚挖压引招鼓惩扬除明育推安织兜战拼谋抗堵打树办解暖送凝汇护';
/** Words of two characters that begin like such a verb and object and are a word of their own. */
const WORDS =
  '稳定|稳健|强度|强化|强调|强势|强烈|强国|强军|控制|控股|保障|保护|保证|保险|保持|保洁|保安(?!全)|保健|防止|防控|防守|防护|防疫(?!情)|防汛|防空|促进|促使|增加|增长|增强|增值|减少|减轻|减免|提高|提升|提供|提前|抓好|抓住|抓紧|转移|转型|转变|转化|转让|补充|补贴|补偿|补助|优化|优势|优秀|优质|优良|优先|优惠|优美|破坏|破产|破解|治疗|治安|治理|治水|治沙|调查|调研|调整|调度|调解|调节|立法|立方|优于|优异|立场|立体|立足|降低|降水|降雨|降雪|守护|守卫|严重|严格|严肃|严厉|严峻|拓展|拓宽|聚集|聚焦|聚会|压力|压实|引导|引进|引领|引擎|招商|招聘|招生|鼓励|鼓舞|惩罚|惩治|扬州|扬尘|除了|除草|明确|明显|明天|明年|明代|明清|育人|育种|育苗|育才|推动|推进|推广|推出|惠及|扩大|扩展|扩建|兴趣|兴奋|兴旺|抗凝|抗血|办证|打包|安全|安排|安装|安置|安徽|安心|安居|安宁|解决|解放|解释|解除|解读|打造|打击|打工|打通|打开|打扮|战略|战争|战斗|战士|战胜|战备|办公|办理|办法|办事|办学|树立|树木|树林|抗战|抗议|抗体|抗生|抗原|抗日|谋划|谋求|谋杀|送达|堵塞|拼搏|拼音|织密|抢险|抢修|抢救|抢占|挖掘|凝聚|凝练|凝固|凝视|凝神|汇聚|汇报|汇集|汇率|汇总|汇款|汇入|汇编|汇流|护士|护理|护航|护照|护送|护林|护卫|护栏|护岸|护城|护肤|护坡|护眼|护工';
/** Endings of names for people, places and measures: clauses that end so list things. */
const THINGS =
  '(?:(?<!消)费|(?<!市)场|(?<!楼)市|[者员家性度感税厅局处所院校站点厂区县省州乡镇村街路河江湖海山岛机车船品类级版]|(?<!转)型|(?<!表)率)';

/** More verbs of one character, which make a saying of three clauses but are too common for two. */
const DOING_THRICE =
  '克迎出求讲重善做闯争创攻冲带懂干察试测探想作走见定拿选培盯比改上学早挑跑看赏享添利爱会用';
/** Words of two characters that begin like these. */
const DOING_WORDS =
  '克服|克隆|克制|迎接|迎来|迎宾|迎春|出口|出租|出版|出生|出现|出行|出台|出院|出境|出入|出席|出资|出厂|出品|出游|出海|出色|出血|求职|求助|求学|求救|讲话|讲师|讲座|讲解|讲述|讲好|重庆|重点|重大|重要|重新|重型|重症|重组|重建|重视|重度|重金|重污|重残|善于|善款|善意|善良|做法|做好|做到|做大|做强|做实|做优|争取|争议|争端|争创|争优|创新|创业|创造|创作|创建|创意|创伤|创设|攻击|攻坚|攻克|攻关|攻防|冲击|冲突|冲锋|冲积|带动|带来|带头|带领|带有|懂得|干部|干旱|干扰|干净|干预|干线|干货|干果|干事|干警|察看|察觉|试点|试验|试行|试图|试卷|试飞|试运|测试|测算|测量|测评|测绘|探索|探讨|探测|探亲|探险|探访|探月|探究|想象|想法|想要|作用|作业|作风|作物|作品|作者|作为|作战|作坊|作家|作曲|走访|走私|走廊|走进|走向|走势|走出|走上|见面|见证|见识|见义|见习|定期|定点|定向|定位|定制|定价|定额|定量|定居|定西|定州|拿到|选举|选手|选拔|选择|选派|选址|选题|选育|选取|选票|选区|培训|培养|培育|培植|培优|盯住|盯紧|比赛|比例|比如|比利|比较|比重|改革|改善|改造|改进|改建|改变|改扩|改制|改良|改装|改编|改正|上海|上市|上级|上述|上交|上山|上网|上半|上游|上下|上年|上周|上午|上饶|上涨|上升|上线|学校|学生|学习|学术|学院|学者|学前|学历|学科|学龄|学位|学会|学风|学费|早稻|早期|早餐|早日|早晚|早已|早晨|早在|早上|挑战|挑选|跑步|跑道|看见|看到|看法|看守|看待|看望|看护|看好|看台|添加|添置|利用|利益|利润|利率|利好|利息|利比|利剑|爱国|爱好|爱护|爱情|爱人|爱心|爱尔|爱沙|爱岗|会议|会员|会计|会谈|会见|会展|会场|会上|会后|会同|会商|会长|会费|会晤|会师|会战|会诊|会址|会馆|用户|用地|用水|用电|用气|用能|用于|用工|用途|用品|用药|用餐|用车|用房|用海|用林|用材|用粮|用油|用作|用来|享受|享有|享誉|享年|赏析|赏识';

/** Words of two characters that say how well a thing is (政治坚定、业务精湛). */
const STATES =
  '坚定|精湛|高尚|合理|过硬|优良|精良|优秀|显著|完善|健全|先进|充足|充实|有力|有序|规范|高效|可靠|鲜明|突出|完备|严明|严密|顺畅|通畅|便捷|清正|严谨|扎实|牢固|稳固|稳定|和谐|优美|文明|繁荣|富裕|富强|良好|协调|公正|透明|到位|得力|配套|齐全|清廉|廉洁|清晰|明确|适度';

export const CLAUSE_RULES: readonly ClauseRule[] = [
  {
    name: 'the same verb thrice',
    clause: new RegExp(
      `^(?!${WORDS}|${DOING_WORDS})[稳促保扩降减护惠补带讲懂创抓上比盯早学改][\\u4e00-\\u9fff]{2}$`,
    ),
    leastClauses: 3,
    goesOn: true,
    sameOpening: 1,
    example: '稳主体、稳楼市、稳外贸',
    counterExample: '稳定性、稳健性、稳固性',
  },
  {
    name: 'three verbs and objects',
    clause: new RegExp(
      `^(?!${WORDS}|${DOING_WORDS})[${ACTING}${DOING_THRICE}敢](?!.*${THINGS}$)[\\u4e00-\\u9fff]{2}$`,
    ),
    leastClauses: 3,
    goesOn: true,
    example: '讲科学、重实干、敢担当',
    counterExample: '重庆人、重点县、出口量',
  },
  ...FRAME_CLAUSE_RULES,
  {
    name: 'verb and object',
    clause: new RegExp(`^(?!${WORDS})[${ACTING}](?!.*${THINGS}$)[\\u4e00-\\u9fff]{2}$`),
    leastClauses: 2,
    goesOn: true,
    example: '控增量、减存量',
    counterExample: '稳定性、保障性',
  },
  {
    name: 'fair land',
    clause: /^[天地山水河湖海溪岸岛滩村路街城院屋景林田草花灯][清绿蓝美畅净洁亮碧青秀]$/,
    leastClauses: 3,
    goesOn: true,
    example: '河畅、水清、岸绿',
    counterExample: '河流、水文、岸线',
  },
  {
    name: 'all that should',
    clause: /^应(?:当|该)?(.)尽\1$/,
    leastClauses: 2,
    goesOn: true,
    example: '应收尽收、应治尽治',
    counterExample: '应当尽快、应急尽早',
  },
  {
    name: 'as far as can be',
    clause: /^能(.)[则就尽]\1$/,
    leastClauses: 2,
    goesOn: false,
    example: '能早则早、能快则快',
    counterExample: '能源则贵、能力则强',
  },
  {
    name: 'not one',
    clause: /^[不零][漏落留少缺让掉].?一.$/,
    leastClauses: 2,
    goesOn: false,
    example: '不漏一户、不落一人',
    counterExample: '不少一部、不同一人',
  },
  {
    name: 'three times not',
    clause: /^(?!不同|不良|不断|不少|不足|不仅|不明|不法|不锈)不[一-龥]{2,3}$/,
    leastClauses: 3,
    goesOn: false,
    example: '不麻痹、不厌战、不松劲',
    counterExample: '不同地、不同人、不同事',
  },
  {
    name: 'three times truly',
    clause: /^[真敢][一-龥]{2}$/,
    leastClauses: 3,
    goesOn: false,
    example: '真重视、真关心、真支持',
    counterExample: '真诚服务、敢于担当',
  },
  {
    name: 'the same opening thrice',
    clause:
      /^(?:统一|带头|敢于|善于|勇于|主动|精准|自我|凝聚|以案|以文|以学|以评|以德|以赛|尊重|大抓|依法|学史|真心|用心|率先|严防|严控)[一-龥]{2}$/,
    leastClauses: 3,
    goesOn: false,
    sameOpening: 2,
    example: '统一指挥、统一协调、统一调度',
    counterExample: '统计数据、带头人、主动脉',
  },
  {
    name: 'each and every',
    clause: /^([条件事人处时村户层环项月周])\1[要有能无皆都][一-龥]{1,2}$/,
    leastClauses: 2,
    goesOn: false,
    example: '事事有回音、件件有着落',
    counterExample: '事事有时、件件工作',
  },
  {
    name: 'duty to the end',
    clause: /^守[土责][有尽负担][一-龥]$/,
    leastClauses: 2,
    goesOn: false,
    example: '守土有责、守土尽责',
    counterExample: '守土戍边、守土卫国',
  },
  {
    name: 'good and able',
    clause: /^(?:[一-龥]{2}[强精正硬严纯廉好高优稳实]|[懂会善能敢肯][一-龥]{2})$/,
    first: /[强精正硬严纯廉好高优稳实]$/,
    leastClauses: 3,
    goesOn: false,
    example: '政治强、业务精、作风正、懂管理',
    counterExample: '水果店、善后组、新生代',
  },
  {
    name: 'sound in every respect',
    clause: new RegExp(`^[一-龥]{2}(?:${STATES})$`),
    first: /^(?:政治|信念|思想|党性|素质|作风|业务|行为|对党)/,
    leastClauses: 3,
    goesOn: false,
    example: '政治坚定、业务精湛、作风优良',
    counterExample: '水位稳定、气温上升、道路结冰',
  },
  {
    name: 'with one hand and the other',
    clause: /^一手抓[一-龥]{2,6}$/,
    leastClauses: 2,
    goesOn: false,
    example: '一手抓建设、一手抓管护',
    counterExample: '一手抓住了、一手好牌',
  },
  {
    name: 'into every place',
    clause: /^进(?!行|入|口|一|程|展|出|步|度|城务|场时|而)[一-龥]{2}$/,
    leastClauses: 3,
    goesOn: false,
    example: '进学校、进社区、进企业',
    counterExample: '进行中、进入者、进口商',
  },
  {
    name: 'whoever, and early',
    clause: /^(?:谁|早(?![稻期餐日晚已晨在上市年]))[一-龥]{2}$/,
    leastClauses: 2,
    goesOn: false,
    sameOpening: 1,
    example: '谁使用、谁管护',
    counterExample: '早稻田、早餐店',
  },
];

/** Words of two characters that end in such a verb: after 加强 a clause does not begin with 强. */
export const ENDS_IN_VERB: ReadonlySet<string> = new Set(
  `保护 守护 爱护 维护 呵护 看护 监护 医护 救护 防护 养护 管护 拥护 庇护 面向 导向 转向 方向 趋向 走向 流向 投向 动向 去向 意向 定向 双向 科学 大学 小学 中学 教学 数学 哲学 文学 入学 开学 化学 留学 办学 医学 同学 力学 联学 整改 土改 修改 技改 房改 涂改 篡改 以上 会上 线上 网上 之上 路上 海上 向上 再上 晚上 水上 岸上 市上 同比 环比 占比 对比 相比 评比 尽早 及早 最早 更早 加强 增强 做强 富强 列强 新增 倍增 递增 猛增 激增 大增 剧增 调控 管控 防控 把控 掌控 监控 督促 敦促 催促 仓促 整治 防治 救治 综治
  法治 政治 医治 诊治 自治 突破 打破 攻破 冲破 侦破 扩建 新建 改建 搭建 组建 构建 共建 保育 培育 教育 体育 孕育 生育 吸引 牵引 指引
  演出 突出 支出 提出 输出 付出 推出 进出 杰出 作出 做出 指出 外出 要求 需求 追求 寻求 征求 请求 力求 演讲 宣讲 主讲 注重 尊重 严重 双重 多重 比重 着重 偏重 体重 载重 繁重 沉重 隆重 侧重 完善 改善 友善 慈善 竞争 战争 斗争 力争 文创 科创 纷争 欢迎 实干 骨干 苦干 若干 主干 进攻 主攻 专攻 纽带 地带 连带 一带 携带 附带 勇敢 果敢
  援引 索引 沉稳 平稳 企稳 安稳 确保 担保 医保 社保 环保 参保 投保 预防 消防 国防 人防 联防 边防 海防 布防 争抢 哄抢 强调 协调 抽调
  单调 下调 上调 失调 空调 下降 升降 骤降 评优 择优 最优 更优 从优 双创 首创 独创 开创 原创 重创 尊严 庄严 森严 坚守 看守 留守 把守
  遵守 职守 失守 建立 成立 设立 确立 树立 独立 中立 对立 创立 扭转 流转 周转 好转 运转 逆转 旋转 中转 弥补 填补 修补 候补 滴补 挤压
  打压 施压 承压 高压 血压 电压 复兴 振兴 新兴 时兴 高兴 证明 说明 表明 文明 发明 声明 黎明 鲜明 透明 光明 开拓 推拓 反扑 解除 消除 清除
  免除 废除 排除 根除 扫除 拆除 解聚 凝聚 汇聚 集聚 团聚 积聚 公招 应招 助推 力推 主推 首推 开挖 深挖 寻找 狠抓 紧抓`.split(
    /\s+/,
  ),
);

/** Three characters that begin with a verb of doing, in quotation marks (“当表率、做示范、走在前”). */
export const DOING = new RegExp(
  `^(?!${WORDS})[${ACTING}当做走遏攀冲争建](?!.*${THINGS}$)[\\u4e00-\\u9fff]{2}$`,
);

/** First characters of two clauses that answer one another. */
export const OPPOSITES: ReadonlySet<string> = new Set(
  '先后 小大 硬软 内外 上下 新老 老新 早晚 宁不 旧新'.split(' '),
);

/** Characters whose repetition binds the unequal clauses of a quoted saying: negations, modals, degree, aim. */
export const PIVOTS: ReadonlySet<string> = new Set([...'不无未应尽要敢能真更最必勿没是于好管讲有为']);

/** Quoted clauses before such words are mottoes of events and titles, not sayings of officials. */
export const MOTTO_AFTER =
  /^”?(?:的)?(?:主题[一-龥]{0,4}(?:活动|晚会|演出|展|会演|班会|巡演|教育|演讲|比赛|讲座)|为题|系列(?:活动|报道|讲座|节目|展|赛|剧)|大型|专题|主旨|征文|展览|晚会|演讲|比赛|大赛|论坛|协商|议题|座谈会|研讨会|新闻发布会|图片展|主题展|文艺|音乐会|歌咏|朗诵|直播|活动|仪式|巡演|巡展|特展|成就展|宣传片|知识竞赛|的诗句|这句|一词|一说|字样)/;
export const MOTTO_BEFORE =
  /(?:题为|名为|所谓|古语|俗语|俗话|诗句|谚语|民谣|歌词|写道|写着|挂着|高呼|喊出|呼喊|高喊|标题|题词|书写|镌刻|印有|感叹|评价|称赞|赞叹|留言)[“‘]?$/;
