/**
 * The register of policy texts. Governing verbs stand before slogans and seldom within them, so a phrase tends to
 * begin behind one; texts with many of them, or with quoted numerals, are where slogans live.
 */
export const GOVERNING_VERBS =
  '坚持|推动|构建|树立|增强|做到|落实|贯彻|践行|弘扬|秉持|铸牢|打造|实施|促进|推进|实现|形成|打赢|聚焦|紧扣|围绕|把握|扎实|夯实|筑牢|凝聚|奋力|按照|遵循|发扬|倡导|奉行|高举|恪守|牢记|抓好|做好|打好|持续|积极|深入|加快|着力|切实'.split(
    '|',
  );

/** Verbs that stand before slogans too, but end phrases as well (强国建设): only what follows them begins there. */
const LEADING_VERBS =
  '建设|赓续|传承|开创|守住|走好|维护|培育|厚植|涵养|激发|服务|全面|建成|加强|深化|强化|完善'.split('|');

/** Neighbours that say nothing about where a phrase ends: whatever stands beside them is free on that side. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set([
  ...'的了在是和与及等对将把被从向以于也都就又还并而但或这那其该各为让使要由',
]);

/** Words that a function word is only a part of: nothing ends within them. */
const WHOLE_WORDS =
  '和平|和谐|和美|和睦|和解|和田|共和|温和|缓和|中和|饱和|总和|对外|对口|对话|对接|对策|对抗|对象|对手|对立|相对|面对|反对|应对|绝对|针对|为民|为国|为主|为本|为党|为人|为政|作为|成为|行为|认为|以为|人为|更为|以来|以上|以下|以及|以人|以往|以色|加以|予以|可以|所以|难以|以学|以文|以案|由于|自由|理由|使命|使用|大使|使馆|使得|促使|从严|从业|从事|从而|从未|从容|服从|向好|向前|向上|向善|方向|面向|转向|志向|导向|意向|走向|让步|要求|重要|主要|需要|必要|纲要|要素|要点|要害|紧要|简要|要闻|与时|参与|在线|存在|内在|潜在|在于|在京|在内|正在|现在|实在|所在|把握|把关|被动|及时|普及|涉及|等级|平等|高等|同等|等于|将军|将要|于是|关于|至于|终于|对于|属于|基于|善于|勇于|敢于|位于|也门|也是|都市|首都|成都|都是|就业|就是|就医|就近|成就|造就|又快|还是|还款|并举|并重|并非|合并|并且|但是|或者|这个|这是|这些|这一|那些|其中|其他|其次|尤其|应该|各级|各国|各项|各方|各类|各界|各地|各族|求是|总是|不是|目的|了解|为了|除了'.split(
    '|',
  );

const pairKey = (a: number, b: number) => (a << 16) | b;
const wholePairs: ReadonlySet<number> = new Set(
  WHOLE_WORDS.map((w) => pairKey(w.charCodeAt(0), w.charCodeAt(1))),
);

/** Whether two neighbouring UTF-16 units are one word, so that a function word among them is none. */
export function isWholeWord(a: number, b: number): boolean {
  return wholePairs.has(pairKey(a, b));
}

const OPEN = '“';
const NUMERALS = '一二三四五六七八九十两双百千';

/** Positions in a text: where governing verbs begin or end, and how many of them there are. */
export interface VerbEdges {
  readonly edges: readonly number[];
  readonly verbs: number;
}

/** Where phrases begin or end because of a verb: on both sides of a governing one, behind a leading one. */
export function verbEdges(text: string): VerbEdges {
  const edges: number[] = [];
  let verbs = 0;
  for (const verb of GOVERNING_VERBS) {
    for (let at = text.indexOf(verb); at >= 0; at = text.indexOf(verb, at + verb.length)) {
      edges.push(at, at + verb.length);
      verbs++;
    }
  }
  for (const verb of LEADING_VERBS) {
    for (let at = text.indexOf(verb); at >= 0; at = text.indexOf(verb, at + verb.length))
      edges.push(at + verb.length);
  }
  return { edges, verbs };
}

/** Whether a document reads like policy: a quoted numeral, or a governing verb every 60 characters. */
export function isPolicyText(text: string, verbs: number): boolean {
  for (let at = text.indexOf(OPEN); at >= 0; at = text.indexOf(OPEN, at + 1)) {
    if (NUMERALS.includes(text[at + 1] ?? 'x')) return true;
  }
  return verbs >= 3 && verbs * 60 >= text.length;
}
