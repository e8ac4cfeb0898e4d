import { Prisma } from '@/generated/prisma/client';
import type { Filters, Grain } from '@/lib/filters';
import { LAST_DAY, periodOf } from '@/lib/filters';
import { endsBy, inPlace, inStratum } from './scope';

/**
 * The coarsest rows that a question can do with: `year` where only sums are asked for, `month` where months or quarters
 * are told apart.
 */
export type Coarsest = 'year' | 'month' | 'day';

/** What a series in buckets of this size can be summed up from. */
export function coarsestFor(grain: Grain): Coarsest {
  return grain === 'year' ? 'year' : grain === 'month' || grain === 'quarter' ? 'month' : 'day';
}

/** A part of the period that whole rows of one rollup cover: `from` included, `until` not. */
export interface Piece {
  readonly level: Coarsest;
  readonly from: string;
  readonly until: string;
}

const floorTo = {
  year: (d: string) => `${d.slice(0, 4)}-01-01`,
  month: (d: string) => `${d.slice(0, 7)}-01`,
};

function ceilTo(level: 'year' | 'month', day: string): string {
  const floor = floorTo[level](day);
  if (floor === day) return day;
  const [y, m] = [Number(floor.slice(0, 4)), Number(floor.slice(5, 7))];
  const next = level === 'year' ? new Date(Date.UTC(y + 1, 0, 1)) : new Date(Date.UTC(y, m, 1));
  return next.toISOString().slice(0, 10);
}

/** A period as whole years, the whole months before and after them, and the days that are left. In the order of time. */
export function piecesOf(from: string, until: string, coarsest: Coarsest): Piece[] {
  if (from >= until) return [];
  if (coarsest === 'day') return [{ level: 'day', from, until }];
  const [start, end] = [ceilTo(coarsest, from), floorTo[coarsest](until)];
  const finer = coarsest === 'year' ? 'month' : 'day';
  if (start >= end) return piecesOf(from, until, finer);
  return [
    ...piecesOf(from, start, finer),
    { level: coarsest, from: start, until: end },
    ...piecesOf(end, until, finer),
  ];
}

export interface RowsOptions {
  /** More that the rows have to meet, about columns of `t`. */
  readonly only?: Prisma.Sql;
  /** In the place of the filters' place: codes, each with those below it. */
  readonly within?: readonly string[] | null | undefined;
  /** Rows of each stratum, also where all are asked for. */
  readonly byStratum?: boolean;
  /** The asker only sums: where there are rows that sum up places already, they do. `place_code` then says nothing. */
  readonly summed?: boolean;
}

const T = Prisma.sql`t`;
const TABLES = {
  slogan: { year: 'slogan_year', month: 'slogan_month', day: 'slogan_day' },
  // Places times months are few: years would save nothing.
  place: { year: 'place_month', month: 'place_month', day: 'place_day' },
} as const;
/** Everything that has a place, and what has none. */
const WHOLES = ['100000', '000000'];

interface Table {
  readonly name: Prisma.Sql;
  /** All strata together are stratum 0. */
  readonly sumsStrata: boolean;
  /** Which of its rows are of the place. */
  readonly place: Prisma.Sql;
}

function asksStratum(filters: Filters): boolean {
  return filters.source !== undefined || Boolean(filters.issuer || filters.genre);
}

/** The rows of a place of the filters in a table that has the sums of whole places. */
function wholePlace({ place }: Filters): Prisma.Sql {
  return place ? Prisma.sql`t.place_code = ${place}` : Prisma.sql`t.place_code = ANY(${WHOLES}::bpchar[])`;
}

function tableOf(
  of: 'slogan' | 'place',
  filters: Filters,
  level: Coarsest,
  { within, summed = false }: RowsOptions,
): Table {
  const isWhole = !filters.place || (WHOLES.includes(filters.place) && !filters.own);
  const mayBeSummed = summed && !within && !(filters.place && filters.own);
  if (of === 'slogan' && mayBeSummed && isWhole)
    return {
      name: level === 'day' ? Prisma.sql`slogan_whole_day` : Prisma.sql`slogan_whole_month`,
      sumsStrata: true,
      place: wholePlace(filters),
    };
  if (of === 'place' && level === 'day' && mayBeSummed)
    return { name: Prisma.sql`place_whole_day`, sumsStrata: true, place: wholePlace(filters) };
  return {
    name: Prisma.raw(TABLES[of][level]),
    sumsStrata: level !== 'day',
    place: placeOf(filters, within),
  };
}

function stratumOf(filters: Filters, sumsStrata: boolean, byStratum: boolean): Prisma.Sql {
  if (!sumsStrata || asksStratum(filters)) return inStratum(filters, T);
  return byStratum ? Prisma.sql`t.stratum_id <> 0` : Prisma.sql`t.stratum_id = 0`;
}

function placeOf(filters: Filters, within: RowsOptions['within']): Prisma.Sql {
  if (!within) return inPlace(filters, T);
  return Prisma.sql`t.place_code IN (SELECT w.place_code FROM place_covered w WHERE w.ancestor_code = ANY(${within}::bpchar[]))`;
}

/** `t.day` lies in the piece, and all of what the row is dated to in the period, which ends before `end`. */
function inPiece({ from, until }: Piece, end: string): Prisma.Sql {
  const days = Prisma.sql`t.day >= ${from}::date AND t.day < ${until}::date`;
  if (end === LAST_DAY) return Prisma.sql`(${days} AND t.precision <> 'none')`;
  return Prisma.sql`(${days} AND ${endsBy(end, T)})`;
}

const SLOGAN_COLUMNS = {
  day: Prisma.sql`t.slogan_id, t.place_code, t.day, t.precision, t.mentions, t.reports, t.mentions_once, t.reports_once, t.relayed, t.relayed_once,
    CASE WHEN t.precision <> 'none' THEN t.day END AS first_day, CASE WHEN t.precision <> 'none' THEN t.day END AS last_day,
    CASE WHEN t.precision <> 'none' AND t.mentions_once > 0 THEN t.day END AS first_once,
    CASE WHEN t.precision <> 'none' AND t.mentions_once > 0 THEN t.day END AS last_once,
    CASE WHEN t.precision <> 'none' AND t.reports > t.relayed THEN t.day END AS first_own`,
  coarse: Prisma.sql`t.slogan_id, t.place_code, t.day, t.precision, t.mentions, t.reports, t.mentions_once, t.reports_once, t.relayed, t.relayed_once,
    t.first_day, t.last_day, t.first_once, t.last_once, t.first_own`,
};
const PLACE_COLUMNS = {
  day: Prisma.sql`t.place_code, t.day, t.precision, t.stratum_id, t.reports, t.characters, t.reports_once, t.characters_once,
    CASE WHEN t.precision <> 'none' THEN t.day END AS first_day, CASE WHEN t.precision <> 'none' THEN t.day END AS last_day`,
  coarse: Prisma.sql`t.place_code, t.day, t.precision, t.stratum_id, t.reports, t.characters, t.reports_once, t.characters_once, t.first_day, t.last_day`,
};

function rows(
  of: 'slogan' | 'place',
  filters: Filters,
  coarsest: Coarsest,
  options: RowsOptions,
): Prisma.Sql {
  const { only, byStratum = false } = options;
  const columns = of === 'slogan' ? SLOGAN_COLUMNS : PLACE_COLUMNS;
  const isOpen = !filters.from && !filters.until;
  const { start, end } = periodOf(filters);
  const found = isOpen ? [{ level: coarsest, from: '', until: '' }] : piecesOf(start, end, coarsest);
  // A period that ends before it begins, as the part of 2199 that is stored, has no rows: a condition nothing meets.
  const pieces: Piece[] = found.length > 0 ? found : [{ level: 'day', from: start, until: start }];
  const selects = pieces.map((piece) => {
    const { level } = piece;
    const { name, sumsStrata, place } = tableOf(of, filters, level, options);
    return Prisma.sql`SELECT ${level === 'day' ? columns.day : columns.coarse} FROM ${name} t
      WHERE ${isOpen ? Prisma.sql`TRUE` : inPiece(piece, end)} AND ${stratumOf(filters, sumsStrata, byStratum)} AND ${place}
        ${only ? Prisma.sql`AND ${only}` : Prisma.empty}`;
  });
  return Prisma.sql`(${Prisma.join(selects, ' UNION ALL ')}) t`;
}

/**
 * The rows of all slogans in the scope of the filters, to stand in a FROM clause as `t`: from the rollups by year, month
 * and day that together cover the period with fewest rows. Sums over them are those over `slogan_day`. Undated ones are
 * among them where no period is given.
 */
export function sloganRows(filters: Filters, coarsest: Coarsest, options: RowsOptions = {}): Prisma.Sql {
  return rows('slogan', filters, coarsest, options);
}

/** As `sloganRows`, of all reports of each place. */
export function placeRows(filters: Filters, coarsest: Coarsest, options: RowsOptions = {}): Prisma.Sql {
  return rows('place', filters, coarsest, options);
}

/** First and last day of rows of `sloganRows`, by whether copies count once. */
export function dayBounds(filters: Filters): { first: Prisma.Sql; last: Prisma.Sql } {
  return filters.copies === 'all'
    ? { first: Prisma.sql`first_day`, last: Prisma.sql`last_day` }
    : { first: Prisma.sql`first_once`, last: Prisma.sql`last_once` };
}
