import { Prisma } from '@/generated/prisma/client';
import { getPrisma } from '@/lib/store/client';
import { inNamedPlace, inNamedStrata, type NamedScope } from './named-scope';

const R = Prisma.sql`r`;

/**
 * The newest reports of the scope, to stand in a FROM clause as `r`. Those of runs that are not published and of documents
 * that were taken down are among them: what joins them has to leave them out. The limit is a fence: the planner walks
 * an index of days instead of sorting all that may join.
 */
export function newestReports(
  scope: NamedScope,
  limit: number | null,
  only: Prisma.Sql = Prisma.sql`TRUE`,
): Prisma.Sql {
  const once = scope.filters.copies === 'once' ? Prisma.sql`AND r.stands` : Prisma.empty;
  return Prisma.sql`(
    SELECT r.* FROM report r
    WHERE ${inNamedPlace(scope, R)} AND ${inNamedStrata(scope, R)} ${once} AND ${only}
    ORDER BY r.day DESC, r.document_id DESC, r.ordinal
    ${limit === null ? Prisma.empty : Prisma.sql`LIMIT ${limit}`}) r`;
}

async function countOf(from: Prisma.Sql): Promise<number> {
  const prisma = await getPrisma();
  const [row] = await prisma.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM ${from}`;
  return row?.n ?? 0;
}

const GROWTH = 8;
/** As many more as should be enough, by what was left of the last ones, and half as many again. */
const SPARE = 1.5;
/** Beyond it all are read at once. */
const MOST = 200_000;

/**
 * Reads the newest things of which some fall away when they are joined: `read` is asked with more and more of them until
 * enough are left or there are no more.
 * @param known how many things there are, where that is known
 * @param read joins the newest `limit` things (all where it is null) and gives what is left
 * @param source the newest `limit` things themselves, to stand in a FROM clause
 */
export async function readNewest<Row>(
  need: number,
  source: (limit: number | null) => Prisma.Sql,
  read: (from: Prisma.Sql) => Promise<Row[]>,
  known: number | null = null,
): Promise<Row[]> {
  let limit = need + 100;
  while (limit <= MOST) {
    const rows = await read(source(limit));
    if (rows.length >= need) return rows;
    if ((known ?? (await countOf(source(limit)))) < limit) return rows;
    limit = Math.ceil(limit * Math.min(GROWTH, (SPARE * need) / Math.max(1, rows.length)));
  }
  return read(source(null));
}
