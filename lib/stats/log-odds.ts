export interface LogOdds {
  /** Difference of the log odds: positive when A says it more. */
  readonly delta: number;
  /** Estimated variance of `delta`. */
  readonly variance: number;
  /** delta / √variance. */
  readonly z: number;
}

/**
 * Log-odds ratio with informative Dirichlet prior (Monroe, Colaresi & Quinn 2008, eqs. 15, 16, 19, 22) of each
 * word: `a[i]`, `b[i]` how often it stands in A and B, `prior[i]` its pseudo-count. Rare words are drawn towards
 * the prior, so that a single mention does not win.
 */
export function logOdds(a: readonly number[], b: readonly number[], prior: readonly number[]): LogOdds[] {
  if (a.length !== b.length || a.length !== prior.length)
    throw new RangeError('one count of A, one of B and one prior for each word');
  const sum = (xs: readonly number[]) => xs.reduce((s, x) => s + x, 0);
  const [nA, nB, n0] = [sum(a), sum(b), sum(prior)];
  return a.map((countA, i) => {
    const [y, x, w] = [countA, b[i] ?? 0, prior[i] ?? 0];
    const delta = Math.log((y + w) / (nA + n0 - y - w)) - Math.log((x + w) / (nB + n0 - x - w));
    const variance = 1 / (y + w) + 1 / (x + w);
    return { delta, variance, z: delta / Math.sqrt(variance) };
  });
}
