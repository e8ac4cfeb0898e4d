import { Prisma } from '@/generated/prisma/client';
import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { counted, inPeriod, inStratum } from './scope';

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
  const t = Prisma.sql`t`;
  const own = filters.own ? Prisma.sql`AND w.ancestor_code = w.place_code` : Prisma.empty;
  return prisma.$queryRaw<FirstAndLast[]>`
    SELECT t.slogan_id AS slogan, w.ancestor_code AS place, to_char(min(t.day), 'YYYY-MM-DD') AS first,
      to_char(max(t.day), 'YYYY-MM-DD') AS last
    FROM slogan_day t
    JOIN place_within w ON w.place_code = t.place_code AND w.ancestor_code = ANY(${places}::bpchar[]) ${own}
    WHERE t.slogan_id = ANY(${slogans}::int[]) AND t.precision = 'day' AND t.${counted(filters).reports} > 0
      AND ${inPeriod(filters, t)} AND ${inStratum(filters, t)}
    GROUP BY 1, 2`;
}
