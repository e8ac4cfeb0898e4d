import type { QueryResultRow } from 'pg';
import { Prisma } from '@/generated/prisma/client';
import { getPool } from '@/lib/store/client';
import { gramsOf } from '@/lib/store/grams';
import type { PhraseAtom, PhraseQuery } from './phrase-query';

function grams(texts: readonly string[]): Prisma.Sql {
  const all = [...new Set(texts.flatMap(gramsOf))];
  return Prisma.sql`g.grams @> ${all}::int[]`;
}

const textsOf = (atom: PhraseAtom) => (atom.kind === 'text' ? [atom.text] : [atom.a, atom.b]);

/** What the index of pairs can say of a document `g`: that it may meet the query. */
function mayMeet({ all }: PhraseQuery): Prisma.Sql {
  const clauses = all.map(
    (atoms) =>
      Prisma.sql`(${Prisma.join(
        atoms.map((a) => grams(textsOf(a))),
        ' OR ',
      )})`,
  );
  return Prisma.join(clauses, ' AND ');
}

/** That the text of a document, `d`, holds at least one text of every clause. */
export function holds({ all }: PhraseQuery): Prisma.Sql {
  const one = (text: string) => Prisma.sql`strpos(d.text, ${text}) > 0`;
  const clauses = all.map((atoms) => {
    const either = atoms.map((a) => Prisma.sql`(${Prisma.join(textsOf(a).map(one), ' AND ')})`);
    return Prisma.sql`(${Prisma.join(either, ' OR ')})`;
  });
  return Prisma.join(clauses, ' AND ');
}

/** Documents whose numbers lie between two, both included. */
export interface DocumentPart {
  readonly from: bigint;
  readonly until: bigint;
}

const IDS = 2n ** 63n;

/** All documents in so many parts of about the same size: their numbers are hashes. */
export function documentParts(count: number): DocumentPart[] {
  const bound = (i: number) => (IDS * BigInt(i)) / BigInt(count);
  return Array.from({ length: count }, (_, i) => ({ from: bound(i), until: bound(i + 1) - 1n }));
}

/**
 * Ids of published documents whose text may meet the query, by the index; and those of the runs `unindexed`, which
 * the index does not know yet. A superset: `holds`, and then the spans, decide.
 */
export function candidates(
  query: PhraseQuery,
  unindexed: readonly number[],
  part: DocumentPart | null = null,
): Prisma.Sql {
  const within = (id: Prisma.Sql) =>
    part ? Prisma.sql`AND ${id} >= ${part.from}::bigint AND ${id} <= ${part.until}::bigint` : Prisma.empty;
  const indexed = Prisma.sql`SELECT g.document_id FROM document_gram g WHERE ${mayMeet(query)} ${within(Prisma.sql`g.document_id`)}`;
  if (unindexed.length === 0) return indexed;
  return Prisma.sql`${indexed} UNION SELECT d.id FROM document d WHERE d.run_id = ANY(${unindexed}::int[]) ${within(Prisma.sql`d.id`)}`;
}

/**
 * For the transaction of a query that narrows by `candidates`. The planner does not know that to test a row of
 * `document_gram` all of its pairs have to be fetched and unpacked, and would read the whole table instead. After a
 * minute a count is given up.
 */
export const FORCE_INDEX = "SET LOCAL enable_seqscan = off; SET LOCAL statement_timeout = '60s'";

/**
 * Runs a query that narrows by `candidates` through the index.
 * On a connection of its own: Prisma's transactions end after five seconds, which a common phrase may take.
 */
export async function byIndex<Row extends QueryResultRow>(sql: Prisma.Sql): Promise<Row[]> {
  const client = await (await getPool('write')).connect();
  try {
    await client.query('BEGIN READ ONLY');
    await client.query(FORCE_INDEX);
    const { rows } = await client.query<Row>(sql.text, sql.values);
    await client.query('COMMIT');
    return rows;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
