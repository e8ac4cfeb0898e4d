/** The shape in which a slogan spreads over places. */
export type SpreadShape = 'R' | 'S' | 'late' | null;

/** So few adopters have no shape. */
export const FEWEST_FOR_SHAPE = 8;
/** Of the time in which nine of ten adopted, how much half of them took at most. */
export const SHAPE_CUTS = { R: 0.3, S: 0.75 } as const;

function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] ?? 0;
}

/**
 * Whether places followed at once, as after a mandate (R: half of the adopters within the first 30 % of the time
 * in which nine of ten adopted), or in the slow-fast-slow way of imitation (S), or most at the end (late).
 * @param lags days after the first adopter, one for each place that adopted, the first (0) included
 */
export function spreadShape(lags: readonly number[]): SpreadShape {
  if (lags.length < FEWEST_FOR_SHAPE) return null;
  const sorted = [...lags].sort((a, b) => a - b);
  const ninety = quantile(sorted, 0.9);
  if (ninety === 0) return 'R';
  const half = quantile(sorted, 0.5) / ninety;
  return half <= SHAPE_CUTS.R ? 'R' : half <= SHAPE_CUTS.S ? 'S' : 'late';
}

/**
 * Buckets from the peak of a series until it has fallen to half of it for good; null where it has not.
 * @param rates one for each bucket; null where there were no documents
 */
export function halfLife(rates: readonly (number | null)[]): number | null {
  let peak = -1;
  rates.forEach((r, i) => {
    if (r !== null && r > 0 && (peak < 0 || r > (rates[peak] ?? 0))) peak = i;
  });
  if (peak < 0) return null;
  const half = (rates[peak] ?? 0) / 2;
  let lastAbove = peak;
  rates.forEach((r, i) => {
    if (i > peak && r !== null && r > half) lastAbove = i;
  });
  return lastAbove + 1 < rates.length ? lastAbove + 1 - peak : null;
}

/** Probability of seeing none in `n` reports where a share of `p` is expected. */
export function silenceProbability(p: number, n: number): number {
  return (1 - p) ** n;
}
