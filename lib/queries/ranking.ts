import { Prisma } from '@/generated/prisma/client';
import type { Filters, Grain } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { bucketsBetween, chosenGrain } from './buckets';
import { coarsestFor, placeRows, sloganRows } from './rollup-rows';
import { counted, inBuckets } from './scope';
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
  const t = Prisma.sql`t`;
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
  const grain = chosenGrain(
    { ...filters, by: filters.by ?? trendGrain(chosenGrain(filters, stored)) },
    stored,
  );
  const buckets = stored ? bucketsBetween(stored.first, stored.last, grain) : [];
  const ids = top.map((s) => s.id);
  const bucket = Prisma.sql`date_trunc(${grain}, t.day::timestamp) AS bucket`;
  const coarsest = coarsestFor(grain);
  const shown = Prisma.sql`t.slogan_id = ANY(${ids}::int[])`;
  const only = Prisma.sql`${shown} AND ${inBuckets(grain, t)}`;
  const placed = Prisma.sql`${shown} AND t.place_code <> '000000'`;
  const [spread, trends, volumes] = await Promise.all([
    prisma.$queryRaw<{ id: number; places: number }[]>`
      SELECT id, count(*)::int AS places
      FROM (SELECT DISTINCT t.slogan_id AS id, t.place_code FROM ${sloganRows(filters, 'year', { only: placed })}) x GROUP BY 1`,
    prisma.$queryRaw<{ id: number; bucket: string; reports: number }[]>`
      SELECT id, to_char(bucket, 'YYYY-MM-DD') AS bucket, reports::float8 AS reports
      FROM (SELECT t.slogan_id AS id, ${bucket}, sum(t.${columns.reports}) AS reports
            FROM ${sloganRows(filters, coarsest, { only, summed: true })} GROUP BY 1, 2) x`,
    prisma.$queryRaw<{ bucket: string; reports: number }[]>`
      SELECT to_char(bucket, 'YYYY-MM-DD') AS bucket, reports::float8 AS reports
      FROM (SELECT ${bucket}, sum(t.${columns.reports}) AS reports
            FROM ${placeRows(filters, coarsest, { only: inBuckets(grain, t), summed: true })} GROUP BY 1) x`,
  ]);
  const trend = new Map(trends.map((r) => [`${r.id} ${r.bucket}`, r.reports]));
  const places = new Map(spread.map((r) => [r.id, r.places]));
  const volume = new Map(volumes.map((r) => [r.bucket, r.reports]));
  return {
    grain,
    buckets,
    volume: buckets.map((b) => volume.get(b) ?? 0),
    slogans: top.map((s) => ({
      ...s,
      places: places.get(s.id) ?? 0,
      trend: buckets.map((b) => trend.get(`${s.id} ${b}`) ?? 0),
    })),
  };
}

/** Sparklines are small: one grain coarser than a chart. */
function trendGrain(grain: Grain): Grain {
  return grain === 'month' ? 'quarter' : grain === 'week' ? 'month' : grain === 'quarter' ? 'year' : grain;
}
