/**
 * The register of policy texts. Governing verbs stand before slogans and seldom within them, so a phrase is cut
 * behind one; texts with many of them, or with quoted numerals, are where slogans live.
 */
export const GOVERNING_VERBS =
  '坚持|推动|构建|树立|增强|做到|落实|贯彻|践行|弘扬|秉持|铸牢|打造|实施|促进|推进|实现|形成|打赢|聚焦|紧扣|围绕|把握|扎实|夯实|筑牢|凝聚|奋力|按照|遵循|发扬|倡导|奉行|高举|恪守|牢记|抓好|做好|打好|持续|积极|深入|加快|着力|切实'.split(
    '|',
  );

const OPEN = '“';
const NUMERALS = '一二三四五六七八九十两双百千';

/** Positions behind a governing verb: no phrase crosses them. */
export function cutsOf(text: string): number[] {
  const cuts: number[] = [];
  for (const verb of GOVERNING_VERBS) {
    for (let at = text.indexOf(verb); at >= 0; at = text.indexOf(verb, at + verb.length))
      cuts.push(at + verb.length);
  }
  return cuts;
}

/** Whether a document reads like policy: a quoted numeral, or a governing verb every 60 characters. */
export function isPolicyText(text: string, cuts: number): boolean {
  for (let at = text.indexOf(OPEN); at >= 0; at = text.indexOf(OPEN, at + 1)) {
    if (NUMERALS.includes(text[at + 1] ?? 'x')) return true;
  }
  return cuts >= 3 && cuts * 60 >= text.length;
}

/** Neighbours that say nothing about where a phrase ends: whatever stands beside them is free on that side. */
export const FUNCTION_WORDS = new Set([
  ...'的了在是和与及等对将把被从向以于也都就又还并而但或这那其该各为让使要由',
]);
