export interface Term {
  /** Words of the term, or characters of a Chinese one. */
  readonly parts: readonly string[];
  readonly frequency: number;
}

/** The logarithm of the length in words (Frantzi et al.); a term of one word weighs nothing. */
export const wordLength = (length: number): number => Math.log2(length);
/** The same for lengths in characters, so that short Chinese terms keep a weight. */
export const characterLength = (length: number): number => Math.log2(length + 1);

/**
 * C-value (Frantzi, Ananiadou & Mima 2000) of each term: its frequency, less the mean of its occurrences inside
 * longer terms, weighted by length. What stands inside a longer term that itself stands inside one is not
 * subtracted twice. Quadratic: for the lists of tens of terms that share a word, not for a corpus.
 */
export function cValues(terms: readonly Term[], weight: (length: number) => number = wordLength): number[] {
  const order = terms.map((_, i) => i).sort((i, j) => length(terms, j) - length(terms, i));
  const nested = new Array<number>(terms.length).fill(0);
  const within = new Array<number>(terms.length).fill(0);
  const values = new Array<number>(terms.length).fill(0);
  for (const i of order) {
    const term = terms[i] as Term;
    const free = term.frequency - (within[i] === 0 ? 0 : (nested[i] as number) / (within[i] as number));
    values[i] = weight(term.parts.length) * free;
    for (const j of order) {
      if (length(terms, j) >= term.parts.length || !contains(term.parts, (terms[j] as Term).parts)) continue;
      nested[j] = (nested[j] as number) + term.frequency - (nested[i] as number);
      within[j] = (within[j] as number) + 1;
    }
  }
  return values;
}

function length(terms: readonly Term[], i: number): number {
  return (terms[i] as Term).parts.length;
}

function contains(long: readonly string[], short: readonly string[]): boolean {
  return long.some((_, at) => short.every((part, k) => long[at + k] === part));
}
