import { Prisma } from '@/generated/prisma/client';
import type { Filters, Grain } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { bucketsBetween, chosenGrain } from './buckets';
import { coarsestFor, placeRows, sloganRows } from './rollup-rows';
import { counted, inBuckets, inPeriod, inScope, inStratum } from './scope';
import { type Span, span } from './span';

/** What one bucket of one place says: numerators of the slogan, denominators of all reports there. */
export interface FrequencyRow {
  /** First day of the bucket. */
  readonly bucket: string;
  readonly mentions: number;
  /** Reports that hold the slogan. */
  readonly reports: number;
  readonly totalReports: number;
  readonly totalCharacters: number;
}

export interface FrequencySeries {
  /** Place code, or null for the whole scope of the filters. */
  readonly place: string | null;
  /** One row a bucket, without holes; a bucket whose totalReports is 0 has no documents, which is not zero. */
  readonly rows: readonly FrequencyRow[];
  /** Mentions and reports in scope whose date is too coarse for the buckets. */
  readonly coarser: { readonly mentions: number; readonly reports: number };
}

export interface Frequency {
  readonly grain: Grain;
  readonly series: readonly FrequencySeries[];
}

interface Sums {
  place: string | null;
  bucket: string | null;
  a: number;
  b: number;
}

/** A rollup with the columns of `slogan_day`, as alias `t`, and which of its rows are counted. */
export interface Numerators {
  readonly table: 'slogan_day' | 'phrase_day';
  readonly condition: Prisma.Sql;
}

/** The rows that are counted, as `t`: of a rollup that has all levels, or of the phrases, which have days only. */
function rowsOf(
  numerators: Numerators | null,
  filters: Filters,
  grain: Grain,
  places: readonly string[] | null,
): Prisma.Sql {
  const options = { within: places, ...(numerators && { only: numerators.condition }) };
  if (numerators?.table === 'phrase_day') {
    const scope = places
      ? Prisma.sql`${inPeriod(filters, T)} AND ${inStratum(filters, T)}`
      : inScope(filters, T);
    return Prisma.sql`(SELECT t.* FROM phrase_day t WHERE ${scope} AND ${numerators.condition}) t`;
  }
  return numerators
    ? sloganRows(filters, coarsestFor(grain), options)
    : placeRows(filters, coarsestFor(grain), options);
}

/** Sums over a rollup by place and bucket; bucket null gathers what is dated too coarsely. */
function sums(
  numerators: Numerators | null,
  filters: Filters,
  grain: Grain,
  places: readonly string[] | null,
): Prisma.Sql {
  const columns = counted(filters);
  const [a, b] = numerators
    ? [Prisma.sql`sum(t.${columns.mentions})`, Prisma.sql`sum(t.${columns.reports})`]
    : [Prisma.sql`sum(t.${columns.reports})`, Prisma.sql`sum(t.${columns.characters})`];
  const own = filters.own ? Prisma.sql`AND w.ancestor_code = w.place_code` : Prisma.empty;
  const within = places
    ? Prisma.sql`JOIN place_within w ON w.place_code = t.place_code AND w.ancestor_code = ANY(${places}::bpchar[]) ${own}`
    : Prisma.empty;
  return Prisma.sql`
    SELECT place, to_char(bucket, 'YYYY-MM-DD') AS bucket, a::float8 AS a, b::float8 AS b
    FROM (SELECT ${places ? Prisma.sql`w.ancestor_code` : Prisma.sql`NULL`} AS place,
            CASE WHEN ${inBuckets(grain, T)} THEN date_trunc(${grain}, t.day::timestamp) END AS bucket, ${a} AS a, ${b} AS b
          FROM ${rowsOf(numerators, filters, grain, places)} ${within}
          GROUP BY 1, 2) x`;
}

const T = Prisma.sql`t`;

/**
 * How often a slogan stands in each bucket, for the whole scope or for each of `places` (with those below).
 * The buckets run over the period asked for, cut to what is stored of these places (or over `days`), and are the
 * same for all series.
 */
export function frequency(
  sloganId: number,
  filters: Filters,
  places: readonly string[] | null = null,
  days: Span | null = null,
): Promise<Frequency> {
  return series(
    { table: 'slogan_day', condition: Prisma.sql`t.slogan_id = ${sloganId}` },
    filters,
    places,
    days,
  );
}

/** As `frequency`, of whatever a rollup counts. */
export async function series(
  counts: Numerators,
  filters: Filters,
  places: readonly string[] | null = null,
  days: Span | null = null,
): Promise<Frequency> {
  const prisma = await getPrisma();
  const stored = days ?? (await span(filters, places));
  const grain = chosenGrain(filters, stored);
  const [numerators, denominators] = await Promise.all([
    prisma.$queryRaw<Sums[]>(sums(counts, filters, grain, places)),
    prisma.$queryRaw<Sums[]>(sums(null, filters, grain, places)),
  ]);
  const buckets = stored ? bucketsBetween(stored.first, stored.last, grain) : [];
  const at = (rows: Sums[]) => new Map(rows.map((r) => [`${r.place ?? ''} ${r.bucket ?? ''}`, r]));
  const [n, d] = [at(numerators), at(denominators)];
  const all = (places ?? [null]).map((place) => {
    const key = place ?? '';
    const coarse = n.get(`${key} `);
    return {
      place,
      rows: buckets.map((bucket) => {
        const [num, den] = [n.get(`${key} ${bucket}`), d.get(`${key} ${bucket}`)];
        return {
          bucket,
          mentions: num?.a ?? 0,
          reports: num?.b ?? 0,
          totalReports: den?.a ?? 0,
          totalCharacters: den?.b ?? 0,
        };
      }),
      coarser: { mentions: coarse?.a ?? 0, reports: coarse?.b ?? 0 },
    };
  });
  return { grain, series: all };
}
