import { Prisma } from '@/generated/prisma/client';
import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { dayBounds, sloganRows } from './rollup-rows';
import { counted } from './scope';

export interface FirstAndLast {
  readonly slogan: number;
  readonly place: string;
  /** First and last day on which a report there holds it; reports dated to the day only. */
  readonly first: string;
  readonly last: string;
}

/** Since when and until when each of several places says each of several slogans; places with those below them. */
export async function firstsAndLasts(
  filters: Filters,
  slogans: readonly number[],
  places: readonly string[],
): Promise<readonly FirstAndLast[]> {
  const prisma = await getPrisma();
  const { first, last } = dayBounds(filters);
  const only = Prisma.sql`t.slogan_id = ANY(${slogans}::int[]) AND t.precision = 'day'`;
  const own = filters.own ? Prisma.sql`AND w.ancestor_code = w.place_code` : Prisma.empty;
  return prisma.$queryRaw<FirstAndLast[]>`
    SELECT t.slogan_id AS slogan, w.ancestor_code AS place, to_char(min(t.${first}), 'YYYY-MM-DD') AS first,
      to_char(max(t.${last}), 'YYYY-MM-DD') AS last
    FROM ${sloganRows(filters, 'year', { only, within: places })}
    JOIN place_within w ON w.place_code = t.place_code AND w.ancestor_code = ANY(${places}::bpchar[]) ${own}
    WHERE t.${counted(filters).reports} > 0
    GROUP BY 1, 2`;
}
