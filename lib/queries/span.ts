import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { placeRows } from './rollup-rows';

/** First and last day with a dated report in scope; null where there is none. */
export interface Span {
  readonly first: string;
  readonly last: string;
}

/** `places`, where given, stand in for the place of the filters: each with those below it. */
export async function span(filters: Filters, places: readonly string[] | null = null): Promise<Span | null> {
  const prisma = await getPrisma();
  const [row] = await prisma.$queryRaw<{ first: string | null; last: string | null }[]>`
    SELECT to_char(min(t.first_day), 'YYYY-MM-DD') AS first, to_char(max(t.last_day), 'YYYY-MM-DD') AS last
    FROM ${placeRows(filters, 'year', { within: places, summed: true })}`;
  return row?.first && row.last ? { first: row.first, last: row.last } : null;
}
