import { type Filters, GRAINS } from '@/lib/filters';
import { THIN_REPORTS } from '@/lib/stats/rates';
import { type Frequency, frequency } from './frequency';
import type { Span } from './span';

/** Whether more than half of the points that rest on any documents rest on too few. */
function isThin({ series }: Frequency): boolean {
  const totals = series.flatMap((s) => s.rows.map((r) => r.totalReports)).filter((n) => n > 0);
  return totals.filter((n) => n < THIN_REPORTS).length > totals.length / 2;
}

/**
 * A frequency in buckets that say something: where the grain is left to us and most points would rest on too few
 * reports, the next coarser one, up to years.
 */
export async function readableFrequency(
  sloganId: number,
  filters: Filters,
  places: readonly string[] | null = null,
  days: Span | null = null,
): Promise<Frequency> {
  let found = await frequency(sloganId, filters, places, days);
  while (!filters.by && isThin(found) && found.grain !== 'year') {
    const by = GRAINS[GRAINS.indexOf(found.grain) + 1];
    const coarser = await frequency(sloganId, { ...filters, by }, places, days);
    // A line needs more than a point or two, even if those would be solid.
    if ((coarser.series[0]?.rows.length ?? 0) < 4) break;
    found = coarser;
  }
  return found;
}
