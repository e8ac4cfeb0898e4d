import { Prisma } from '@/generated/prisma/client';
import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { frequency } from './frequency';
import { inScope } from './scope';
import { type PairCount, type Succession, successionOf } from './succession-of-series';

export interface SuccessionAnswer extends Succession {
  readonly months: readonly PairCount[];
}

/** Reports that hold both slogans, by month. */
async function bothByMonth(
  first: number,
  second: number,
  filters: Filters,
): Promise<ReadonlyMap<string, number>> {
  const prisma = await getPrisma();
  const r = Prisma.sql`r`;
  const once = filters.copies === 'once' ? Prisma.sql`AND r.stands` : Prisma.empty;
  const rows = await prisma.$queryRaw<{ bucket: string; n: number }[]>`
    SELECT to_char(date_trunc('month', r.day::timestamp), 'YYYY-MM-DD') AS bucket, count(*)::int AS n
    FROM (SELECT DISTINCT document_id, report FROM mention WHERE slogan_id = ${first}) a
    JOIN (SELECT DISTINCT document_id, report FROM mention WHERE slogan_id = ${second}) b USING (document_id, report)
    JOIN report r ON r.document_id = a.document_id AND r.ordinal = a.report
    JOIN document d ON d.id = a.document_id
    JOIN run u ON u.id = d.run_id AND u.status = 'published'
    WHERE r.precision IN ('day', 'month') AND ${inScope(filters, r)} ${once}
    GROUP BY 1`;
  return new Map(rows.map((row) => [row.bucket, row.n]));
}

/** Whether one slogan took the place of another in the scope, and when; or keeps it company. */
export async function succession(first: number, second: number, filters: Filters): Promise<SuccessionAnswer> {
  const monthly = { ...filters, by: 'month' } as const;
  const [a, b, both] = await Promise.all([
    frequency(first, monthly),
    frequency(second, monthly),
    bothByMonth(first, second, filters),
  ]);
  const others = new Map((b.series[0]?.rows ?? []).map((row) => [row.bucket, row.reports]));
  const months = (a.series[0]?.rows ?? []).map((row) => ({
    bucket: row.bucket,
    reports: row.reports,
    other: others.get(row.bucket) ?? 0,
    both: both.get(row.bucket) ?? 0,
    totalReports: row.totalReports,
  }));
  return { ...successionOf(months), months };
}
