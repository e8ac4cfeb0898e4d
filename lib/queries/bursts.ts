import { Prisma } from '@/generated/prisma/client';
import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { bucketsBetween } from './buckets';
import { burstsOfSeries, FEWEST_FOR_LIFE, type LifeEvent } from './life-of-series';
import { placeRows, sloganRows } from './rollup-rows';
import { counted, inBuckets } from './scope';
import { span } from './span';

export interface SloganBurst extends LifeEvent {
  readonly sloganId: number;
  readonly canonical: string;
}

const T = Prisma.sql`t`;
const MONTH = Prisma.sql`to_char(date_trunc('month', t.day::timestamp), 'YYYY-MM-DD')`;

/**
 * The bursts of all slogans in the scope, by the rule that a slogan's own page has, the newest first. Slogans in fewer
 * reports than a life is told of have none.
 */
export async function bursts(filters: Filters, limit: number): Promise<readonly SloganBurst[]> {
  const prisma = await getPrisma();
  const { reports } = counted(filters);
  const only = inBuckets('month', T);
  const [stored, totals, used] = await Promise.all([
    span(filters),
    prisma.$queryRaw<{ bucket: string; reports: number }[]>`
      SELECT ${MONTH} AS bucket, sum(t.${reports})::float8 AS reports
      FROM ${placeRows(filters, 'month', { only })} GROUP BY 1`,
    prisma.$queryRaw<{ id: number; canonical: string; months: Record<string, number> }[]>`
      SELECT s.id, s.canonical, r.months
      FROM (
        SELECT slogan_id, json_object_agg(bucket, reports) AS months, sum(reports) AS reports
        FROM (SELECT t.slogan_id, ${MONTH} AS bucket, sum(t.${reports})::float8 AS reports
              FROM ${sloganRows(filters, 'month', { only })} GROUP BY 1, 2) x
        WHERE reports > 0 GROUP BY 1) r
      JOIN slogan s ON s.id = r.slogan_id
      WHERE r.reports >= ${FEWEST_FOR_LIFE}`,
  ]);
  if (!stored) return [];
  const buckets = bucketsBetween(stored.first, stored.last, 'month');
  const total = new Map(totals.map((row) => [row.bucket, row.reports]));
  const found = used.flatMap(({ id, canonical, months }) =>
    burstsOfSeries(
      buckets.map((bucket) => ({
        bucket,
        reports: months[bucket] ?? 0,
        totalReports: total.get(bucket) ?? 0,
      })),
    ).map((burst) => ({ ...burst, sloganId: id, canonical })),
  );
  return found
    .sort((a, b) => (a.from > b.from ? -1 : a.from < b.from ? 1 : (b.value ?? 0) - (a.value ?? 0)))
    .slice(0, limit);
}
