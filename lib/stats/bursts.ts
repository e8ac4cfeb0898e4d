/** Bursts after Kleinberg 2002 (Bursty and Hierarchical Structure in Streams): states cost, and so does rising. */

export interface BurstOptions {
  /** How much faster each level is than the one below, > 1. */
  readonly s: number;
  /** How costly it is to rise a level, in units of ln n. Falling is free. */
  readonly gamma: number;
}

/** The cheapest sequence of levels by dynamic programming. Starts below everything, at level 0. */
function cheapest(
  length: number,
  levels: number,
  cost: (level: number, at: number) => number,
  rise: number,
): number[] {
  let costs = Array.from({ length: levels }, (_, level) => (level === 0 ? 0 : Number.POSITIVE_INFINITY));
  const from: number[][] = [];
  for (let at = 0; at < length; at++) {
    const back: number[] = [];
    costs = costs.map((_, level) => {
      let best = 0;
      let least = Number.POSITIVE_INFINITY;
      costs.forEach((before, old) => {
        const c = before + (level > old ? (level - old) * rise : 0);
        if (c < least) [least, best] = [c, old];
      });
      back.push(best);
      return least + cost(level, at);
    });
    from.push(back);
  }
  const path = new Array<number>(length).fill(0);
  let level = costs.indexOf(Math.min(...costs));
  for (let at = length - 1; at >= 0; at--) {
    path[at] = level;
    level = from[at]?.[level] ?? 0;
  }
  return path;
}

/**
 * The level of each event of a stream, gaps form (§2): level i expects gaps sⁱ times shorter than the mean. Times
 * have to be sorted and distinct; the first event takes the level before any gap, 0.
 */
export function burstLevels(times: readonly number[], { s, gamma }: BurstOptions): number[] {
  const gaps = times.slice(1).map((t, i) => t - (times[i] ?? 0));
  if (gaps.length === 0) return times.map(() => 0);
  if (gaps.some((g) => !(g > 0)))
    throw new RangeError('times have to be sorted and distinct; use the batched form for ties');
  const total = gaps.reduce((sum, g) => sum + g, 0);
  const mean = total / gaps.length;
  const levels = Math.max(
    2,
    Math.ceil(1 + Math.log(total) / Math.log(s) - Math.log(Math.min(...gaps)) / Math.log(s)),
  );
  const cost = (level: number, at: number) => {
    const rate = s ** level / mean;
    return rate * (gaps[at] ?? 0) - Math.log(rate);
  };
  return [0, ...cheapest(gaps.length, levels, cost, gamma * Math.log(gaps.length))];
}

export interface Burst {
  /** First and last bucket, both included, from 0. */
  readonly first: number;
  readonly last: number;
  /** How much likelier the buckets are under the burst than without it, natural logarithm. */
  readonly weight: number;
}

/**
 * Bursts of a batched stream (§4): bucket t holds `relevant[t]` reports with the slogan of `total[t]` reports.
 * Two states, the mean share and s times it. Buckets without reports say nothing and cost nothing.
 */
export function batchedBursts(
  relevant: readonly number[],
  total: readonly number[],
  { s, gamma }: BurstOptions,
): Burst[] {
  const sum = (xs: readonly number[]) => xs.reduce((a, b) => a + b, 0);
  const base = sum(relevant) / sum(total);
  if (!(base > 0)) return [];
  const high = Math.min(base * s, 0.9999);
  const cost = (level: number, at: number) => {
    const [r, d] = [relevant[at] ?? 0, total[at] ?? 0];
    const p = level === 0 ? Math.min(base, 0.9999) : high;
    return -(r * Math.log(p) + (d - r) * Math.log(1 - p)); // the binomial coefficient is the same for both states
  };
  const path = cheapest(relevant.length, 2, cost, gamma * Math.log(relevant.length));
  const bursts: { first: number; last: number; weight: number }[] = [];
  path.forEach((level, at) => {
    if (level === 0) return;
    const gain = cost(0, at) - cost(1, at);
    const open = bursts.at(-1);
    if (open && open.last === at - 1) Object.assign(open, { last: at, weight: open.weight + gain });
    else bursts.push({ first: at, last: at, weight: gain });
  });
  return bursts;
}
