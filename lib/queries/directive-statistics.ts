import type { QueryResultRow } from 'pg';
import { Prisma } from '@/generated/prisma/client';
import type { Filters, Grain } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { chosenGrain } from './buckets';
import { byIndex, candidates } from './phrase-candidates';
import { unindexedRuns } from './phrase-count';
import { parsePhraseQuery } from './phrase-query';
import { normalisePhrase } from './phrase-text';
import { inScope, PRECISIONS } from './scope';
import { span } from './span';

const R = Prisma.sql`r`;

/** Lists of the scope with their bucket; nested ones are lists of their own. */
function listsIn(filters: Filters, grain: Grain): Prisma.Sql {
  const once = filters.copies === 'once' ? Prisma.sql`AND r.stands` : Prisma.empty;
  return Prisma.sql`
    SELECT l.document_id, l.ordinal, l.style, to_char(date_trunc(${grain}, r.day::timestamp), 'YYYY-MM-DD') AS bucket
    FROM directive_list l
    JOIN report r ON r.document_id = l.document_id AND r.ordinal = l.report
    JOIN document d ON d.id = l.document_id
    JOIN run u ON u.id = d.run_id AND u.status = 'published'
    WHERE r.precision::text = ANY(${PRECISIONS[grain]}::text[]) AND ${inScope(filters, R)} ${once}`;
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

/** How long directive lists are, by marker style and bucket. */
export async function listLengths(
  filters: Filters,
): Promise<{ grain: Grain; rows: readonly ListLengthRow[] }> {
  const prisma = await getPrisma();
  const grain = chosenGrain(filters, await span(filters));
  const rows = await prisma.$queryRaw<ListLengthRow[]>`
    SELECT bucket, style, count(*)::int AS lists, avg(items)::float8 AS mean,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY items)::float8 AS median, max(items)::int AS longest
    FROM (SELECT l.bucket, l.style, l.document_id, l.ordinal, count(*)::int AS items
          FROM (${listsIn(filters, grain)}) l
          JOIN directive i ON i.document_id = l.document_id AND i.list = l.ordinal
          GROUP BY 1, 2, 3, 4) x
    GROUP BY 1, 2 ORDER BY 1, 2`;
  return { grain, rows };
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

interface RankSums {
  bucket: string;
  lists: number;
  meanRank: number;
  shareFirst: number;
  meanPlace: number;
}

/** Lists with an item that names the phrase: only of the documents that hold it, and of those not indexed yet. */
async function naming(
  phrase: string,
  filters: Filters,
  grain: Grain,
  unindexed: readonly number[],
): Promise<RankSums[]> {
  const query = parsePhraseQuery(`"${phrase}"`);
  if (typeof query === 'string') return [];
  return byIndex<RankSums & QueryResultRow>(Prisma.sql`
    SELECT bucket, count(*)::int AS lists, avg(rank)::float8 AS "meanRank", avg((rank = 1)::int)::float8 AS "shareFirst",
      avg((rank - 1)::float8 / greatest(items - 1, 1))::float8 AS "meanPlace"
    FROM (SELECT l.bucket, l.document_id, l.ordinal, count(*)::int AS items,
            min(i.ordinal + 1) FILTER (WHERE strpos(i.head, ${phrase}) > 0) AS rank
          FROM (${listsIn(filters, grain)} AND l.document_id IN (${candidates(query, unindexed)})) l
          JOIN directive i ON i.document_id = l.document_id AND i.list = l.ordinal
          GROUP BY 1, 2, 3) x
    WHERE rank IS NOT NULL GROUP BY 1`);
}

/**
 * Where in the lists a topic stands, by bucket: the rank of the first item whose head holds the phrase, which has two
 * characters or more.
 */
export async function listRank(
  topic: string,
  filters: Filters,
): Promise<{ grain: Grain; rows: readonly ListRankRow[] }> {
  const prisma = await getPrisma();
  const phrase = normalisePhrase(topic);
  const grain = chosenGrain(filters, await span(filters));
  const [totals, found] = await Promise.all([
    prisma.$queryRaw<{ bucket: string; lists: number }[]>`
      SELECT bucket, count(*)::int AS lists FROM (${listsIn(filters, grain)}) l GROUP BY 1 ORDER BY 1`,
    unindexedRuns().then(({ runs }) => naming(phrase, filters, grain, runs)),
  ]);
  const at = new Map(found.map((r) => [r.bucket, r]));
  const rows = totals.map(({ bucket, lists: totalLists }): ListRankRow => {
    const { lists = 0, meanRank = null, shareFirst = null, meanPlace = null } = at.get(bucket) ?? {};
    return { bucket, lists, totalLists, meanRank, shareFirst, meanPlace };
  });
  return { grain, rows };
}
