import { Prisma } from '@/generated/prisma/client';
import type { Filters, Grain } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { bucketsBetween, chosenGrain } from './buckets';
import { coarsestFor, placeRows } from './rollup-rows';
import { counted, inBuckets } from './scope';
import { span } from './span';

export interface PlaceCoverage {
  readonly code: string;
  readonly name: string;
  /** Reports by bucket, those of the places below included. */
  readonly reports: readonly number[];
}

export interface CoverageByPlace {
  readonly grain: Grain;
  readonly buckets: readonly string[];
  /** The places right below the place of the filters (or the provinces), and itself; the most reports first. */
  readonly rows: readonly PlaceCoverage[];
}

const MOST = 40;

/** How many reports stand behind each place and bucket of the scope: where a silence may only be a gap. */
export async function coverageByPlace(filters: Filters): Promise<CoverageByPlace> {
  const prisma = await getPrisma();
  const t = Prisma.sql`t`;
  const stored = await span(filters);
  const grain = chosenGrain(filters, stored);
  const place = filters.place ?? null;
  const rows = await prisma.$queryRaw<{ code: string; name: string; bucket: string; n: number }[]>`
    SELECT p.code, p.name, to_char(c.bucket, 'YYYY-MM-DD') AS bucket, sum(c.reports)::float8 AS n
    FROM (SELECT t.place_code, date_trunc(${grain}, t.day::timestamp) AS bucket,
            sum(t.${counted(filters).reports}) AS reports
          FROM ${placeRows(filters, coarsestFor(grain), { only: inBuckets(grain, t) })} GROUP BY 1, 2) c
    JOIN place_within w ON w.place_code = c.place_code
    JOIN place p ON p.code = w.ancestor_code
    WHERE CASE WHEN ${place}::text IS NULL THEN p.level = 'province' ELSE p.parent_code = ${place} OR p.code = ${place} END
    GROUP BY 1, 2, c.bucket`;
  const buckets = stored ? bucketsBetween(stored.first, stored.last, grain) : [];
  const at = new Map(buckets.map((b, i) => [b, i]));
  const found = new Map<string, { code: string; name: string; reports: number[] }>();
  for (const { code, name, bucket, n } of rows) {
    const row = found.get(code) ?? { code, name, reports: buckets.map(() => 0) };
    row.reports[at.get(bucket) ?? 0] = n;
    found.set(code, row);
  }
  const sum = (row: PlaceCoverage) => row.reports.reduce((a, b) => a + b, 0);
  const sorted = [...found.values()].sort((a, b) => sum(b) - sum(a) || (a.code < b.code ? -1 : 1));
  return { grain, buckets, rows: sorted.slice(0, MOST) };
}
