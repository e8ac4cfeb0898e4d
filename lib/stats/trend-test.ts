export interface Trend {
  /** Kendall's S: rises minus falls over all pairs. */
  readonly s: number;
  /** Standard normal under no trend. */
  readonly z: number;
}

/** Mann–Kendall test of a monotonic trend, with the correction for ties (Kendall 1975). */
export function mannKendall(values: readonly number[]): Trend {
  const n = values.length;
  let s = 0;
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) s += Math.sign((values[j] ?? 0) - (values[i] ?? 0));
  const sizes = new Map<number, number>();
  for (const v of values) sizes.set(v, (sizes.get(v) ?? 0) + 1);
  const weight = (t: number) => t * (t - 1) * (2 * t + 5);
  const ties = [...sizes.values()].reduce((sum, t) => sum + weight(t), 0);
  const variance = (weight(n) - ties) / 18;
  return { s, z: variance === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance) };
}
