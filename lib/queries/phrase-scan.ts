import type { PoolClient, QueryResultRow } from 'pg';
import { Prisma } from '@/generated/prisma/client';
import { getPool } from '@/lib/store/client';
import { FORCE_INDEX } from './phrase-candidates';

/**
 * From such a share of the documents on, a phrase is counted by reading all texts in the order in which they lie: to fetch a
 * document by its number takes twice as long as to read the next one.
 */
export const SCAN_FROM = 0.4;

/** The documents `d` of the first or the second half of the table. */
async function halves(client: PoolClient): Promise<readonly [Prisma.Sql, Prisma.Sql]> {
  const { rows } = await client.query<{ pages: number }>(
    `SELECT (pg_relation_size('document') / current_setting('block_size')::int)::int AS pages`,
  );
  const middle = `(${Math.floor((rows[0]?.pages ?? 0) / 2)},0)`;
  return [Prisma.sql`d.ctid < ${middle}::tid`, Prisma.sql`d.ctid >= ${middle}::tid`];
}

async function ask<Row extends QueryResultRow>(client: PoolClient, sql: Prisma.Sql): Promise<Row[]> {
  await client.query(FORCE_INDEX);
  return (await client.query<Row>(sql.text, sql.values)).rows;
}

async function scan<Row extends QueryResultRow>(of: (documents: Prisma.Sql) => Prisma.Sql): Promise<Row[]> {
  const pool = await getPool('write');
  const clients = [await pool.connect(), await pool.connect()] as const;
  const [first, second] = clients;
  try {
    // One snapshot for both: a document that is written anew meanwhile would else be in both halves, or in neither.
    await first.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await second.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await first.query<{ id: string }>('SELECT pg_export_snapshot() AS id');
    await second.query(`SET TRANSACTION SNAPSHOT '${rows[0]?.id ?? ''}'`);
    const [upper, lower] = await halves(first);
    const found = await Promise.all([ask<Row>(first, of(upper)), ask<Row>(second, of(lower))]);
    return found.flat();
  } finally {
    await Promise.all(clients.map((client) => client.query('ROLLBACK').catch(() => undefined)));
    for (const client of clients) client.release();
  }
}

let underWay: Promise<unknown> = Promise.resolve();

/**
 * Asks about all documents, half by half side by side; `of` makes the query from the condition on the documents `d` of a half.
 * One after the other: each takes two connections, and both processors.
 */
export function scanDocuments<Row extends QueryResultRow>(
  of: (documents: Prisma.Sql) => Prisma.Sql,
): Promise<Row[]> {
  const next = underWay.then(() => scan<Row>(of));
  underWay = next.catch(() => undefined);
  return next;
}
