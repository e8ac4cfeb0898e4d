import { Prisma } from '@/generated/prisma/client';
import type { Filters, Grain } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { bucketsBetween, chosenGrain } from './buckets';
import { coarsestFor, placeRows, sloganRows } from './rollup-rows';
import { counted, inBuckets } from './scope';
import type { Span } from './span';

/** Reports that hold each of several slogans, by bucket, and all reports: what sparklines are drawn of. */
export interface SloganTrends {
  readonly grain: Grain;
  /** First days of the buckets of all trends. */
  readonly buckets: readonly string[];
  /** Reports in each bucket: the denominator of the trends. */
  readonly volume: readonly number[];
  readonly of: ReadonlyMap<number, readonly number[]>;
}

/**
 * The trends of some slogans in the scope.
 * @param stored days with reports in scope; null where there are none
 */
export async function sloganTrends(
  filters: Filters,
  ids: readonly number[],
  grain: Grain,
  stored: Span | null,
): Promise<SloganTrends> {
  const prisma = await getPrisma();
  const t = Prisma.sql`t`;
  const { reports } = counted(filters);
  const bucket = Prisma.sql`date_trunc(${grain}, t.day::timestamp) AS bucket`;
  const coarsest = coarsestFor(grain);
  const only = Prisma.sql`t.slogan_id = ANY(${[...ids]}::int[]) AND ${inBuckets(grain, t)}`;
  const [trends, volumes] = await Promise.all([
    prisma.$queryRaw<{ id: number; bucket: string; reports: number }[]>`
      SELECT id, to_char(bucket, 'YYYY-MM-DD') AS bucket, reports::float8 AS reports
      FROM (SELECT t.slogan_id AS id, ${bucket}, sum(t.${reports}) AS reports
            FROM ${sloganRows(filters, coarsest, { only, summed: true })} GROUP BY 1, 2) x`,
    prisma.$queryRaw<{ bucket: string; reports: number }[]>`
      SELECT to_char(bucket, 'YYYY-MM-DD') AS bucket, reports::float8 AS reports
      FROM (SELECT ${bucket}, sum(t.${reports}) AS reports
            FROM ${placeRows(filters, coarsest, { only: inBuckets(grain, t), summed: true })} GROUP BY 1) x`,
  ]);
  const buckets = stored ? bucketsBetween(stored.first, stored.last, grain) : [];
  const trend = new Map(trends.map((r) => [`${r.id} ${r.bucket}`, r.reports]));
  const volume = new Map(volumes.map((r) => [r.bucket, r.reports]));
  return {
    grain,
    buckets,
    volume: buckets.map((b) => volume.get(b) ?? 0),
    of: new Map(ids.map((id) => [id, buckets.map((b) => trend.get(`${id} ${b}`) ?? 0)])),
  };
}

/** The grain of sparklines, where none is asked for: they are small, so one coarser than a chart's. */
export function trendGrain(filters: Filters, stored: Span | null): Grain {
  if (filters.by) return filters.by;
  const grain = chosenGrain(filters, stored);
  return grain === 'month' ? 'quarter' : grain === 'week' ? 'month' : grain === 'quarter' ? 'year' : grain;
}
