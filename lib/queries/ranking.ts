import { Prisma } from '@/generated/prisma/client';
import type { Filters, Grain } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { sloganRows } from './rollup-rows';
import { counted } from './scope';
import { sloganTrends, trendGrain } from './slogan-trends';
import { span } from './span';

export interface RankedSlogan {
  readonly id: number;
  readonly canonical: string;
  readonly kind: string;
  readonly gloss: string | null;
  readonly listed: boolean;
  readonly mentions: number;
  readonly reports: number;
  readonly places: number;
  /** Reports that hold it, by bucket of the ranking. */
  readonly trend: readonly number[];
}

export interface Ranking {
  readonly grain: Grain;
  /** First days of the buckets of all trends. */
  readonly buckets: readonly string[];
  /** Reports in each bucket: the denominator of the trends. */
  readonly volume: readonly number[];
  readonly slogans: readonly RankedSlogan[];
}

/** The slogans that stand in most reports of the scope, each with its trend. Ties go by mentions, then by name. */
export async function ranking(filters: Filters, limit = 30): Promise<Ranking> {
  const prisma = await getPrisma();
  const columns = counted(filters);
  const [stored, top] = await Promise.all([
    span(filters),
    prisma.$queryRaw<Omit<RankedSlogan, 'trend' | 'places'>[]>`
      SELECT s.id, s.canonical, s.kind::text AS kind, s.gloss, s.status = 'listed' AS listed, r.mentions, r.reports
      FROM (
        SELECT t.slogan_id, sum(t.${columns.mentions})::float8 AS mentions, sum(t.${columns.reports})::float8 AS reports
        FROM ${sloganRows(filters, 'year', { summed: true })} GROUP BY t.slogan_id) r
      JOIN slogan s ON s.id = r.slogan_id
      WHERE r.mentions > 0
      ORDER BY r.reports DESC, r.mentions DESC, s.canonical
      LIMIT ${limit}`,
  ]);
  const ids = top.map((s) => s.id);
  const placed = Prisma.sql`t.slogan_id = ANY(${ids}::int[]) AND t.place_code <> '000000'`;
  const [spread, trends] = await Promise.all([
    prisma.$queryRaw<{ id: number; places: number }[]>`
      SELECT id, count(*)::int AS places
      FROM (SELECT DISTINCT t.slogan_id AS id, t.place_code FROM ${sloganRows(filters, 'year', { only: placed })}) x GROUP BY 1`,
    sloganTrends(filters, ids, trendGrain(filters, stored), stored),
  ]);
  const places = new Map(spread.map((r) => [r.id, r.places]));
  return {
    grain: trends.grain,
    buckets: trends.buckets,
    volume: trends.volume,
    slogans: top.map((s) => ({
      ...s,
      places: places.get(s.id) ?? 0,
      trend: trends.of.get(s.id) ?? [],
    })),
  };
}
