import type { Corpus } from './corpus';

/** A sentence in which a candidate stands; `start` and `end` mark it. */
export interface Example {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** ISO day, month or year; null where undated. */
  readonly day: string | null;
  readonly place: string;
  readonly document: string | null;
}

const ENDS: ReadonlySet<number> = new Set([...'。！？\n'].map((c) => c.charCodeAt(0)));
/** Most characters on each side of the phrase. */
const REACH = 60;

function isoDate(date: number): string | null {
  if (date === 0) return null;
  const digits = String(date);
  const parts = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].filter((p) => p !== '00');
  return parts.join('-');
}

/** The document that a position lies in. */
function documentAt(corpus: Corpus, at: number): number {
  let low = 0;
  let high = corpus.documents - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((corpus.starts[middle] as number) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The sentence around a phrase of `n` characters, cut where it is long. */
export function exampleAt(corpus: Corpus, at: number, n: number): Example {
  const { units } = corpus;
  const stops = (unit: number) => unit === 0 || ENDS.has(unit);
  let start = at;
  while (at - start < REACH && !stops(units[start - 1] as number)) start--;
  let end = at + n;
  while (end - at - n < REACH && !stops(units[end] as number)) end++;
  if (ENDS.has(units[end] as number) && units[end] !== 10) end++;
  const before = stops(units[start - 1] as number) ? '' : '…';
  const raw = String.fromCharCode(...units.subarray(start, end));
  const text = raw.trimStart();
  const document = documentAt(corpus, at);
  const shift = at - start - (raw.length - text.length) + before.length;
  return {
    text: before + text,
    start: shift,
    end: shift + n,
    day: isoDate(corpus.dates[document] as number),
    place: corpus.placeNames[document] as string,
    document: corpus.documentIds[document] as string | null,
  };
}
