import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { placeRows } from './rollup-rows';
import { counted } from './scope';

export interface PlaceRow {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly level: 'unknown' | 'country' | 'province' | 'prefecture' | 'county';
  readonly parentCode: string | null;
  readonly path: readonly string[];
  /** Of its own, and with those below it. */
  readonly ownReports: number;
  readonly reports: number;
}

/** Places with at least one report of their own or below, whatever place the filters name, by code. */
export async function places(filters: Filters): Promise<readonly PlaceRow[]> {
  const prisma = await getPrisma();
  const everywhere = { ...filters, place: undefined, own: undefined };
  return prisma.$queryRaw<PlaceRow[]>`
    SELECT p.code, p.name, p.short_name AS "shortName", p.level::text AS level, p.parent_code AS "parentCode", p.path,
      r.own AS "ownReports", r.reports
    FROM (
      SELECT w.ancestor_code AS code, sum(c.reports)::float8 AS reports,
        coalesce(sum(c.reports) FILTER (WHERE w.ancestor_code = w.place_code), 0)::float8 AS own
      FROM (SELECT t.place_code, sum(t.${counted(filters).reports}) AS reports FROM ${placeRows(everywhere, 'year')} GROUP BY 1) c
      JOIN place_within w ON w.place_code = c.place_code
      GROUP BY 1) r
    JOIN place p ON p.code = r.code
    WHERE r.reports > 0
    ORDER BY p.code`;
}

export interface PlaceEntry {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly parentCode: string | null;
  readonly path: readonly string[];
}

/** Places by code, in the order asked for; unknown codes are left out. */
export async function placesByCode(codes: readonly string[]): Promise<readonly PlaceEntry[]> {
  const prisma = await getPrisma();
  const rows = await prisma.place.findMany({ where: { code: { in: [...codes] } } });
  return codes.flatMap((code) =>
    rows
      .filter((r) => r.code === code)
      .map(({ name, level, parentCode, path }) => ({ code, name, level, parentCode, path })),
  );
}
