import { Prisma } from '@/generated/prisma/client';
import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { dayBounds, sloganRows } from './rollup-rows';
import { counted } from './scope';

export interface MentionCount {
  readonly mentions: number;
  readonly reports: number;
  readonly places: number;
  /** First and last dated day; null where no mention in scope is dated. */
  readonly first: string | null;
  readonly last: string | null;
}

/** How often a slogan stands in the whole scope. */
export async function mentionCount(sloganId: number, filters: Filters): Promise<MentionCount> {
  const prisma = await getPrisma();
  const { first, last } = dayBounds(filters);
  const columns = counted(filters);
  const [row] = await prisma.$queryRaw<MentionCount[]>`
    SELECT coalesce(sum(t.${columns.mentions}), 0)::float8 AS mentions, coalesce(sum(t.${columns.reports}), 0)::float8 AS reports,
      count(DISTINCT t.place_code) FILTER (WHERE t.place_code <> '000000' AND t.${columns.mentions} > 0)::int AS places,
      to_char(min(t.${first}), 'YYYY-MM-DD') AS first, to_char(max(t.${last}), 'YYYY-MM-DD') AS last
    FROM ${sloganRows(filters, 'year', { only: Prisma.sql`t.slogan_id = ${sloganId}` })}`;
  if (!row) throw new Error('a sum without groups always has one row');
  return row;
}
