import { Prisma } from '@/generated/prisma/client';
import type { Filters, Grain } from '@/lib/filters';
import { periodOf } from '@/lib/filters';

/** Precisions that a bucket of this size can hold: a report dated to the month counts in months and coarser. */
export const PRECISIONS: Record<Grain, readonly string[]> = {
  day: ['day'],
  week: ['day'],
  month: ['day', 'month'],
  quarter: ['day', 'month'],
  year: ['day', 'month', 'year'],
};

const everything = Prisma.sql`TRUE`;

/** `t.place_code` lies in the place of the filters. `t` is an alias of ours, never a user's. */
export function inPlace(filters: Filters, t: Prisma.Sql): Prisma.Sql {
  if (!filters.place) return everything;
  if (filters.own) return Prisma.sql`${t}.place_code = ${filters.place}`;
  return Prisma.sql`${t}.place_code IN (SELECT w.place_code FROM place_covered w WHERE w.ancestor_code = ${filters.place})`;
}

/** All of what `t` is dated to, its day, month or year, is over when `end` begins. */
export function endsBy(end: string, t: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${t}.precision = 'day'
    OR (${t}.precision = 'month' AND ${t}.day + interval '1 month' <= ${end}::date)
    OR (${t}.precision = 'year' AND ${t}.day + interval '1 year' <= ${end}::date))`;
}

/**
 * `t.day` lies in the period of the filters: a report dated to the month (year) when its whole month (year)
 * does, so that the buckets of a chart add up to the period. Undated reports lie in the open period only.
 */
export function inPeriod(filters: Filters, t: Prisma.Sql): Prisma.Sql {
  if (!filters.from && !filters.until) return everything;
  const { start, end } = periodOf(filters);
  return Prisma.sql`(${t}.day >= ${start}::date AND ${t}.day < ${end}::date AND ${endsBy(end, t)})`;
}

/** `t.stratum_id` is of the source, issuing body and genre of the filters. */
export function inStratum(filters: Filters, t: Prisma.Sql): Prisma.Sql {
  const conditions: Prisma.Sql[] = [];
  if (filters.source !== undefined) conditions.push(Prisma.sql`x.source_id = ${filters.source}`);
  if (filters.issuer) conditions.push(Prisma.sql`x.issuer = ${filters.issuer}`);
  if (filters.genre) conditions.push(Prisma.sql`x.genre = ${filters.genre}`);
  if (conditions.length === 0) return everything;
  return Prisma.sql`${t}.stratum_id IN (SELECT x.id FROM stratum x WHERE ${Prisma.join(conditions, ' AND ')})`;
}

/** `t.precision` is fine enough for buckets of this size. */
export function inBuckets(grain: Grain, t: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${t}.precision = ANY(${PRECISIONS[grain]}::"precision"[])`;
}

/** Everything that the filters say about a rollup row or a report. */
export function inScope(filters: Filters, t: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${inPlace(filters, t)} AND ${inPeriod(filters, t)} AND ${inStratum(filters, t)}`;
}

/** The columns that count, by whether copies count once. */
export function counted(filters: Filters): {
  mentions: Prisma.Sql;
  reports: Prisma.Sql;
  characters: Prisma.Sql;
  relayed: Prisma.Sql;
} {
  return filters.copies === 'all'
    ? {
        mentions: Prisma.sql`mentions`,
        reports: Prisma.sql`reports`,
        characters: Prisma.sql`characters`,
        relayed: Prisma.sql`relayed`,
      }
    : {
        mentions: Prisma.sql`mentions_once`,
        reports: Prisma.sql`reports_once`,
        characters: Prisma.sql`characters_once`,
        relayed: Prisma.sql`relayed_once`,
      };
}
