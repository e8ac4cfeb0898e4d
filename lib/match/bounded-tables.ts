/**
 * Sayings that their place shows: clauses of one length that begin and end where the sentence pauses, or that are
 * introduced or named as what should be done. What the clauses say is asked only to tell deeds from things.
 */
export interface BoundedRule {
  readonly name: string;
  readonly leastClauses: number;
  readonly mostClauses: number;
  /** Characters of a clause, from and to. */
  readonly lengths: readonly [number, number];
  /** What stands before the first clause: a pause (or nothing), words that introduce, or anything. */
  readonly before: 'pause' | 'introduction' | 'anything';
  /** What stands after the last clause: a pause (or nothing), what the clauses are called, one of both, or anything. */
  readonly after: 'pause' | 'name' | 'pause or name' | 'anything';
  /** What the clauses are called, where less will do than all of `NAMED`. */
  readonly called?: RegExp;
  /** Every clause matches. */
  readonly clause: RegExp;
  /**
   * What the clauses have in common: a frame word in one place, or one at the beginning or two characters at an end,
   * or all characters (产业生态化、生态产业化).
   */
  readonly share?: 'frame word' | 'end' | 'all';
  /** Whether commas may part the clauses too; where they do, only such rules are asked. */
  readonly commas?: true;
  /** Sentences; in the example the saying is what stands between 〔 and 〕. */
  readonly example: string;
  readonly counterExample: string;
}

/** Where a sentence pauses before a clause and after one; spaces and line ends too. */
export const PAUSES_BEFORE = '，。；：！？—';
export const PAUSES_AFTER = '，。；！？—';
/** Words that introduce a saying. */
export const INTRODUCED =
  /(?:坚持|做到|按照|本着|贯彻|执行|奉行|遵循|树立|实现|构建|形成|坚守|践行|秉持|秉承|确保|倡导|弘扬|发扬|突出|健全|完善|推进|推动|实行|落实|真正|努力|自觉|始终|要|以|一体|建设|建成|打造|营造|瞄准|把|以更高标准|切实|更加)$/;
/** The same between commas, where ordinary sentences come in pairs too: nobody speaks, is at something, or is counted. */
const ALIKE_BY_COMMAS =
  /^(?!第|从(?:中央|城市|农村|城镇|机关|[东西南北中][部方]|沿海|国内|陆地|艺术)到|[一-龥]{2}在[讲听看说唱跳吃喝玩写读笑哭跑等]|中央|中共|各|有的|有人|一边|一是|二是|一个是|一类|一头|一面|或|便|也|还|又|这|那|.*(?:[我你他她们谁]|一(.)\1|的$|[了着过]$|病例|来看))[一-龥]+$/;
/** What a saying is called. */
export const NAMED =
  /^(?:的|等)?(?:[一-龥]{0,4}?)(?:原则|要求|方针|理念|机制|格局|路子|方向|目标|思路|作风|策略|导向|平台|(?:服务|营商|良好|社会|投资|市场)环境|氛围|态势|品质|生态|政策|新篇章|共同推进|一体建设|国际关系|基础上|世界|社会主义|现代化)/;
/** Clauses that may begin or end alike: no articles, offices, or bodies, and no list that 和 ends. */
const ALIKE =
  /^(?!第|中央|中共|各|.*([一-龥]{2})和[一-龥]{1,3}\1$|.*(?:[省市县区][一-龥]{2,5}|倡议|的|实验室|银行)$)[一-龥]+$/;

/** Endings of names for people, bodies, places and things. */
const THINGS =
  '(?:(?<!一)处|[者员家厅局院所校站厂区县省州乡镇村街路河江湖海岛机车船舰品类级层型率性度费税款金额券卡器仪剂药酒茶米菜果肉鱼牛羊草木林寺庙塔馆楼店园库桥港湾号奖赛剧舞刊台圈市]|(?<!(?:服务|促进|推动|引领|共同)发)展|市场|实验室|银行|法律|条例|规定|专利|资金|材料|设备|设施|装备|产业|经济|贸易|企业|行业|领域|部门|单位|机构|组织|系统|中心|基地|工程|项目|业态|技术|算法|数据|网络|信息|资源|土地|资产|成本|价格|收入|消费|保险|医保|补贴|补助|教育|医疗|养老|托育|文化|体育|旅游|科技|金融|物流|能源|交通|水利|农业|工业|制造|建筑|人员|人才|干部|群众|居民|老人|儿童|学生|教师|军人|制度|监督|审计|大学|计划|规划|方案|报告|意见|目录|清单|内容|流程|渠道|指标|比例|规模|数量|面积|时间|地点|范围|因素|条件|情况|问题|风险|疾病|食品|饮料|委员|代表|同胞|官兵|总统|总理|主席|书记)';

/** Clauses of three characters that say what is done or how it is: a verb and its object, or a predicate. */
const DEED_OF_THREE =
  '(?:[谋出办解察知懂守讲重抓促强稳保补提优建立聚增扩拓转破治防控降减去查找明树敢善会能可有无不更边再同快早多少真实严勤接听访问摸进走下上做干当战抗除遏反求惠顺得应托兜救管用育引留选带争创攻闯试拼学爱尊务执把定观行修正扬筑凝送帮扶暖添献经见壮托][一-龥]{2}|[一-龥]得[一-龥]|[一-龥]{2}[好强硬准实住到起进高足明清齐新优深透严紧正勤快稳牢大早广])';

/** Neither superlatives (规模最大、范围最广) nor comparisons (更大的决心, 更大力度), nor the end of a list (甲、乙和丙等). */
const SAID = /^(?!第|更|.*(?:的|最.$|[和等]))[一-龥]+$/;

/** Ends in the name of a thing: three clauses and more must not, most of them, and two not at all. */
export const THING = new RegExp(`(?<!之)(?<!有[一-龥]?)${THINGS}$`);

/** What principles are called: words that make a saying even of two clauses. */
const PRINCIPLE =
  /^(?:的(?:[一-龥]{2})?(?:原则|方针|理念|精神|传统|要求|态势|思路|宗旨|风气|作风|导向|取向|局面)|(?:基本|工作|发展)?(?:原则|方针|理念|传统|导向|取向))/;

export const BOUNDED_RULES: readonly BoundedRule[] = [
  {
    name: 'two and more, introduced and called a principle',
    leastClauses: 2,
    mostClauses: 8,
    lengths: [3, 5],
    before: 'introduction',
    after: 'name',
    called: PRINCIPLE,
    clause: /^(?!第|中央|中共|.*(?:的|[和等])$)[一-龥]+$/,
    example: '要坚持〔建管并举、以用促建〕的原则，分步实施',
    counterExample: '要按照用地审批、用水计价的办法执行',
  },
  {
    name: 'three and more of three characters that describe what follows',
    leastClauses: 3,
    mostClauses: 8,
    lengths: [3, 3],
    before: 'anything',
    after: 'name',
    called: /^的/,
    clause: new RegExp(
      `^(?!第|[更有跨多同不可低全新高大小无边反最]|.*多$|.*[链观关性型]$)(?:${DEED_OF_THREE}|[一-龥]{2}[富美兴旺安])$`,
    ),
    example: '大家都说要办好〔得民心、接地气、管长远〕的事',
    counterExample: '这里有跨地区、跨部门、跨行业的平台',
  },
  {
    name: 'three deeds between commas',
    leastClauses: 3,
    mostClauses: 8,
    lengths: [3, 3],
    before: 'pause',
    after: 'pause',
    clause: new RegExp(`^(?:${DEED_OF_THREE}|[一-龥]{2}[富美兴旺安])$`),
    commas: true,
    example: '几年下来，〔产业兴，乡村美，百姓富〕。',
    counterExample: '他们来了，唱山歌，跳竹竿，吃糍粑。',
  },
  {
    name: 'two and more with one frame word in one place between commas',
    leastClauses: 2,
    mostClauses: 8,
    lengths: [5, 7],
    before: 'pause',
    after: 'pause',
    clause: ALIKE_BY_COMMAS,
    share: 'frame word',
    commas: true,
    example: '要坚持，〔以需求引供给，以供给促增收〕。',
    counterExample: '那一天，他们在村口等，我们在路上走。',
  },
  {
    name: 'three and more with one frame word in one place between commas',
    leastClauses: 3,
    mostClauses: 8,
    lengths: [4, 9],
    before: 'pause',
    after: 'pause',
    clause: ALIKE_BY_COMMAS,
    share: 'frame word',
    commas: true,
    example: '青年要奋斗，〔不负时光，不负家国，不负自己〕。',
    counterExample: '这一天，有的唱歌，有的跳舞，有的画画。',
  },
  {
    name: 'three and more, introduced, up to the pause',
    leastClauses: 3,
    mostClauses: 8,
    lengths: [4, 8],
    before: 'introduction',
    after: 'pause',
    clause: SAID,
    example: '要做到〔规划有依据、投入有保障、管护有队伍〕。',
    counterExample: '要推进农业科技、农村金融、乡村旅游。',
  },
  {
    name: 'three and more, introduced and named',
    leastClauses: 3,
    mostClauses: 8,
    lengths: [4, 5],
    before: 'introduction',
    after: 'name',
    clause: SAID,
    example: '构建〔主动发现、分类施策、长期跟踪〕工作机制',
    counterExample: '完善用地审批、用水计价、用电保障等服务',
  },
  {
    name: 'three and more between pauses',
    leastClauses: 3,
    mostClauses: 8,
    lengths: [4, 8],
    before: 'pause',
    after: 'pause',
    clause: SAID,
    example: '全村上下，〔拧成一股、干在一处、想在一起〕，变化很大',
    counterExample: '参加单位有，高新工厂、市立学校、实验机构。',
  },
  {
    name: 'three and more deeds of three characters, up to the pause',
    leastClauses: 3,
    mostClauses: 8,
    lengths: [3, 3],
    before: 'anything',
    after: 'pause',
    clause: new RegExp(`^(?!第|.*(?:[化链观关]|(?<![活动压潜实接主助合智财战])力)$)${DEED_OF_THREE}$`),
    example: '当干部就要〔察民情、接地气、办实事〕。',
    counterExample: '包饺子、贴春联、挂灯笼。',
  },
  {
    name: 'three and more with one frame word in one place, up to the pause',
    leastClauses: 3,
    mostClauses: 8,
    lengths: [4, 9],
    before: 'anything',
    after: 'pause',
    clause: /^(?!第|.*(?:[和等]|一(.)\1))[一-龥]+$/,
    share: 'frame word',
    example: '大家说这是〔兴业之基、强村之路、富民之源〕，要守护好',
    counterExample: '这里有纸质品、木质家具、铁质门窗。',
  },
  {
    name: 'two that begin or end alike between pauses',
    leastClauses: 2,
    mostClauses: 8,
    lengths: [5, 9],
    before: 'pause',
    after: 'pause',
    clause: ALIKE,
    share: 'end',
    example: '会上，〔把底数摸清楚、把责任压下去〕，狠抓落实',
    counterExample: '出席的有，东海省教育厅、东海省科技厅。',
  },
  {
    name: 'two that begin or end alike, introduced or named',
    leastClauses: 2,
    mostClauses: 8,
    lengths: [5, 8],
    before: 'introduction',
    after: 'pause or name',
    clause: ALIKE,
    share: 'end',
    example: '营造〔人人都来参与、人人都能受益〕的良好生态',
    counterExample: '推进人民医院、人民公园建设',
  },
  {
    name: 'two that turn each other round',
    leastClauses: 2,
    mostClauses: 2,
    lengths: [4, 9],
    before: 'anything',
    after: 'pause or name',
    clause: /^[一-龥]+$/,
    share: 'all',
    example: '推进〔文化产业化、产业文化化〕。',
    counterExample: '推进文化数字化、文旅产业化。',
  },
];

/** Words that build a frame where every clause has them in the same place: 立身之本、政治之魂、奋进之力. */
export const FRAME_WORDS = '之一有为不无必可到在于得是以让从把越与相自';

/** Counts of people and things: 一百名教师、一千名骨干. */
export const COUNTED = /^[一二两三四五六七八九]?[十百千万亿]+[名个位家户所座项件人条]/;
/** What is wrong: 答复不及时、解释不具体, 企业有困难、群众有怨言. */
export const LACKING =
  /^(?!.*([一-龥])不\1).*(?:有(?:困难|难处|怨言|问题|差距|不足|矛盾|隐患|损失|风险)|不(?:实|严|准|细|及时|具体|到位|规范|完善|健全|明确|明显|平衡|充分|合理|扎实|深入|严格|够[一-龥]?|足|强|高|深|紧密|协调|配套|完整|准确|清楚|彻底|稳定|均衡))$/;
/** A word of two characters that something is said of governs nothing, though it may be a verb elsewhere. */
export const PREDICATE_AFTER =
  /^(?:国家|组织|我国|部分|发展|建设|制度|教育)(?:有(?!关|效|序|力|利|偿|机|限)|要|能|无|更)/;

/** Verbs of two characters that may govern a list of nouns: 加强审计、统计监督 is none of two clauses. */
export const GOVERNING: ReadonlySet<string> = new Set(
  '加强 完成 保证 推进 推动 做好 开展 落实 实施 提高 提升 促进 加快 完善 建立 健全 支持 鼓励 深化 抓好 维护 保障 保护 加大 增加 扩大 优化 引进 培育 发展 建设 举办 召开 参加 出席 发表 听取 审议 组织 强化 严格 规范 做强 打造 加密 办理 接受 改善 减少 降低 缩短 表示 享受 具有 包括 提供 制定 执行 履行 发布 公布 结合 相关 部分 挖掘 坚持 按照 国家 我国 巩固 防止 防范 依照 具备 保持 获得 取得 达到 通过'.split(
    ' ',
  ),
);
