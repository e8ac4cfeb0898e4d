import { Prisma } from '@/generated/prisma/client';
import { getPrisma } from '@/lib/store/client';
import { lineGrams } from '@/lib/store/line-index';

/** titles: of documents. lists: directive lists with their lead-in and the heads of their items. */
export type Lines = 'titles' | 'lists';

/** Lines looked at to tell a rare text from a common one; numbers are hashes, so that the smallest are a random sample. */
const GLANCE = 3_000;
/** So many that hold a text are read and sorted by day; of more, the newest are found by walking back in time. */
const MOST: Record<Lines, number> = { titles: 5_000, lists: 20_000 };

/** Whether every published document is in the index, and how many lines it holds, about. */
async function indexState(): Promise<{ complete: boolean; lines: number }> {
  const prisma = await getPrisma();
  const [row] = await prisma.$queryRaw<{ complete: boolean; lines: number }[]>`
    SELECT NOT EXISTS (SELECT 1 FROM run WHERE status = 'published' AND stored > 0 AND NOT lines_indexed) AS complete,
      (SELECT greatest(reltuples, 0)::float8 FROM pg_class WHERE oid = 'line_gram'::regclass) AS lines`;
  return row ?? { complete: false, lines: 0 };
}

/**
 * The condition on `line_gram g` that a line may hold a text, by its pairs of characters: a superset. Null where the text
 * is common, so that walking back from the newest meets enough of them soon, or where nobody knows all lines yet.
 * @param text two characters or more; of a shorter one nothing can be said
 */
export async function rareLines(text: string, lines: Lines): Promise<Prisma.Sql | null> {
  const prisma = await getPrisma();
  const grams = lineGrams(text);
  const known = await indexState();
  if (grams.length === 0 || !known.complete) return null;
  const kind = lines === 'titles' ? Prisma.sql`g.list = -1` : Prisma.sql`g.list >= 0`;
  const holds = Prisma.sql`g.grams @> ${grams}::int[]`;
  const [seen] = await prisma.$queryRaw<{ n: number; hits: number }[]>`
    SELECT count(*)::int AS n, (count(*) FILTER (WHERE ${kind} AND ${holds}))::int AS hits
    FROM (SELECT * FROM line_gram ORDER BY document_id, list LIMIT ${GLANCE}) g`;
  const share = seen && seen.n > 0 ? seen.hits / seen.n : 0;
  return share * known.lines > MOST[lines] ? null : Prisma.sql`${holds} AND ${kind}`;
}
