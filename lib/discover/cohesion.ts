import type { Level } from './count-level';

export interface Counts {
  /** By length; the first two are empty. */
  readonly levels: readonly (Level | undefined)[];
  /** Frequency of each symbol. */
  readonly symbols: Int32Array;
  readonly total: number;
}

/** Frequencies of all beginnings (or ends) of an n-gram by length, following its prefixes (or suffixes) down. */
function partsOf({ levels, symbols }: Counts, n: number, v: number, side: 'prefix' | 'suffix'): number[] {
  const parts: number[] = [];
  let id = v;
  for (let k = n; k > 1; k--) {
    id = (levels[k] as Level)[side][id] as number;
    parts[k - 1] = (levels[k - 1]?.frequency ?? symbols)[id] as number;
  }
  return parts;
}

/** Least pointwise mutual information over all ways to cut an n-gram in two, nats. */
export function cohesionOf(counts: Counts, n: number, v: number): number {
  const heads = partsOf(counts, n, v, 'prefix');
  const tails = partsOf(counts, n, v, 'suffix');
  const f = (counts.levels[n] as Level).frequency[v] as number;
  let least = Number.POSITIVE_INFINITY;
  for (let k = 1; k < n; k++) {
    const ratio = (f * counts.total) / ((heads[k] as number) * (tails[n - k] as number));
    least = Math.min(least, Math.log(ratio));
  }
  return least;
}
