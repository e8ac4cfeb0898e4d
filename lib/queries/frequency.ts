import { Prisma } from '@/generated/prisma/client';
import type { Filters, Grain } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { bucketsBetween, chosenGrain } from './buckets';
import { phraseRows } from './phrase-rollup';
import { coarsestFor, placeRows, sloganRows } from './rollup-rows';
import { counted, inBuckets, inScope } from './scope';
import { type Span, span } from './span';

/** What one bucket of one place says: numerators of the slogan, denominators of all reports there. */
export interface FrequencyRow {
  /** First day of the bucket. */
  readonly bucket: string;
  readonly mentions: number;
  /** Reports that hold the slogan. */
  readonly reports: number;
  /**
   * Of these: reports that do not say it in words of their own. They are copies, or another place had their text first, or
   * every mention in them stands in a paragraph that another place or source had first. Null where it is not known.
   */
  readonly relayed: number | null;
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
  /** Of numerators: reports that are relayed. */
  c: number | null;
}

/** What is counted: a slogan, or a phrase whose counts are kept, by number. */
export type Numerators = { readonly slogan: number } | { readonly phrase: number };

/** The rows that are counted, as `t`: of a rollup that has all levels, or of the phrases, which have days only. */
function rowsOf(
  numerators: Numerators | null,
  filters: Filters,
  grain: Grain,
  within: readonly string[] | null,
): Prisma.Sql {
  const coarsest = coarsestFor(grain);
  if (numerators === null) return placeRows(filters, coarsest, { within, summed: true });
  if ('phrase' in numerators) {
    // Places, where there are some, are joined.
    const scope = within ? { ...filters, place: undefined } : filters;
    return Prisma.sql`(SELECT t.* FROM ${phraseRows(numerators.phrase)} WHERE ${inScope(scope, T)}) t`;
  }
  const only = Prisma.sql`t.slogan_id = ${numerators.slogan}`;
  return sloganRows(filters, coarsest, { within, only, summed: true });
}

/** Of one place or of the whole scope: its name as a value; of several: each with the rows of all places in it. */
interface Spread {
  readonly place: Prisma.Sql;
  readonly rows: Prisma.Sql;
}

/** Sums over a rollup by place and bucket; bucket null gathers what is dated too coarsely. */
function sumsOf(
  numerators: Numerators | null,
  filters: Filters,
  grain: Grain,
  { place, rows }: Spread,
): Prisma.Sql {
  const columns = counted(filters);
  const [a, b] = numerators
    ? [Prisma.sql`sum(t.${columns.mentions})`, Prisma.sql`sum(t.${columns.reports})`]
    : [Prisma.sql`sum(t.${columns.reports})`, Prisma.sql`sum(t.${columns.characters})`];
  const c =
    numerators && 'slogan' in numerators ? Prisma.sql`sum(t.${columns.relayed})` : Prisma.sql`NULL::bigint`;
  return Prisma.sql`
    SELECT place, to_char(bucket, 'YYYY-MM-DD') AS bucket, a::float8 AS a, b::float8 AS b, c::float8 AS c
    FROM (SELECT ${place} AS place, CASE WHEN ${inBuckets(grain, T)} THEN date_trunc(${grain}, t.day::timestamp) END AS bucket,
            ${a} AS a, ${b} AS b, ${c} AS c
          FROM ${rows} GROUP BY 1, 2) x`;
}

/** Of so many places each is asked for by itself; to plan as much for many takes longer than what it saves. */
const EACH_BY_ITSELF = 4;

/** The sums of the whole scope, or of each of the places. */
function sums(
  numerators: Numerators | null,
  filters: Filters,
  grain: Grain,
  places: readonly string[] | null,
): Prisma.Sql {
  const one = (place: string | null): Spread => ({
    place: Prisma.sql`${place}::text`,
    rows: rowsOf(numerators, place === null ? filters : { ...filters, place }, grain, null),
  });
  const together = (within: readonly string[]): Spread => {
    const own = filters.own ? Prisma.sql`AND w.ancestor_code = w.place_code` : Prisma.empty;
    return {
      place: Prisma.sql`w.ancestor_code::text`,
      rows: Prisma.sql`${rowsOf(numerators, filters, grain, within)}
        JOIN place_covered w ON w.place_code = t.place_code AND w.ancestor_code = ANY(${within}::bpchar[]) ${own}`,
    };
  };
  const spreads = places && places.length > EACH_BY_ITSELF ? [together(places)] : (places ?? [null]).map(one);
  const each = spreads.map((spread) => sumsOf(numerators, filters, grain, spread));
  return each.length === 0 ? NOTHING : Prisma.join(each, ' UNION ALL ');
}

const NOTHING = Prisma.sql`SELECT NULL AS place, NULL AS bucket, 0::float8 AS a, 0::float8 AS b, NULL::float8 AS c WHERE FALSE`;
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
  return series({ slogan: sloganId }, filters, places, days);
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
          relayed: 'slogan' in counts ? (num?.c ?? 0) : null,
          totalReports: den?.a ?? 0,
          totalCharacters: den?.b ?? 0,
        };
      }),
      coarser: { mentions: coarse?.a ?? 0, reports: coarse?.b ?? 0 },
    };
  });
  return { grain, series: all };
}
