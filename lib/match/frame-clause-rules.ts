/** A shape of clauses that makes a saying of them without quotation marks. */
export interface ClauseRule {
  readonly name: string;
  /** Every clause matches. */
  readonly clause: RegExp;
  /** The first clause, which sets the tone, matches this too; not asked in quotation marks. */
  readonly first?: RegExp;
  readonly leastClauses: number;
  /** Whether other words may follow at once (促消费、扩投资各项政策). */
  readonly goesOn: boolean;
  /** All clauses begin with the same characters, so many. */
  readonly sameOpening?: number;
  /** All clauses have the same character at this place. */
  readonly sameAt?: number;
  readonly example: string;
  readonly counterExample: string;
}

/** Adjectives of one character that say how good a thing is. */
const PRAISE = '稳兴美富活旺足强优绿实顺畅';

/** Clauses that share a frame: what becomes better, what becomes what, by what to what, for whom, how. */
export const FRAME_CLAUSE_RULES: readonly ClauseRule[] = [
  {
    name: 'more and more',
    clause: /^[一-龥]更[绿清蓝美净优强足高富好实畅旺稳活新亮靓甜浓暖]$/,
    leastClauses: 2,
    goesOn: false,
    example: '山更绿、水更清',
    counterExample: '变更人、更正人',
  },
  {
    name: 'better in every respect',
    clause: /^[一-龥]{2}更[绿清蓝美净优强足高富好实畅旺稳活亮靓甜浓暖显大]$/,
    leastClauses: 3,
    goesOn: false,
    example: '基础更稳、韧性更强、优势更显',
    counterExample: '范围更广、距离更远、时间更长',
  },
  {
    name: 'with one another',
    clause: /^[一-龥]{1,2}相[通融同聚亲知依牵连助系]$/,
    leastClauses: 2,
    goesOn: false,
    example: '心相通、情相融',
    counterExample: '互相间、真相是',
  },
  {
    name: 'one becomes another',
    clause:
      /^(?!.*(?:变[化成更得为动革异电频压速形质]|[改转蜕演病衰])(?!产|本|金))[一-龥]{1,3}变[一-龥]{1,3}$/,
    leastClauses: 2,
    goesOn: false,
    example: '资源变资产、资金变股金',
    counterExample: '气候变化、基因变异',
  },
  {
    name: 'good in every respect',
    clause: new RegExp(`^[一-龥]{2}[${PRAISE}多大新高固]$`),
    // 会议多、文件多 complains.
    first: new RegExp(`[${PRAISE}]$`),
    leastClauses: 3,
    goesOn: false,
    example: '产业兴、乡村美、农民富',
    counterExample: '产业园、乡村路、农民画',
  },
  {
    name: 'one through another',
    clause:
      /^以(?![色及上下前后来往外内])[一-龥]{1,4}[促带保补塑彰兴助养强推赋引优育聚惠润筑换定破突][一-龥]{1,2}$/,
    leastClauses: 2,
    goesOn: false,
    example: '以文塑旅、以旅促融',
    counterExample: '以色列促和、以前养鱼',
  },
  {
    name: 'as it suits',
    clause: /^宜(.)则\1$/,
    leastClauses: 2,
    goesOn: false,
    example: '宜工则工、宜农则农',
    counterExample: '宜昌则远、宜居则美',
  },
  {
    name: 'for those who',
    clause: /^为[一-龥]{2}者[一-龥]{2}$/,
    leastClauses: 2,
    goesOn: false,
    example: '为担当者担当、为负责者负责',
    counterExample: '为消费者协、为患者们好',
  },
  {
    name: 'for one thrice',
    clause: /^为(?![了何此期])[一-龥]{3}$/,
    leastClauses: 3,
    goesOn: false,
    sameOpening: 2,
    example: '为国分忧、为国解难、为国尽责',
    counterExample: '为了人民、为了国家、为了和平',
  },
  {
    name: 'at heart',
    clause: /^(?:[一-龥]{2}[放顺舒安暖省]心|[放专安精真悉用舒]心[一-龥]{2})$/,
    leastClauses: 3,
    goesOn: false,
    example: '投资放心、办事顺心、生活舒心',
    counterExample: '服务中心、数据中心、活动中心',
  },
  {
    name: 'batch by batch',
    clause: /^[一-龥]{2}一批$/,
    leastClauses: 3,
    goesOn: false,
    example: '谋划一批、开工一批、竣工一批',
    counterExample: '第一批次、下一批人、首一批货',
  },
  {
    name: 'this word first',
    clause: /^[一-龥]字[当为][一-龥]$/,
    leastClauses: 2,
    goesOn: false,
    example: '干字当头、实字为本',
    counterExample: '数字当量、汉字为主体',
  },
  {
    name: 'together',
    clause: /^[一-龥]{4}一起[一-龥]$/,
    leastClauses: 2,
    goesOn: false,
    example: '内资外资一起招、国资民资一起引',
    counterExample: '我们在一起、他们在一起',
  },
  {
    name: 'a day earlier',
    clause: /^早一[天日][一-龥]{2}$/,
    leastClauses: 2,
    goesOn: false,
    example: '早一天开工、早一天达产',
    counterExample: '早一些到达、早一步开工',
  },
  {
    name: 'answered at once',
    clause: /^有[一-龥][即必][一-龥]$/,
    leastClauses: 2,
    goesOn: false,
    example: '有问即答、有求即应',
    counterExample: '有所必要的、有关即将',
  },
  {
    name: 'and so go on',
    clause: /^(?![因从进反然])[一-龥]{2}而[上行为进起动担干立兴]$/,
    leastClauses: 2,
    goesOn: false,
    example: '乘数而上、向新而行',
    counterExample: '因此而起、从此而为',
  },
  {
    name: 'what moves the people',
    clause: /^[解纾排察知暖顺化办聚汇问听惠利]民[忧困需难怨意心生情]$/,
    leastClauses: 2,
    goesOn: false,
    example: '解民忧、纾民困',
    counterExample: '农民工、居民区',
  },
  {
    name: 'to each his own',
    clause: /^(?![尤极与及])[一-龥]其[一-龥]$/,
    leastClauses: 2,
    goesOn: false,
    example: '安其居、乐其业',
    counterExample: '尤其是、极其大',
  },
  {
    name: 'let it rise',
    clause: /^[一-龥]起来$/,
    leastClauses: 3,
    goesOn: false,
    example: '动起来、干起来、强起来',
    counterExample: '起来时、站起身、跳起舞',
  },
  {
    name: 'all well',
    clause: /^(?![友美爱良较更最])[一-龥]{2}(?<![友美爱良较更最])好$/,
    leastClauses: 3,
    goesOn: false,
    example: '保护好、传承好、利用好',
    counterExample: '很美好、更友好、较良好',
  },
  {
    name: 'as is due',
    clause: /^(?![所国没])[一-龥]有所[一-龥]$/,
    leastClauses: 2,
    goesOn: false,
    example: '技有所施、才有所用',
    counterExample: '所有所长、国有所的',
  },
  {
    name: 'of one mind',
    clause: /^[一-龥]{2}同[心向步力频标责德谋担享治施]$/,
    leastClauses: 2,
    goesOn: false,
    example: '思想同心、目标同向',
    counterExample: '共同心声、合同标的',
  },
  {
    name: 'the same verb in the middle',
    clause:
      /^[一-龥]{2}(?:[出增提入争互]|成(?=[网环型链势群带片景]))(?![口版生本员品都长加值供高升县国省市区院场业现台货示库席力功交果案手])[一-龥]$/,
    leastClauses: 3,
    goesOn: false,
    sameAt: 2,
    example: '技术出新、产品出圈、市场出海',
    counterExample: '产量增长、收入增长、投资增加',
  },
  {
    name: 'one and the next',
    clause: /^[一-龥]{2}[找带养帮补领][一-龥]{2}$/,
    leastClauses: 2,
    goesOn: false,
    sameAt: 2,
    example: '企业找订单、订单找企业',
    counterExample: '携带行李、补领证件',
  },
  {
    name: 'for the people',
    clause: /^[一-龥]{2}[惠利为富安乐便爱亲护暖助强兴引留用育聚扶][民农商企才]$/,
    leastClauses: 3,
    goesOn: false,
    sameAt: 3,
    example: '生态惠民、生态利民、生态为民',
    counterExample: '少数民族、农村农民、城市居民',
  },
  {
    name: 'towards',
    clause: /^向(?:[一-龥]而[一-龥]|[一-龥]{4})$/,
    leastClauses: 3,
    goesOn: false,
    example: '向绿而行、向新而进、向数而融',
    counterExample: '向日葵园、向阳新村、向前行走',
  },
  {
    name: 'what presses',
    clause: /^(?:[一-龥]{2}急[需难盼要困]|[一-龥](?:群众|企业|百姓|人民|基层|民生|国家)所[一-龥])$/,
    leastClauses: 2,
    goesOn: false,
    example: '基层急难、群众急盼',
    counterExample: '着急需要、企业所得',
  },
  {
    name: 'both at once',
    clause: /^[一-龥]{2}并[重举]$/,
    leastClauses: 2,
    goesOn: false,
    example: '破立并重、纠树并举',
    counterExample: '合并重组、兼并重组',
  },
  {
    name: 'nothing but',
    clause: /^唯[一-龥]{2}$/,
    leastClauses: 2,
    goesOn: true,
    example: '唯论文、唯职称',
    counterExample: '唯一性、独特性',
  },
  {
    name: 'every town and county',
    clause: /^([市县区乡镇村户家人岛])\1[通成是讲会懂爱都享][一-龥]{1,3}$/,
    leastClauses: 2,
    goesOn: false,
    example: '县县通高铁、村村通客车',
    counterExample: '县县交界处、人人平等权',
  },
  {
    name: 'what is needed',
    clause: /^[一-龥]{2}所[需能盼急困望求忧]$/,
    leastClauses: 2,
    goesOn: false,
    example: '国家所需、群众所盼',
    counterExample: '研究所长、派出所内',
  },
];
