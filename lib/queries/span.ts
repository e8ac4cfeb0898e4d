import { Prisma } from '@/generated/prisma/client';
import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { inScope } from './scope';

/** First and last day with a dated report in scope; null where there is none. */
export interface Span {
  readonly first: string;
  readonly last: string;
}

export async function span(filters: Filters): Promise<Span | null> {
  const prisma = await getPrisma();
  const [row] = await prisma.$queryRaw<{ first: string | null; last: string | null }[]>`
    SELECT to_char(min(t.day), 'YYYY-MM-DD') AS first, to_char(max(t.day), 'YYYY-MM-DD') AS last
    FROM place_day t WHERE t.precision <> 'none' AND ${inScope(filters, Prisma.sql`t`)}`;
  return row?.first && row.last ? { first: row.first, last: row.last } : null;
}
