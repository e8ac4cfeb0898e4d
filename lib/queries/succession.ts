import { Prisma } from '@/generated/prisma/client';
import { type Filters, formatFilters } from '@/lib/filters';
import { frequency } from './frequency';
import { type Ask, keptOrSampled, type Sample } from './kept-answers';
import { mentionsToRead, scanSize } from './mention-scan';
import { isPublished } from './published';
import { inScope } from './scope';
import { type PairCount, type Succession, successionOf } from './succession-of-series';

export interface SuccessionAnswer extends Succession {
  /** Null: all reports; else those that hold both are estimated from a sample. */
  readonly sample: Sample | null;
  readonly months: readonly PairCount[];
}

/** Reports that hold both slogans, by month. */
function bothByMonth(
  ask: Ask,
  pair: readonly [number, number],
  filters: Filters,
  below: bigint | null,
): Promise<{ bucket: string; n: number }[]> {
  const r = Prisma.sql`r`;
  const once = filters.copies === 'once' ? Prisma.sql`AND r.stands` : Prisma.empty;
  const holding = (id: number) =>
    Prisma.sql`SELECT DISTINCT document_id, report FROM ${mentionsToRead([id], below)}`;
  return ask(Prisma.sql`
    SELECT to_char(date_trunc('month', r.day::timestamp), 'YYYY-MM-DD') AS bucket, count(*)::int AS n
    FROM (${holding(pair[0])}) a
    JOIN (${holding(pair[1])}) b USING (document_id, report)
    JOIN report r ON r.document_id = a.document_id AND r.ordinal = a.report
    WHERE r.precision IN ('day', 'month') AND ${isPublished(Prisma.sql`r.document_id`)} AND ${inScope(filters, r)} ${once}
    GROUP BY 1`);
}

/** So many reports that hold the one said more are looked at at once. */
const MOST = 4_000;

/** Whether one slogan took the place of another in the scope, and when; or keeps it company. */
export async function succession(first: number, second: number, filters: Filters): Promise<SuccessionAnswer> {
  const monthly = { ...filters, by: 'month' } as const;
  const [a, b] = await Promise.all([frequency(first, monthly), frequency(second, monthly)]);
  // The whole corpus is what a sample is taken from here: the filters come after the pairs are found.
  const { all } = await scanSize([first, second], filters);
  const question = JSON.stringify(['both', first, second, formatFilters(filters)]);
  const { answer, sample } = await keptOrSampled(question, { reports: all, all, most: MOST }, (ask, below) =>
    bothByMonth(ask, [first, second], filters, below),
  );
  const share = sample?.share ?? 1;
  const both = new Map(answer.map((row) => [row.bucket, Math.round(row.n / share)]));
  const others = new Map((b.series[0]?.rows ?? []).map((row) => [row.bucket, row.reports]));
  const months = (a.series[0]?.rows ?? []).map((row) => ({
    bucket: row.bucket,
    reports: row.reports,
    other: others.get(row.bucket) ?? 0,
    both: both.get(row.bucket) ?? 0,
    totalReports: row.totalReports,
  }));
  return { ...successionOf(months), sample, months };
}
