import type { Span } from '@/lib/types';

const LEAST = 3;

/**
 * Runs of three and more neighbouring sentences that begin with the same two units. `stops` are the first `count`
 * positions where a sentence ends, in order; the last one may end with the text of `length` units.
 */
export function findRuns(
  units: Uint16Array,
  length: number,
  stops: Int32Array,
  count: number,
): readonly (readonly Span[])[] {
  const found: Span[][] = [];
  let run: Span[] = [];
  let key = -1;
  let size = 0;
  let opened = 0;
  let firstEnd = 0;
  let sentence = skip(units, 0, length);
  for (let s = 0; s <= count && sentence + 1 < length; s++) {
    const end = s < count ? (stops[s] as number) : length - 1;
    if (end < sentence) continue;
    const opening = ((units[sentence] as number) << 16) | (units[sentence + 1] as number);
    if (opening === key) {
      if (size === 1) run = [spanOf(units, opened, firstEnd)];
      run.push(spanOf(units, sentence, end));
      size++;
    } else {
      if (size >= LEAST) found.push(run);
      key = opening;
      size = 1;
      opened = sentence;
      firstEnd = end;
    }
    sentence = skip(units, end + 1, length);
  }
  if (size >= LEAST) found.push(run);
  return found;
}

/** A sentence with the mark that ends it, but without the line end. */
function spanOf(units: Uint16Array, start: number, at: number): Span {
  return { start, end: units[at] === 10 ? at : at + 1 };
}

/** The next unit that is not a space, a line break or a closing quotation mark. */
function skip(units: Uint16Array, from: number, length: number): number {
  let i = from;
  while (i < length) {
    const unit = units[i] as number;
    if (unit !== 32 && unit !== 10 && unit !== 0x3000 && unit !== 0x201d && unit !== 0x2019) break;
    i++;
  }
  return i;
}
