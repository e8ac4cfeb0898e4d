import type { Measure } from '@/lib/filters';
import type { Counts } from './rates';

/** The widest window that is offered: ± so many buckets. */
export const MOST_SMOOTHING = 12;

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

/**
 * The rates of a series, smoothed: the counts of the window over the reports, or characters, of the window. Buckets without
 * documents take no part and stay null.
 */
export function smoothRates(measure: Measure, rows: readonly Counts[], k: number): (number | null)[] {
  const over = (of: (c: Counts) => number) =>
    smooth(
      rows.map((c) => (c.totalReports === 0 ? null : of(c))),
      k,
    );
  const [mentions, reports] = [over((c) => c.mentions), over((c) => c.reports)];
  const [total, characters] = [over((c) => c.totalReports), over((c) => c.totalCharacters)];
  return rows.map((_, i) => {
    const [m, r, t, c] = [mentions[i], reports[i], total[i], characters[i]];
    if (m == null || r == null || !t || c == null) return null;
    if (measure === 'mentions') return m;
    return measure === 'share' ? r / t : c === 0 ? null : (1e6 * m) / c;
  });
}
