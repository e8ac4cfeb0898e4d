import { Prisma } from '@/generated/prisma/client';
import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { inPeriod, inScope, inStratum } from './scope';

/** First and last day with a dated report in scope; null where there is none. */
export interface Span {
  readonly first: string;
  readonly last: string;
}

/** `places`, where given, stand in for the place of the filters: each with those below it. */
export async function span(filters: Filters, places: readonly string[] | null = null): Promise<Span | null> {
  const prisma = await getPrisma();
  const t = Prisma.sql`t`;
  const scope = places
    ? Prisma.sql`${inPeriod(filters, t)} AND ${inStratum(filters, t)} AND t.place_code IN (SELECT w.place_code FROM place_within w WHERE w.ancestor_code = ANY(${places}::bpchar[]))`
    : inScope(filters, t);
  const [row] = await prisma.$queryRaw<{ first: string | null; last: string | null }[]>`
    SELECT to_char(min(t.day), 'YYYY-MM-DD') AS first, to_char(max(t.day), 'YYYY-MM-DD') AS last
    FROM place_day t WHERE t.precision <> 'none' AND ${scope}`;
  return row?.first && row.last ? { first: row.first, last: row.last } : null;
}
