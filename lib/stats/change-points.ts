export interface ChangeOptions {
  /** What one more change has to gain, in units of the noise. */
  readonly penalty?: number;
  /** Variance that the values have by chance alone, where it is known: the noise is at least that. */
  readonly leastNoise?: number;
  /** Values that a level has at least. */
  readonly shortest?: number;
}

/**
 * Where the mean of a series changes: the partition of least squares with a penalty for each change, found exactly by
 * dynamic programming (optimal partitioning, Jackson et al. 2005). The noise is estimated from the differences of
 * neighbours, which a change of the mean hardly touches; a series that is mostly zero hides it there.
 * @returns indices of the first value after each change
 */
export function changePoints(values: readonly number[], options: ChangeOptions = {}): number[] {
  const n = values.length;
  const { penalty = 3 * Math.log(n), leastNoise = 0, shortest = 1 } = options;
  if (n < 4) return [];
  const sums = [0];
  const squares = [0];
  for (const v of values) {
    sums.push((sums.at(-1) ?? 0) + v);
    squares.push((squares.at(-1) ?? 0) + v * v);
  }
  const at = (xs: readonly number[], i: number) => xs[i] ?? 0;
  const noise = Math.max(leastNoise, noiseVariance(values));
  if (noise === 0) return stepsOf(values);
  const cost = (from: number, to: number) => {
    const s = at(sums, to) - at(sums, from);
    return (at(squares, to) - at(squares, from) - (s * s) / (to - from)) / noise;
  };
  const best = [-penalty];
  const last = [0];
  for (let end = 1; end <= n; end++) {
    let [total, begin] = [Number.POSITIVE_INFINITY, 0];
    for (let from = 0; from <= end - shortest; from++) {
      const t = at(best, from) + cost(from, end) + penalty;
      if (t < total) [total, begin] = [t, from];
    }
    best.push(total);
    last.push(begin);
  }
  const changes: number[] = [];
  for (let end = at(last, n); end > 0; end = at(last, end)) changes.unshift(end);
  return changes;
}

function noiseVariance(values: readonly number[]): number {
  const differences = values.slice(1).map((v, i) => v - (values[i] ?? 0));
  const median = (xs: number[]) => xs.sort((a, b) => a - b)[xs.length >> 1] ?? 0;
  const middle = median([...differences]);
  const deviation = 1.4826 * median(differences.map((d) => Math.abs(d - middle)));
  return (deviation * deviation) / 2;
}

/** Without noise every change of value is a change. */
function stepsOf(values: readonly number[]): number[] {
  return values.flatMap((v, i) => (i > 0 && v !== values[i - 1] ? [i] : []));
}
