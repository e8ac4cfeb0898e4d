import { Prisma } from '@/generated/prisma/client';
import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { dayBounds, sloganRows } from './rollup-rows';
import { counted } from './scope';

export interface SloganRow {
  readonly id: number;
  readonly canonical: string;
  readonly kind: string;
  readonly gloss: string | null;
  readonly domain: string | null;
  readonly listed: boolean;
  readonly mentions: number;
  readonly reports: number;
  readonly places: number;
  readonly first: string | null;
  readonly last: string | null;
}

export const SLOGAN_ORDERS = ['reports', 'mentions', 'places', 'first', 'last', 'name'] as const;
export type SloganOrder = (typeof SLOGAN_ORDERS)[number];

const ORDER_SQL: Record<SloganOrder, Prisma.Sql> = {
  reports: Prisma.sql`reports DESC, canonical`,
  mentions: Prisma.sql`mentions DESC, canonical`,
  places: Prisma.sql`places DESC, canonical`,
  first: Prisma.sql`first DESC NULLS LAST, canonical`,
  last: Prisma.sql`last DESC NULLS LAST, canonical`,
  name: Prisma.sql`canonical`,
};

/** What the list of slogans is narrowed by besides the filters. */
export interface SloganQuery {
  /** Part of the canonical form, a variant or the English gloss. */
  readonly text?: string | undefined;
  readonly kind?: string | undefined;
  readonly listed?: boolean | undefined;
  readonly order: SloganOrder;
  readonly limit: number;
  readonly offset: number;
}

/** Slogans with at least one mention in scope, and how many they are without the limit. */
export async function slogans(
  filters: Filters,
  query: SloganQuery,
): Promise<{ rows: readonly SloganRow[]; total: number }> {
  const prisma = await getPrisma();
  const { first, last } = dayBounds(filters);
  const columns = counted(filters);
  const placed = Prisma.sql`t.place_code <> '000000'`;
  const pattern = query.text ? `%${query.text.replace(/[\\%_]/g, '\\$&')}%` : null;
  const rows = await prisma.$queryRaw<(SloganRow & { total: number })[]>`
    SELECT s.id, s.canonical, s.kind::text AS kind, s.gloss, s.domain, s.status = 'listed' AS listed,
      r.mentions, r.reports, coalesce(w.places, 0) AS places, r.first, r.last, (count(*) OVER ())::int AS total
    FROM (
      SELECT t.slogan_id, sum(t.${columns.mentions})::float8 AS mentions, sum(t.${columns.reports})::float8 AS reports,
        to_char(min(t.${first}), 'YYYY-MM-DD') AS first, to_char(max(t.${last}), 'YYYY-MM-DD') AS last
      FROM ${sloganRows(filters, 'year', { summed: true })} GROUP BY 1) r
    LEFT JOIN (
      SELECT slogan_id, count(*)::int AS places
      FROM (SELECT DISTINCT t.slogan_id, t.place_code FROM ${sloganRows(filters, 'year', { only: placed })}) t GROUP BY 1) w ON w.slogan_id = r.slogan_id
    JOIN slogan s ON s.id = r.slogan_id
    WHERE r.mentions > 0
      ${pattern ? Prisma.sql`AND (s.canonical ILIKE ${pattern} OR s.gloss ILIKE ${pattern} OR s.id IN (SELECT v.slogan_id FROM slogan_variant v WHERE v.surface ILIKE ${pattern}))` : Prisma.empty}
      ${query.kind ? Prisma.sql`AND s.kind::text = ${query.kind}` : Prisma.empty}
      ${query.listed === undefined ? Prisma.empty : Prisma.sql`AND (s.status = 'listed') = ${query.listed}`}
    ORDER BY ${ORDER_SQL[query.order]} LIMIT ${query.limit} OFFSET ${query.offset}`;
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}
