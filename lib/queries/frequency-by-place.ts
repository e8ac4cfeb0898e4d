import { Prisma } from '@/generated/prisma/client';
import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { counted, inScope } from './scope';

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
  const t = Prisma.sql`t`;
  const columns = counted(filters);
  return prisma.$queryRaw<PlaceFrequencyRow[]>`
    SELECT p.code, p.name, p.path, coalesce(n.mentions, 0) AS mentions, coalesce(n.reports, 0) AS reports,
      d.reports AS "totalReports", d.characters AS "totalCharacters", n.first, n.last
    FROM (SELECT t.place_code, sum(t.${columns.reports})::float8 AS reports, sum(t.${columns.characters})::float8 AS characters
          FROM place_day t WHERE ${inScope(filters, t)} GROUP BY 1) d
    LEFT JOIN (SELECT t.place_code, sum(t.${columns.mentions})::float8 AS mentions, sum(t.${columns.reports})::float8 AS reports,
            to_char(min(t.day) FILTER (WHERE t.precision <> 'none'), 'YYYY-MM-DD') AS first,
            to_char(max(t.day) FILTER (WHERE t.precision <> 'none'), 'YYYY-MM-DD') AS last
          FROM slogan_day t WHERE t.slogan_id = ${sloganId} AND ${inScope(filters, t)} GROUP BY 1) n ON n.place_code = d.place_code
    JOIN place p ON p.code = d.place_code
    ORDER BY reports DESC, "totalReports" DESC, p.code`;
}
