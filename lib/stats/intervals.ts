export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** All intervals are two-sided and of this confidence. */
export const CONFIDENCE = 0.95;
/** What chance alone would do less often than this counts as a finding. */
export const SIGNIFICANT = 0.05;
/** The quantile of the standard normal distribution that leaves half of the rest above it: 97.5 %. */
export const Z = 1.959963984540054;
const TAIL = (1 - CONFIDENCE) / 2;

/**
 * Wilson's score interval (1927) of a share: `k` of `n`. Unlike the textbook interval it stays within 0 and 1 and
 * says something for k = 0. For n = 0 nothing is known: 0 to 1.
 */
export function wilson(k: number, n: number): Interval {
  if (!(k >= 0 && n >= k)) throw new RangeError(`a share needs 0 ≤ k ≤ n, got ${k} of ${n}`);
  if (n === 0) return { low: 0, high: 1 };
  const p = k / n;
  const z2 = Z * Z;
  const middle = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  return { low: k === 0 ? 0 : Math.max(0, middle - half), high: k === n ? 1 : Math.min(1, middle + half) };
}

/**
 * The exact interval of a Poisson count (Garwood 1936): the rates at which `k` or more, and `k` or fewer, events
 * have a probability of 2.5 %. Divide by the exposure to get the interval of a rate.
 */
export function poisson(k: number): Interval {
  if (!(Number.isInteger(k) && k >= 0)) throw new RangeError(`a count is a whole number from 0, got ${k}`);
  return { low: k === 0 ? 0 : gammaQuantile(k, TAIL), high: gammaQuantile(k + 1, 1 - TAIL) };
}

/**
 * The interval of a count of mentions that come together in reports. Where each report holds one, it is the exact Poisson
 * interval. Where they repeat it, mentions are not independent: a compound Poisson count of `reports` clusters, their sizes
 * geometric with the mean that was seen (μ), has 2μ − 1 times the variance, and says as much as mentions / (2μ − 1)
 * independent events. What a bootstrap over the reports does, from the two sums that are stored.
 */
export function poissonOfClusters(mentions: number, reports: number): Interval {
  if (mentions <= reports || reports === 0) return poisson(mentions);
  const events = mentions / (2 * (mentions / reports) - 1);
  const each = mentions / events;
  return { low: gammaQuantile(events, TAIL) * each, high: gammaQuantile(events + 1, 1 - TAIL) * each };
}

/** The value below which a gamma variable of this shape (scale 1) falls with probability `p`; by bisection. */
function gammaQuantile(shape: number, p: number): number {
  let low = 0;
  let high = shape + 10 * Math.sqrt(shape) + 20;
  for (let i = 0; i < 200 && high - low > 1e-13 * high; i++) {
    const middle = (low + high) / 2;
    if (gammaBelow(shape, middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Regularised lower incomplete gamma function P(a, x): by its series below a + 1, by Lentz's continued fraction
 * above (Press et al., Numerical Recipes, §6.2).
 */
export function gammaBelow(a: number, x: number): number {
  if (x <= 0) return 0;
  const scale = Math.exp(-x + a * Math.log(x) - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; term > sum * 1e-17; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return sum * scale;
  }
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 100_000; i++) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / (Math.abs(an * d + b) < tiny ? tiny : an * d + b);
    c = Math.abs(b + an / c) < tiny ? tiny : b + an / c;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return 1 - scale * h;
}

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/** ln Γ(x) for x > 0, by Lanczos' approximation (g = 7, n = 9): about 15 digits. */
export function logGamma(x: number): number {
  const shifted = x - 1;
  let sum = 0.9999999999998099;
  LANCZOS.forEach((c, i) => {
    sum += c / (shifted + i + 1);
  });
  const t = shifted + LANCZOS.length - 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
}
