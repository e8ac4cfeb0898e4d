import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { dayBounds, sloganRows } from './rollup-rows';
import { counted } from './scope';
import { scopeSize } from './scope-size';

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
  const { reports } = counted(filters);
  const { first, last } = dayBounds(filters);
  const inNow = { ...filters, ...now };
  const inBefore = { ...filters, ...before };
  const ever = { ...filters, from: undefined, until: undefined };
  const [sizeNow, sizeBefore, rows] = await Promise.all([
    scopeSize(inNow),
    scopeSize(inBefore),
    prisma.$queryRaw<ChangeRow[]>`
      SELECT s.id, s.canonical, s.gloss, s.kind::text AS kind, s.status = 'listed' AS listed, r.now, r.before, r.first, r.last
      FROM (
        SELECT slogan_id, sum(now)::float8 AS now, sum(before)::float8 AS before,
          to_char(min(first), 'YYYY-MM-DD') AS first, to_char(max(last), 'YYYY-MM-DD') AS last
        FROM (
          SELECT t.slogan_id, sum(t.${reports}) AS now, 0 AS before, NULL::date AS first, NULL::date AS last
          FROM ${sloganRows(inNow, 'year', { summed: true })} GROUP BY 1
          UNION ALL SELECT t.slogan_id, 0, sum(t.${reports}), NULL, NULL
          FROM ${sloganRows(inBefore, 'year', { summed: true })} GROUP BY 1
          UNION ALL SELECT t.slogan_id, 0, 0, min(t.${first}), max(t.${last})
          FROM ${sloganRows(ever, 'year', { summed: true })} GROUP BY 1) x
        GROUP BY 1) r
      JOIN slogan s ON s.id = r.slogan_id
      WHERE r.now > 0 OR r.before > 0`,
  ]);
  return { reportsNow: sizeNow.reports, reportsBefore: sizeBefore.reports, rows };
}
