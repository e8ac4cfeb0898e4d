/** How evenly a slogan is spread over the parts of a corpus. Meaningful from five mentions on. */
export const FEWEST_FOR_DISPERSION = 5;

function sum(xs: readonly number[]): number {
  return xs.reduce((a, b) => a + b, 0);
}

export interface Deviation {
  /** 0: spread as the parts are large; near 1: all in the smallest part. */
  readonly dp: number;
  /** DP over its greatest possible value (Lijffijt & Gries 2012). */
  readonly dpNorm: number;
}

/** Deviation of proportions (Gries 2008): `counts` of the slogan in parts of `sizes`. */
export function deviationOfProportions(counts: readonly number[], sizes: readonly number[]): Deviation {
  const [f, n] = [sum(counts), sum(sizes)];
  if (!(f > 0 && n > 0)) throw new RangeError('dispersion needs mentions and a corpus');
  const dp = sum(counts.map((c, i) => Math.abs(c / f - (sizes[i] ?? 0) / n))) / 2;
  return { dp, dpNorm: dp / (1 - Math.min(...sizes) / n) };
}

/** Juilland's D for equal parts: 1 minus the coefficient of variation over its greatest value. */
export function juillandD(counts: readonly number[]): number {
  const mean = sum(counts) / counts.length;
  const deviation = Math.sqrt(sum(counts.map((c) => (c - mean) ** 2)) / counts.length);
  return 1 - deviation / mean / Math.sqrt(counts.length - 1);
}

/** Carroll's D2 for equal parts: entropy over its greatest value. */
export function carrollD2(counts: readonly number[]): number {
  const f = sum(counts);
  return -sum(counts.map((c) => (c === 0 ? 0 : (c / f) * Math.log(c / f)))) / Math.log(counts.length);
}
