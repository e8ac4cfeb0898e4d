import { Prisma } from '@/generated/prisma/client';
import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { bucketOf, bucketsBetween, nextBucket } from './buckets';
import { dayBounds, placeRows, sloganRows } from './rollup-rows';
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

type Use = Omit<PlaceUse, 'reportsFrom' | 'reportsSince'>;

interface PlaceDay {
  readonly code: string;
  readonly day: string;
}

const T = Prisma.sql`t`;
const NEVER = '9999-01-01';
const DAYS = Prisma.sql`t.precision = 'day' AND t.place_code <> '000000'`;

async function uses(sloganId: number, filters: Filters): Promise<Use[]> {
  const prisma = await getPrisma();
  const { reports } = counted(filters);
  const { first, last } = dayBounds(filters);
  const iso = (day: Prisma.Sql) => Prisma.sql`to_char(${day}, 'YYYY-MM-DD')`;
  const said = Prisma.sql`${DAYS} AND t.slogan_id = ${sloganId}`;
  return prisma.$queryRaw<Use[]>`
    SELECT p.code, p.name, p.path, p.level::text AS level, ${iso(Prisma.sql`d.first`)} AS "firstReport", ${iso(Prisma.sql`d.last`)} AS "lastReport",
      d.reports AS "totalReports", coalesce(n.reports, 0) AS reports, ${iso(Prisma.sql`n.first`)} AS first, ${iso(Prisma.sql`n.last`)} AS last,
      ${iso(Prisma.sql`n.own`)} AS "firstOwn"
    FROM (SELECT t.place_code, min(t.first_day) AS first, max(t.last_day) AS last, sum(t.${reports})::float8 AS reports
          FROM ${placeRows(filters, 'year', { only: DAYS })} GROUP BY 1) d
    LEFT JOIN (SELECT t.place_code, min(t.${first}) AS first, max(t.${last}) AS last, min(t.first_own) AS own, sum(t.${reports})::float8 AS reports
          FROM ${sloganRows(filters, 'year', { only: said })} GROUP BY 1) n ON n.place_code = d.place_code AND n.reports > 0
    JOIN place p ON p.code = d.place_code
    WHERE d.reports > 0
    ORDER BY p.code`;
}

/** Reports of each place on and after its day: whole months after it, and the rest of its own month. */
async function reportsFromDay(
  filters: Filters,
  days: readonly PlaceDay[],
): Promise<ReadonlyMap<string, number>> {
  const prisma = await getPrisma();
  const { reports } = counted(filters);
  // Day by day, because the planner takes a join by bounds for a third of the table.
  const rest = days.flatMap(({ code, day }) => daysOfMonthFrom(day).map((d) => ({ code, day: d })));
  const pairs = (list: readonly PlaceDay[]) =>
    Prisma.sql`unnest(${list.map((d) => d.code)}::bpchar[], ${list.map((d) => d.day)}::date[]) AS l (code, day)`;
  const nextMonths = days.map(({ code, day }) => ({
    code,
    day: nextBucket(bucketOf(day, 'month'), 'month'),
  }));
  const rows = await prisma.$queryRaw<{ code: string; reports: number }[]>`
    SELECT code, sum(n)::float8 AS reports
    FROM (
      SELECT t.place_code AS code, sum(t.${reports}) AS n
      FROM ${placeRows(filters, 'month', { only: DAYS })} JOIN ${pairs(nextMonths)} ON l.code = t.place_code AND t.day >= l.day GROUP BY 1
      UNION ALL
      SELECT t.place_code, sum(t.${reports})
      FROM place_day t JOIN ${pairs(rest)} ON l.code = t.place_code AND t.day = l.day
      WHERE ${DAYS} AND ${inScope(filters, T)} GROUP BY 1) x
    GROUP BY 1`;
  return new Map(rows.map((r) => [r.code, r.reports]));
}

/** The days of a month from one of them on. */
function daysOfMonthFrom(day: string): string[] {
  return bucketsBetween(day, nextBucket(bucketOf(day, 'month'), 'month'), 'day').slice(0, -1);
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
  const [from, since] = await Promise.all([reportsFromDay(filters, begins), reportsFromDay(filters, after)]);
  return rows.map((row) => ({
    ...row,
    reportsFrom: from.get(row.code) ?? 0,
    reportsSince: since.get(row.code) ?? 0,
  }));
}
