import { Prisma } from '@/generated/prisma/client';
import type { Filters, Grain } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { bucketsBetween, chosenGrain } from './buckets';
import { coarsestFor, placeRows } from './rollup-rows';
import { counted, inBuckets } from './scope';
import { span } from './span';

export interface Coverage {
  readonly grain: Grain;
  readonly rows: readonly { readonly bucket: string; readonly reports: number }[];
}

/** Reports by bucket over all that is stored of the place and strata: the period of the filters is what it lets choose. */
export async function coverage(filters: Filters): Promise<Coverage> {
  const prisma = await getPrisma();
  const t = Prisma.sql`t`;
  const open = { ...filters, from: undefined, until: undefined, by: undefined };
  const stored = await span(open);
  const grain = chosenGrain(open, stored);
  const rows = await prisma.$queryRaw<{ bucket: string; reports: number }[]>`
    SELECT to_char(bucket, 'YYYY-MM-DD') AS bucket, reports::float8 AS reports
    FROM (SELECT date_trunc(${grain}, t.day::timestamp) AS bucket, sum(t.${counted(filters).reports}) AS reports
          FROM ${placeRows(open, coarsestFor(grain))} WHERE ${inBuckets(grain, t)} GROUP BY 1) x`;
  const at = new Map(rows.map((r) => [r.bucket, r.reports]));
  const buckets = stored ? bucketsBetween(stored.first, stored.last, grain) : [];
  return { grain, rows: buckets.map((bucket) => ({ bucket, reports: at.get(bucket) ?? 0 })) };
}
