/**
 * Centred mean over ± `k` buckets, cut at the ends; k = 0 is the series itself. Of rates, smooth numerators and
 * denominators apart. Null (no documents) takes no part and stays null. For looking at, never for counting.
 */
export function smooth(values: readonly (number | null)[], k: number): (number | null)[] {
  if (!(Number.isInteger(k) && k >= 0)) throw new RangeError(`a window is a whole number from 0, got ${k}`);
  return values.map((value, i) => {
    if (value === null) return null;
    const near = values.slice(Math.max(0, i - k), i + k + 1).filter((v) => v !== null);
    return near.reduce((sum, v) => sum + v, 0) / near.length;
  });
}
