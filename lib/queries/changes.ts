import { Prisma } from '@/generated/prisma/client';
import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { counted, inPeriod, inPlace, inStratum } from './scope';

export interface ChangeRow {
  readonly id: number;
  readonly canonical: string;
  readonly gloss: string | null;
  readonly kind: string;
  readonly listed: boolean;
  /** Reports that hold it in the period and in the one before. */
  readonly now: number;
  readonly before: number;
  /** First and last day with a mention in the place and strata, whatever the period; null where none is dated. */
  readonly first: string | null;
  readonly last: string | null;
}

export interface Changes {
  /** All reports of the period and of the one before. */
  readonly reportsNow: number;
  readonly reportsBefore: number;
  readonly rows: readonly ChangeRow[];
}

type Bounds = Pick<Filters, 'from' | 'until'>;

/** Slogans in at least one report of either period, with both counts: what is new, gone, rising or falling. */
export async function changes(filters: Filters, now: Bounds, before: Bounds): Promise<Changes> {
  const prisma = await getPrisma();
  const t = Prisma.sql`t`;
  const { reports } = counted(filters);
  const within = Prisma.sql`${inPlace(filters, t)} AND ${inStratum(filters, t)}`;
  const [inNow, inBefore] = [now, before].map((bounds) => inPeriod({ ...filters, ...bounds }, t));
  const [totals, rows] = await Promise.all([
    prisma.$queryRaw<{ now: number; before: number }[]>`
      SELECT coalesce(sum(t.${reports}) FILTER (WHERE ${inNow}), 0)::float8 AS now,
        coalesce(sum(t.${reports}) FILTER (WHERE ${inBefore}), 0)::float8 AS before
      FROM place_day t WHERE ${within}`,
    prisma.$queryRaw<ChangeRow[]>`
      SELECT s.id, s.canonical, s.gloss, s.kind::text AS kind, s.status = 'listed' AS listed, r.now, r.before, r.first, r.last
      FROM (
        SELECT t.slogan_id, coalesce(sum(t.${reports}) FILTER (WHERE ${inNow}), 0)::float8 AS now,
          coalesce(sum(t.${reports}) FILTER (WHERE ${inBefore}), 0)::float8 AS before,
          to_char(min(t.day) FILTER (WHERE t.precision <> 'none' AND t.${reports} > 0), 'YYYY-MM-DD') AS first,
          to_char(max(t.day) FILTER (WHERE t.precision <> 'none' AND t.${reports} > 0), 'YYYY-MM-DD') AS last
        FROM slogan_day t WHERE ${within} GROUP BY 1) r
      JOIN slogan s ON s.id = r.slogan_id
      WHERE r.now > 0 OR r.before > 0`,
  ]);
  const total = totals[0] ?? { now: 0, before: 0 };
  return { reportsNow: total.now, reportsBefore: total.before, rows };
}
