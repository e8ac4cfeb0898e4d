import { Prisma } from '@/generated/prisma/client';
import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { dayBounds, sloganRows } from './rollup-rows';
import { counted } from './scope';

export interface PlaceFirst {
  readonly id: number;
  readonly canonical: string;
  /** The day of the place, and the next one after it (of a first) or before it (of a last) elsewhere. */
  readonly day: string;
  readonly elsewhere: string;
  readonly reports: number;
}

export interface PlaceFirsts {
  /** What it said before anybody else of whom there are reports. */
  readonly firsts: readonly PlaceFirst[];
  /** What it still said when everybody else had stopped. */
  readonly lasts: readonly PlaceFirst[];
}

/** Said by others at least so often: what nobody else took up has no first. */
export const FEWEST_ELSEWHERE = 3;

interface Row {
  id: number;
  canonical: string;
  first: string;
  last: string;
  otherFirst: string;
  otherLast: string;
  reports: number;
}

/** The slogans that a place (with those below it) was the first, or the last, to say; by days, of all that is stored. */
export async function placeFirsts(filters: Filters, code: string, limit: number): Promise<PlaceFirsts> {
  const prisma = await getPrisma();
  const { first, last } = dayBounds(filters);
  const everywhere = { ...filters, place: undefined, own: undefined };
  const rowsOf = sloganRows(everywhere, 'year', { only: Prisma.sql`t.precision = 'day'` });
  const { reports } = counted(filters);
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT s.id, s.canonical, x.first, x.last, x."otherFirst", x."otherLast", x.reports
    FROM (
      SELECT t.slogan_id,
        to_char(min(t.first) FILTER (WHERE here), 'YYYY-MM-DD') AS first, to_char(max(t.last) FILTER (WHERE here), 'YYYY-MM-DD') AS last,
        to_char(min(t.first) FILTER (WHERE NOT here), 'YYYY-MM-DD') AS "otherFirst",
        to_char(max(t.last) FILTER (WHERE NOT here), 'YYYY-MM-DD') AS "otherLast",
        coalesce(sum(t.reports) FILTER (WHERE here), 0)::float8 AS reports, coalesce(sum(t.reports) FILTER (WHERE NOT here), 0) AS others
      FROM (
        SELECT t.slogan_id, t.${first} AS first, t.${last} AS last, t.${reports} AS reports, w.place_code IS NOT NULL AS here
        FROM ${rowsOf} LEFT JOIN place_within w ON w.place_code = t.place_code AND w.ancestor_code = ${code}
        WHERE t.${reports} > 0) t
      GROUP BY 1) x
    JOIN slogan s ON s.id = x.slogan_id
    WHERE x.first IS NOT NULL AND x.others >= ${FEWEST_ELSEWHERE} AND (x.first < x."otherFirst" OR x.last > x."otherLast")
    ORDER BY s.canonical`;
  const gap = (a: string, b: string) => Date.parse(b) - Date.parse(a);
  const firsts = rows
    .filter((r) => r.first < r.otherFirst)
    .sort((a, b) => gap(b.first, b.otherFirst) - gap(a.first, a.otherFirst))
    .map(({ id, canonical, first, otherFirst, reports: n }) => ({
      id,
      canonical,
      day: first,
      elsewhere: otherFirst,
      reports: n,
    }));
  const lasts = rows
    .filter((r) => r.last > r.otherLast)
    .sort((a, b) => gap(b.otherLast, b.last) - gap(a.otherLast, a.last))
    .map(({ id, canonical, last, otherLast, reports: n }) => ({
      id,
      canonical,
      day: last,
      elsewhere: otherLast,
      reports: n,
    }));
  return { firsts: firsts.slice(0, limit), lasts: lasts.slice(0, limit) };
}
