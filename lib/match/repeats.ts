import type { SloganKind } from '@/lib/types';
import { type Candidate, foundByRule } from './candidate';
import { isCoinage } from './quoted-tables';
import { isQuoted } from './settle';

/** Shorter wordings are too likely to be ordinary words elsewhere. */
const SHORTEST = 4;
/** So many different coinages are looked for again: a bound on the time, which no ordinary text reaches. */
const MOST_WORDINGS = 32;
const COINED: ReadonlySet<SloganKind> = new Set(['quoted', 'numeral']);
/** Announced in quotation marks, counted without: “十二项举措”, then 十二项举措. */
const COUNTED = /^[一二三四五六七八九十百两\d]+[项条]/;

/**
 * Adds the repeats without quotation marks of what rules found within them: “直补快办”, then 直补快办. Whoever coins a
 * wording quotes it once. What has no shape of a coinage may be an ordinary word elsewhere (“跨境电商”试点, then
 * 跨境电商). Costs nothing where no coinage was found.
 */
export function findRepeats(text: string, candidates: Candidate[]): void {
  let coined: Map<string, Candidate> | null = null;
  for (const c of candidates) {
    if (c.found === null || !COINED.has(c.found.kind) || c.end - c.start < SHORTEST) continue;
    if (coined !== null && coined.size >= MOST_WORDINGS) break;
    if (!isQuoted(text, c.start, c.end)) continue;
    const wording = text.slice(c.start, c.end);
    if (COUNTED.test(wording) || (c.found.kind === 'quoted' && !isCoinage(wording))) continue;
    coined ??= new Map();
    coined.set(wording, c);
  }
  if (coined === null) return;
  for (const [wording, { found }] of coined) {
    if (found === null) continue;
    for (let at = text.indexOf(wording); at >= 0; at = text.indexOf(wording, at + wording.length)) {
      const span = { start: at, end: at + wording.length };
      if (!isQuoted(text, span.start, span.end)) candidates.push(foundByRule(span, found.slogan, found.kind));
    }
  }
}
