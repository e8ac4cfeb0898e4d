import { Prisma } from '@/generated/prisma/client';
import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { counted, inScope } from './scope';

/** What is known of a slogan in the reports of one place itself. Days are those of reports dated to the day. */
export interface PlaceUse {
  readonly code: string;
  readonly name: string;
  readonly path: readonly string[];
  readonly level: 'unknown' | 'country' | 'province' | 'prefecture' | 'county';
  /** First and last day with any report. */
  readonly firstReport: string;
  readonly lastReport: string;
  readonly totalReports: number;
  /** Reports that hold the slogan; first and last of them; first in words of the place's own, not relayed. */
  readonly reports: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly firstOwn: string | null;
  /** All reports from its first use on; of a place without use, from the first use anywhere on. */
  readonly reportsFrom: number;
  /** All reports after the day of its last use; of a place without use, the same as `reportsFrom`. */
  readonly reportsSince: number;
}

type Use = Omit<PlaceUse, 'firstOwn' | 'reportsFrom' | 'reportsSince'>;

interface PlaceDay {
  readonly code: string;
  readonly day: string;
}

const T = Prisma.sql`t`;
const NEVER = '9999-01-01';

async function uses(sloganId: number, filters: Filters): Promise<Use[]> {
  const prisma = await getPrisma();
  const { reports } = counted(filters);
  const day = (extreme: 'min' | 'max') => Prisma.sql`to_char(${Prisma.raw(extreme)}(t.day), 'YYYY-MM-DD')`;
  const scope = Prisma.sql`${inScope(filters, T)} AND t.precision = 'day' AND t.place_code <> '000000' AND t.${reports} > 0`;
  return prisma.$queryRaw<Use[]>`
    SELECT p.code, p.name, p.path, p.level::text AS level, d.first AS "firstReport", d.last AS "lastReport",
      d.reports AS "totalReports", coalesce(n.reports, 0) AS reports, n.first, n.last
    FROM (SELECT t.place_code, ${day('min')} AS first, ${day('max')} AS last, sum(t.${reports})::float8 AS reports
          FROM place_day t WHERE ${scope} GROUP BY 1) d
    LEFT JOIN (SELECT t.place_code, ${day('min')} AS first, ${day('max')} AS last, sum(t.${reports})::float8 AS reports
          FROM slogan_day t WHERE t.slogan_id = ${sloganId} AND ${scope} GROUP BY 1) n ON n.place_code = d.place_code
    JOIN place p ON p.code = d.place_code
    ORDER BY p.code`;
}

/**
 * The first day on which each place used the slogan in a report that no other place had before. Asked of the first day
 * of use of each place, which nearly always settles it; only of the places that it does not, all reports are looked at.
 */
async function firstOwnDays(
  sloganId: number,
  filters: Filters,
  first: readonly PlaceDay[],
): Promise<ReadonlyMap<string, string>> {
  const onFirstDay = Prisma.sql`(m.place_code, m.day) IN
    (SELECT * FROM unnest(${first.map((f) => f.code)}::bpchar[], ${first.map((f) => f.day)}::date[]))`;
  const found = await ownDays(sloganId, filters, onFirstDay);
  const open = first.map((f) => f.code).filter((code) => !found.has(code));
  if (open.length === 0) return found;
  const later = await ownDays(sloganId, filters, Prisma.sql`m.place_code = ANY(${open}::bpchar[])`);
  return new Map([...found, ...later]);
}

async function ownDays(
  sloganId: number,
  filters: Filters,
  where: Prisma.Sql,
): Promise<ReadonlyMap<string, string>> {
  const prisma = await getPrisma();
  const rows = await prisma.$queryRaw<{ code: string; day: string }[]>`
    SELECT m.place_code AS code, to_char(min(m.day), 'YYYY-MM-DD') AS day
    FROM mention m
    JOIN report r ON r.document_id = m.document_id AND r.ordinal = m.report
    JOIN document d ON d.id = m.document_id
    JOIN run u ON u.id = d.run_id AND u.status = 'published'
    WHERE m.slogan_id = ${sloganId} AND m.precision = 'day' AND NOT r.relayed
      AND ${inScope(filters, Prisma.sql`r`)} AND ${where}
    GROUP BY 1`;
  return new Map(rows.map((r) => [r.code, r.day]));
}

/** Reports of each place on and after its day. */
async function reportsFromDay(
  filters: Filters,
  days: readonly PlaceDay[],
): Promise<ReadonlyMap<string, number>> {
  const prisma = await getPrisma();
  const rows = await prisma.$queryRaw<{ code: string; reports: number }[]>`
    SELECT t.place_code AS code, sum(t.${counted(filters).reports})::float8 AS reports
    FROM place_day t
    JOIN unnest(${days.map((d) => d.code)}::bpchar[], ${days.map((d) => d.day)}::date[]) AS l (code, day)
      ON l.code = t.place_code AND t.day >= l.day
    WHERE t.precision = 'day' AND ${inScope(filters, T)} GROUP BY 1`;
  return new Map(rows.map((r) => [r.code, r.reports]));
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** Every place with dated reports of its own in scope, those that never used the slogan included. */
export async function placeUses(sloganId: number, filters: Filters): Promise<readonly PlaceUse[]> {
  const rows = await uses(sloganId, filters);
  const first = rows.flatMap(({ code, first: day }) => (day === null ? [] : [{ code, day }]));
  const start = first.reduce<string | null>(
    (least, f) => (least === null || f.day < least ? f.day : least),
    null,
  );
  const begins = rows.map(({ code, first: day }) => ({ code, day: day ?? start ?? NEVER }));
  const after = rows.map(({ code, last: day }) => ({ code, day: day ? dayAfter(day) : (start ?? NEVER) }));
  const [own, from, since] = await Promise.all([
    firstOwnDays(sloganId, filters, first),
    reportsFromDay(filters, begins),
    reportsFromDay(filters, after),
  ]);
  return rows.map((row) => ({
    ...row,
    firstOwn: own.get(row.code) ?? null,
    reportsFrom: from.get(row.code) ?? 0,
    reportsSince: since.get(row.code) ?? 0,
  }));
}
