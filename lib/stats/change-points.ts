/**
 * Where the mean of a series changes: the optimal partition by least squares with a penalty for each change, found
 * exactly by dynamic programming with pruning (PELT, Killick et al. 2012). The noise is estimated from the
 * differences of neighbours, which a change of the mean hardly touches.
 * @returns indices of the first value after each change
 */
export function changePoints(values: readonly number[], penalty = 3 * Math.log(values.length)): number[] {
  const n = values.length;
  if (n < 4) return [];
  const sums = [0];
  const squares = [0];
  for (const v of values) {
    sums.push((sums.at(-1) ?? 0) + v);
    squares.push((squares.at(-1) ?? 0) + v * v);
  }
  const at = (xs: readonly number[], i: number) => xs[i] ?? 0;
  const noise = noiseVariance(values);
  if (noise === 0) return stepsOf(values);
  const cost = (from: number, to: number) => {
    const s = at(sums, to) - at(sums, from);
    return (at(squares, to) - at(squares, from) - (s * s) / (to - from)) / noise;
  };
  const best = [-penalty];
  const last = [0];
  let candidates = [0];
  for (let end = 1; end <= n; end++) {
    const tried = candidates.map((from) => ({ from, total: at(best, from) + cost(from, end) + penalty }));
    const least = tried.reduce((a, b) => (b.total < a.total ? b : a));
    best.push(least.total);
    last.push(least.from);
    candidates = [...tried.filter((t) => t.total - penalty <= least.total).map((t) => t.from), end];
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
