import { Prisma } from '@/generated/prisma/client';
import { type Filters, formatFilters, type Grain } from '@/lib/filters';
import { chosenGrain } from './buckets';
import { keptOrSampled, type Sample } from './kept-answers';
import type { ScanSize } from './mention-scan';
import { normalisePhrase } from './phrase-text';
import { isPublished } from './published';
import { inBuckets, inScope } from './scope';
import { scopeSize } from './scope-size';
import { span } from './span';

const R = Prisma.sql`r`;

/** Of so many reports lists are looked at at once; of more, a sample answers first. */
const MOST = 2_500;

/** Lists of the scope with their bucket; nested ones are lists of their own. */
function listsIn(filters: Filters, grain: Grain, below: bigint | null): Prisma.Sql {
  const once = filters.copies === 'once' ? Prisma.sql`AND r.stands` : Prisma.empty;
  const lists =
    below === null
      ? Prisma.sql`directive_list`
      : Prisma.sql`(SELECT * FROM directive_list WHERE document_id < ${below}::bigint OFFSET 0)`;
  return Prisma.sql`
    SELECT l.document_id, l.ordinal, l.style, date_trunc(${grain}, r.day::timestamp) AS bucket
    FROM ${lists} l
    JOIN report r ON r.document_id = l.document_id AND r.ordinal = l.report
    WHERE ${inBuckets(grain, R)} AND ${isPublished(Prisma.sql`l.document_id`)} AND ${inScope(filters, R)} ${once}`;
}

async function sizeOf(filters: Filters): Promise<ScanSize> {
  const [scope, all] = await Promise.all([
    scopeSize(filters),
    scopeSize({ copies: 'all', measure: 'share' }),
  ]);
  return { reports: scope.reports, all: all.reports };
}

export interface ListLengthRow {
  readonly bucket: string;
  readonly style: string;
  readonly lists: number;
  /** Items of a list: mean, median, longest. */
  readonly mean: number;
  readonly median: number;
  readonly longest: number;
}

export interface ListLengths {
  readonly grain: Grain;
  /** Null: of all lists; else everything is of a sample, the numbers of lists too. */
  readonly sample: Sample | null;
  readonly rows: readonly ListLengthRow[];
}

/** How long directive lists are, by marker style and bucket. */
export async function listLengths(filters: Filters): Promise<ListLengths> {
  const grain = chosenGrain(filters, await span(filters));
  const question = JSON.stringify(['list-lengths', grain, formatFilters(filters)]);
  const { answer, sample } = await keptOrSampled(
    question,
    { ...(await sizeOf(filters)), most: MOST },
    (ask, below) =>
      ask<ListLengthRow>(Prisma.sql`
      SELECT to_char(bucket, 'YYYY-MM-DD') AS bucket, style, count(*)::int AS lists, avg(items)::float8 AS mean,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY items)::float8 AS median, max(items)::int AS longest
      FROM (SELECT l.bucket, l.style, l.document_id, l.ordinal, count(*)::int AS items
            FROM (${listsIn(filters, grain, below)}) l
            JOIN directive i ON i.document_id = l.document_id AND i.list = l.ordinal
            GROUP BY 1, 2, 3, 4) x
      GROUP BY x.bucket, style ORDER BY 1, 2`),
  );
  return { grain, sample, rows: answer };
}

export interface ListRankRow {
  readonly bucket: string;
  /** Lists with an item whose head holds the phrase, and all lists. */
  readonly lists: number;
  readonly totalLists: number;
  /** Position of the first such item in its list, from 1: mean, and the share of lists that put it first. */
  readonly meanRank: number | null;
  readonly shareFirst: number | null;
  /** Position over the length of the list: near 0 at the top, 1 at the end. */
  readonly meanPlace: number | null;
}

export interface ListRank {
  readonly grain: Grain;
  /** Null: of all lists; else everything is of a sample, the numbers of lists too. */
  readonly sample: Sample | null;
  readonly rows: readonly ListRankRow[];
}

/**
 * Where in the lists a topic stands, by bucket: the rank of the first item whose head holds the phrase, which has two
 * characters or more.
 */
export async function listRank(topic: string, filters: Filters): Promise<ListRank> {
  const phrase = normalisePhrase(topic);
  const grain = chosenGrain(filters, await span(filters));
  const question = JSON.stringify(['list-rank', phrase, grain, formatFilters(filters)]);
  const { answer, sample } = await keptOrSampled(
    question,
    { ...(await sizeOf(filters)), most: MOST },
    (ask, below) =>
      ask<ListRankRow>(Prisma.sql`
      SELECT to_char(bucket, 'YYYY-MM-DD') AS bucket, count(rank)::int AS lists, count(*)::int AS "totalLists",
        avg(rank)::float8 AS "meanRank", avg((rank = 1)::int)::float8 AS "shareFirst",
        avg((rank - 1)::float8 / greatest(items - 1, 1))::float8 AS "meanPlace"
      FROM (SELECT l.bucket, l.document_id, l.ordinal, count(*)::int AS items,
              min(i.ordinal + 1) FILTER (WHERE strpos(i.head, ${phrase}) > 0) AS rank
            FROM (${listsIn(filters, grain, below)}) l
            JOIN directive i ON i.document_id = l.document_id AND i.list = l.ordinal
            GROUP BY 1, 2, 3) x
      GROUP BY x.bucket ORDER BY 1`),
  );
  return { grain, sample, rows: answer };
}
