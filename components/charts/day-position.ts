/** Where a day lies between the first and the last bucket, in percent of the width of the chart. */
export function dayPosition(day: string, buckets: readonly string[]): number {
  let i = 0;
  while (i + 1 < buckets.length && (buckets[i + 1] ?? '') <= day) i++;
  const [start, next] = [buckets[i] ?? day, buckets[i + 1]];
  if (day < start) return 0;
  // The last bucket ends as far after its start as the one before it did.
  const before = buckets[i - 1];
  const span = next
    ? Date.parse(next) - Date.parse(start)
    : before
      ? Date.parse(start) - Date.parse(before)
      : 1;
  const within = next || before ? Math.min((Date.parse(day) - Date.parse(start)) / span, 1) : 0.5;
  return ((i + within) / Math.max(buckets.length, 1)) * 100;
}
