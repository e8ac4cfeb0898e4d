import type { Corpus } from './corpus';
import { PhraseTrie } from './phrase-trie';
import type { Proposal } from './propose';

export const YEARS = 32;
export const MONTHS = 12;
export const EXAMPLES = 3;

/** What a second reading of the corpus tells about each proposal, the longest one winning at every place. */
export interface Survey {
  /** Occurrences outside of longer proposals. */
  readonly alone: Int32Array;
  /** Sum over these of the distinct seeds in the same document, itself left out, at most `FULL` each. */
  readonly company: Float64Array;
  /** By year (modulo 32), and by month of the year: rows of YEARS and MONTHS. */
  readonly byYear: Int32Array;
  readonly byMonth: Int32Array;
  /** First and last day as 20210210; 0 where all are undated. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Positions of up to three occurrences far apart, −1 for none: rows of EXAMPLES. */
  readonly examples: Int32Array;
  /** Characters of the corpus by year and by month: what the others are compared to. */
  readonly yearTotals: Float64Array;
  readonly monthTotals: Float64Array;
}

/** So many seeds in one document are as good as more. */
export const FULL = 12;

function emptySurvey(size: number): Survey {
  return {
    alone: new Int32Array(size),
    company: new Float64Array(size),
    byYear: new Int32Array(size * YEARS),
    byMonth: new Int32Array(size * MONTHS),
    first: new Int32Array(size),
    last: new Int32Array(size),
    examples: new Int32Array(size * EXAMPLES).fill(-1),
    yearTotals: new Float64Array(YEARS),
    monthTotals: new Float64Array(MONTHS),
  };
}

function raise(counts: Int32Array | Float64Array, at: number, by = 1): void {
  counts[at] = (counts[at] as number) + by;
}

/** Notes one occurrence: its time, and whether it is an example. */
function note(s: Survey, p: number, at: number, date: number): void {
  raise(s.alone, p);
  const times = s.alone[p] as number;
  // The first, the last, and one in between: the latest power of two.
  if (times === 1) s.examples[p * EXAMPLES] = at;
  else {
    if ((times & (times - 1)) === 0)
      s.examples[p * EXAMPLES + 1] = s.examples[p * EXAMPLES + 2] === -1 ? -1 : at;
    s.examples[p * EXAMPLES + 2] = at;
  }
  if (date === 0) return;
  raise(s.byYear, p * YEARS + (Math.floor(date / 10_000) & (YEARS - 1)));
  const month = Math.floor(date / 100) % 100;
  if (month > 0) raise(s.byMonth, p * MONTHS + month - 1);
  if (s.first[p] === 0 || date < (s.first[p] as number)) s.first[p] = date;
  if (date > (s.last[p] as number)) s.last[p] = date;
}

/**
 * Reads the corpus once more with the proposals in hand. Linear.
 * @param isSeed 1 for the proposals whose company counts
 */
export function survey(corpus: Corpus, proposals: readonly Proposal[], isSeed: Uint8Array): Survey {
  const trie = new PhraseTrie();
  proposals.forEach((p, i) => {
    trie.add(corpus.symbols.subarray(p.at, p.at + p.phrase.length), i);
  });
  const result = emptySurvey(proposals.length);
  const seenIn = new Int32Array(proposals.length).fill(-1);
  let inDocument: number[] = [];
  for (let d = 0; d < corpus.documents; d++) {
    const start = corpus.starts[d] as number;
    const end = d + 1 < corpus.documents ? (corpus.starts[d + 1] as number) : corpus.length;
    const date = corpus.dates[d] as number;
    if (date > 0) {
      raise(result.yearTotals, Math.floor(date / 10_000) & (YEARS - 1), end - start);
      const month = Math.floor(date / 100) % 100;
      if (month > 0) raise(result.monthTotals, month - 1, end - start);
    }
    inDocument = [];
    let seeds = 0;
    for (let i = start; i < end; ) {
      const p = trie.longestAt(corpus.symbols, i);
      if (p < 0) {
        i++;
        continue;
      }
      note(result, p, i, date);
      inDocument.push(p);
      if (isSeed[p] === 1 && seenIn[p] !== d) seeds++;
      seenIn[p] = d;
      i += (proposals[p] as Proposal).phrase.length;
    }
    for (const p of inDocument) raise(result.company, p, Math.min(FULL, seeds - (isSeed[p] as number)));
  }
  return result;
}
