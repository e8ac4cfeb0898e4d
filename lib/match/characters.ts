/** What parts the clauses of a saying. */
export const SEPARATOR = '、'.charCodeAt(0);

/** Whether a unit is an opening quotation mark. */
export function isOpenQuote(unit: number): boolean {
  return unit === 0x201c || unit === 0x2018;
}

/** Whether a unit is a closing quotation mark. */
export function isCloseQuote(unit: number): boolean {
  return unit === 0x201d || unit === 0x2019;
}

/** Whether a unit is a Han character of the basic plane. */
export function isHan(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}

/** Whether a unit is a half-width letter. */
export function isLatin(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

const SENTENCE_ENDS = new Uint8Array(0x10000);
for (const c of '。！？；\n') SENTENCE_ENDS[c.charCodeAt(0)] = 1;

/** Whether a unit ends a sentence (。！？；) or a paragraph. */
export function endsSentence(unit: number): boolean {
  return SENTENCE_ENDS[unit] === 1;
}

/** A sentence is never looked at further than this, so that text without punctuation stays linear. */
const SENTENCE_REACH = 200;

/** The sentence around a span, at most 200 units either way. */
export function sentenceAround(text: string, start: number, end: number): string {
  let from = start;
  const floor = Math.max(0, start - SENTENCE_REACH);
  while (from > floor && !endsSentence(text.charCodeAt(from - 1))) from--;
  let to = end;
  const ceiling = Math.min(text.length, end + SENTENCE_REACH);
  while (to < ceiling && !endsSentence(text.charCodeAt(to))) to++;
  return text.slice(from, to);
}

const SEPARATORS = /[，；、,;]\s*/g;

/** One spelling for all: separators as 、, quotation marks and spaces dropped, digits as written. */
export function canonicalForm(surface: string): string {
  return surface
    .replace(/[“”‘’]/g, '')
    .replace(SEPARATORS, '、')
    .replace(/(?<=\p{Script=Han})[ \u3000]+(?=\p{Script=Han})/gu, '、');
}

/** So many clauses of one length, from `start` on, one unit apart. */
export function clausesAt(text: string, start: number, size: number, count: number): string[] {
  const clauses: string[] = [];
  for (let n = 0, at = start; n < count; n++, at += size + 1) clauses.push(text.slice(at, at + size));
  return clauses;
}
