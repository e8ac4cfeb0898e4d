import { Prisma } from '@/generated/prisma/client';
import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { dayBounds, placeRows, sloganRows } from './rollup-rows';
import { counted } from './scope';

export interface PlaceFrequencyRow {
  readonly code: string;
  readonly name: string;
  readonly path: readonly string[];
  readonly mentions: number;
  readonly reports: number;
  readonly totalReports: number;
  readonly totalCharacters: number;
  readonly first: string | null;
  readonly last: string | null;
}

/** A slogan in every place of the scope that has reports of its own, those that never used it included. */
export async function frequencyByPlace(
  sloganId: number,
  filters: Filters,
): Promise<readonly PlaceFrequencyRow[]> {
  const prisma = await getPrisma();
  const { first, last } = dayBounds(filters);
  const columns = counted(filters);
  return prisma.$queryRaw<PlaceFrequencyRow[]>`
    SELECT p.code, p.name, p.path, coalesce(n.mentions, 0) AS mentions, coalesce(n.reports, 0) AS reports,
      d.reports AS "totalReports", d.characters AS "totalCharacters", n.first, n.last
    FROM (SELECT t.place_code, sum(t.${columns.reports})::float8 AS reports, sum(t.${columns.characters})::float8 AS characters
          FROM ${placeRows(filters, 'year')} GROUP BY 1) d
    LEFT JOIN (SELECT t.place_code, sum(t.${columns.mentions})::float8 AS mentions, sum(t.${columns.reports})::float8 AS reports,
            to_char(min(t.${first}), 'YYYY-MM-DD') AS first, to_char(max(t.${last}), 'YYYY-MM-DD') AS last
          FROM ${sloganRows(filters, 'year', { only: Prisma.sql`t.slogan_id = ${sloganId}` })} GROUP BY 1) n ON n.place_code = d.place_code
    JOIN place p ON p.code = d.place_code
    ORDER BY reports DESC, "totalReports" DESC, p.code`;
}
