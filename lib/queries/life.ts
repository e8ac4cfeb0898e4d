import type { Filters } from '@/lib/filters';
import { frequency } from './frequency';
import { type Life, lifeOfSeries } from './life-of-series';
import { mentionCount } from './mention-count';

export interface SloganLife extends Life {
  /** First and last dated day in the scope: what the first and last month are of. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

/** The life of a slogan in the scope, by months, from all reports that are dated to the month or day. */
export async function life(sloganId: number, filters: Filters): Promise<SloganLife> {
  const [{ series }, count] = await Promise.all([
    frequency(sloganId, { ...filters, by: 'month' }),
    mentionCount(sloganId, filters),
  ]);
  return { ...lifeOfSeries(series[0]?.rows ?? []), firstDay: count.first, lastDay: count.last };
}
