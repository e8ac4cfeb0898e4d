import { Prisma } from '@/generated/prisma/client';
import type { Filters, Grain } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { bucketsBetween, chosenGrain } from './buckets';
import { counted, inPeriod, inScope, inStratum, PRECISIONS } from './scope';
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
export async function ranking(filters: Filters, limit = 30, places?: readonly string[]): Promise<Ranking> {
  const prisma = await getPrisma();
  const t = Prisma.sql`t`;
  const columns = counted(filters);
  const scope = places
    ? Prisma.sql`${inPeriod(filters, t)} AND ${inStratum(filters, t)} AND t.place_code IN (SELECT w.place_code FROM place_within w WHERE w.ancestor_code = ANY(${places}::bpchar[]))`
    : inScope(filters, t);
  const [stored, top] = await Promise.all([
    span(filters),
    prisma.$queryRaw<Omit<RankedSlogan, 'trend'>[]>`
      SELECT s.id, s.canonical, s.kind::text AS kind, s.gloss, s.status = 'listed' AS listed, r.mentions, r.reports, r.places
      FROM (
        SELECT t.slogan_id, sum(t.${columns.mentions})::float8 AS mentions, sum(t.${columns.reports})::float8 AS reports,
          count(DISTINCT t.place_code) FILTER (WHERE t.place_code <> '000000')::int AS places
        FROM slogan_day t WHERE ${scope} GROUP BY t.slogan_id) r
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
  const inBuckets = Prisma.sql`t.precision::text = ANY(${PRECISIONS[grain]}::text[])`;
  const bucket = Prisma.sql`to_char(date_trunc(${grain}, t.day::timestamp), 'YYYY-MM-DD')`;
  const [trends, volumes] = await Promise.all([
    prisma.$queryRaw<{ id: number; bucket: string; reports: number }[]>`
      SELECT t.slogan_id AS id, ${bucket} AS bucket, sum(t.${columns.reports})::float8 AS reports
      FROM slogan_day t WHERE ${scope} AND ${inBuckets} AND t.slogan_id = ANY(${ids}::int[]) GROUP BY 1, 2`,
    prisma.$queryRaw<{ bucket: string; reports: number }[]>`
      SELECT ${bucket} AS bucket, sum(t.${columns.reports})::float8 AS reports
      FROM place_day t WHERE ${scope} AND ${inBuckets} GROUP BY 1`,
  ]);
  const trend = new Map(trends.map((r) => [`${r.id} ${r.bucket}`, r.reports]));
  const volume = new Map(volumes.map((r) => [r.bucket, r.reports]));
  return {
    grain,
    buckets,
    volume: buckets.map((b) => volume.get(b) ?? 0),
    slogans: top.map((s) => ({ ...s, trend: buckets.map((b) => trend.get(`${s.id} ${b}`) ?? 0) })),
  };
}

/** Sparklines are small: one grain coarser than a chart. */
function trendGrain(grain: Grain): Grain {
  return grain === 'month' ? 'quarter' : grain === 'week' ? 'month' : grain === 'quarter' ? 'year' : grain;
}
