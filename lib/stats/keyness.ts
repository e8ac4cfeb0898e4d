/** How a slogan tells one part of a corpus (A) from another (B): significance and, beside it, size of the effect. */

/** A slogan's frequency and the size of the part it was counted in, in the same unit (reports, or characters). */
export interface Part {
  readonly count: number;
  readonly size: number;
}

/** x ln(x / e), and 0 for x = 0. */
function term(observed: number, expected: number): number {
  return observed === 0 ? 0 : observed * Math.log(observed / expected);
}

/**
 * Log-likelihood of the two frequencies under one common rate, G² with two cells (Rayson & Garside 2000).
 * Positive when A has more, negative when B has.
 */
export function logLikelihood(a: Part, b: Part): number {
  const rate = (a.count + b.count) / (a.size + b.size);
  const g2 = 2 * (term(a.count, rate * a.size) + term(b.count, rate * b.size));
  return a.count / a.size >= b.count / b.size ? g2 : -g2;
}

/** Log-likelihood of a 2 × 2 table against independence, G² with four cells (Dunning 1993). */
export function logLikelihoodTable(a: number, b: number, c: number, d: number): number {
  const n = a + b + c + d;
  const cells: [number, number, number][] = [
    [a, a + b, a + c],
    [b, a + b, b + d],
    [c, c + d, a + c],
    [d, c + d, b + d],
  ];
  return 2 * cells.reduce((sum, [observed, row, column]) => sum + term(observed, (row * column) / n), 0);
}

const MILLION = 1_000_000;

/** "Simple maths" (Kilgarriff 2009): the ratio of the rates per million, each with `k` added so that rare words do not win. */
export function simpleMaths(a: Part, b: Part, k = 1): number {
  return ((a.count * MILLION) / a.size + k) / ((b.count * MILLION) / b.size + k);
}

/** %DIFF (Gabrielatos & Marchi 2011): by how many percent A's rate exceeds B's. Infinite where B has none. */
export function percentDifference(a: Part, b: Part): number {
  const rate = b.count / b.size;
  return ((a.count / a.size - rate) / rate) * 100;
}

/** Log ratio (Hardie 2014): how often A's rate doubles B's. A frequency of 0 counts as half a case. */
export function logRatio(a: Part, b: Part): number {
  return Math.log2((a.count || 0.5) / a.size / ((b.count || 0.5) / b.size));
}

/** Probability of a chi-square value with one degree of freedom, or a larger one, by chance. */
export function chiSquareP(value: number): number {
  return erfc(Math.sqrt(Math.max(0, value) / 2));
}

/** Complementary error function; fractional error below 1.2e-7 (Press et al., Numerical Recipes, erfcc). */
function erfc(x: number): number {
  const t = 1 / (1 + 0.5 * x);
  const c = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
    -0.82215223, 0.17087277,
  ];
  return t * Math.exp(-x * x + c.reduceRight((sum, k) => sum * t + k, 0));
}

/**
 * p-values adjusted for testing many slogans at once, in the order given: the false discovery rate at which each
 * would still count as a finding (Benjamini & Hochberg 1995).
 */
export function adjustForMany(pValues: readonly number[]): number[] {
  const order = pValues.map((p, i) => ({ p, i })).sort((x, y) => y.p - x.p);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let least = 1;
  order.forEach(({ p, i }, rank) => {
    least = Math.min(least, (p * pValues.length) / (pValues.length - rank));
    adjusted[i] = least;
  });
  return adjusted;
}
