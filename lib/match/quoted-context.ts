/** Words after which officials put the wording of what should be done. */
const BEFORE =
  /(?:坚持|坚守|落实|践行|树立|树牢|秉持|秉承|按照|遵循|贯彻|发扬|弘扬|强化|增强|牢记|牢固树立|聚焦|做到|实现|突出|推行|推广|构建|形成|实行|落细|把握|统筹|锚定|紧扣|紧盯|深化|确保|发挥|打造|建设|推动|推进|坚决|开展|实施|健全|完善|建立|探索|创新|深入实施|对标)(?:好|了|以)?$/;

/** What such a wording is called. */
const AFTER =
  /^(?:等|的)?(?:双轮驱动|(?:总|工作|发展|治理|服务|建设|管理)?(?:[一-龥]{0,2}?)(?:要求|方针|原则|理念|思路|策略|意识|导向|目标|机制|模式|工作法|格局|战略|观念|总体思路|基调|责任感|使命感|自觉|姿态|办法|方法|举措|措施|体系|方式|制度|标准|准则|定位|任务|布局|部署|承诺|底线|规则|路径|格调|保卫战|攻坚战|战役|文章))/;

/** Both: introduced by a verb of the table, or named as a principle, an aim, a method and the like. */
export function isOfficialContext(before: string, after: string): boolean {
  // What follows is tested first everywhere here: at one place, not at every place of what stands before.
  return AFTER.test(after) || BEFORE.test(before);
}

const STRICT_BEFORE =
  /(?:坚持|坚守|落实|践行|树立|树牢|秉持|秉承|按照|遵循|贯彻|发扬|强化|增强|牢记|做到|突出|牢固树立)(?:好|了|以)?$/;

/** Adverbs that urge: 进一步“激活人、盘活地、用好钱”. */
export const URGED = /(?:进一步|切实|着力|努力|全力|真正|持续|加快|必须|大力|奋力|聚力|致力于?)$/;

/** Introduced and named: 树立“…”的工作导向. */
export function isFullyOfficial(before: string, after: string): boolean {
  return STRICT_BEFORE.test(before) && AFTER.test(after);
}

/** What officials undertake under a coined name: “微网实格”行动. */
const DEED_AFTER =
  /^等?[一-龥]{0,2}?(?:行动|工程|建设|改革|试点|机制|模式|专项|战略|理念|工作|体系|攻坚|提质|事项|一体化)/;
/** Events, brands and services have such names too. */
const EVENT_AFTER =
  /^(?:系列|主题|专题|文化|品牌|志愿|等)*(?:活动|品牌|服务|平台|系统|赛|展|节|之|称|专区|专场|基金|奖)/;

/** What ends a clause before a quotation. */
export const CLAUSE_ENDS = '，。；：、“”\n';
/** The same verbs, with what they are done to or how in between: 打造更高水平“青禾粮仓”. */
const DONE_IN_CLAUSE = new RegExp(
  `(?:打造|推进|推动|实施|深化|深入|建设|构建|推行|推广|落实|坚持|践行|开展)[^${CLAUSE_ENDS}]{0,9}$`,
);

/**
 * Whether what stands around is enough for officials to undertake what is quoted, which has no shape of a coinage: the
 * shorter the wording, the more is asked for. Three characters need a verb before and a deed after them, four a verb that
 * governs them, up to eight a verb next to them, and six and more may have the deed alone.
 */
export function isEnough(length: number, verbBefore: boolean, verbInClause: boolean, deed: boolean): boolean {
  if (length === 3) return verbBefore && deed;
  if (length === 4) return verbBefore || verbInClause;
  return (length <= 8 && verbBefore) || (length >= 6 && deed);
}

/** Whether officials undertake what is quoted, by what stands around. */
export function isUndertaken(length: number, before: string, after: string): boolean {
  return (
    !EVENT_AFTER.test(after) &&
    isEnough(length, BEFORE.test(before), DONE_IN_CLAUSE.test(before), DEED_AFTER.test(after))
  );
}

/** Whether a verb of doing governs what is quoted, or a deed stands after it. */
export function isDoneOrNamed(before: string, after: string): boolean {
  return (
    !EVENT_AFTER.test(after) && (DEED_AFTER.test(after) || BEFORE.test(before) || DONE_IN_CLAUSE.test(before))
  );
}

const ILLS_BEFORE =
  /(?:破除|克服|解决|整治|改变|针对|遏制|存在|告别|避免|防止|面对|破解|扭转|所谓|纠治|反对|从|杜绝|打击|查处|惩治|整顿|清理)(?:了|好)?$/;
const ILLS_AFTER =
  /^(?:等|的|这类|等等)?(?:突出)?(?:问题|现象|局面|困局|困境|尴尬|难题|弊端|传统|为官|矛盾|顽疾|乱象|怪圈|魔咒|思想|心态|情况|行为|倾向|报道|说法|言论|论调|违规|违法|犯罪)/;

/** Wordings of what is wrong (“用水难、用电难”问题) are described, not advocated. */
export function namesIlls(before: string, after: string): boolean {
  return ILLS_AFTER.test(after) || ILLS_BEFORE.test(before);
}

const STRICT_AFTER =
  /^(?:的)?(?:总要求|总策略|总方针|总目标|总思路|总基调|工作要求|工作方针|工作原则|工作理念|工作思路|工作机制|工作导向|工作法|方针|理念|思路|意识|导向|原则|责任感|使命感|自觉|观念)/;

/** What a quotation of no shape has to stand between, in the order in which `MAY` of quotation-sieve has the bits. */
export const AROUND = {
  before: [BEFORE, DONE_IN_CLAUSE, STRICT_BEFORE],
  after: [DEED_AFTER, STRICT_AFTER],
} as const;

/** Named as a principle in words that leave no doubt, whatever stands before. */
export function isNamedPrinciple(after: string): boolean {
  return STRICT_AFTER.test(after);
}

const THEME_BEFORE = /(?:主题(?:为|是|：)|围绕|以)$/;
const THEME_AFTER =
  /^(?:的|为|这一)?主题(?![一-龥]{0,4}(?:活动|晚会|演出|展|会演|班会|巡演|教育|演讲|比赛|讲座))/;

/** The theme that a conference, a campaign or a day is held under: its officials coined it. */
export function isTheme(before: string, after: string): boolean {
  return /主题(?:为|是|：)$/.test(before) || (THEME_AFTER.test(after) && THEME_BEFORE.test(before));
}

const DESCRIBED_BEFORE = /(?:呈现|存在|曾经|曾是|过着|出现|变成|沦为|称为|誉为|评价)(?:了|出|着)?$/;
const DESCRIBED_AFTER =
  /^(?:的)?(?:特点|特征|态势|状态|现象|生活|美誉|美称|景象|美景|倾向|学科|故事|诗|词|歌|邮票|字样|对联|楹联|意境|说法|之称|小朋友|系列报道)/;

/** Wordings of how something looks or is called. */
export function isDescribed(before: string, after: string): boolean {
  return DESCRIBED_AFTER.test(after) || DESCRIBED_BEFORE.test(before);
}
