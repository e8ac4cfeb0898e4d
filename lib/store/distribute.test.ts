import { expect, test } from 'vitest';
import { DISTRIBUTED_TABLES, distribute, LOCAL_TABLES, REFERENCE_TABLES } from './distribute';
import { withDatabase } from './testing/with-database';

const db = withDatabase();

async function column(sql: string): Promise<string[]> {
  return (await db.pool.query<{ name: string }>(sql)).rows.map((r) => r.name);
}

test('every table has a place, and a table that is new has to be given one', async () => {
  const tables = await column(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%' ORDER BY 1",
  );
  expect([...REFERENCE_TABLES, ...Object.keys(DISTRIBUTED_TABLES), ...LOCAL_TABLES].sort()).toEqual(tables);
});

test('every unique key of a distributed table holds the column that it is distributed by', async () => {
  const { rows } = await db.pool.query<{ table: string; index: string; columns: string[] }>(
    `SELECT i.indrelid::regclass::text AS table, i.indexrelid::regclass::text AS index,
       array_agg(a.attname::text) AS columns
     FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
     WHERE i.indisunique AND i.indrelid::regclass::text = ANY($1) GROUP BY 1, 2`,
    [Object.keys(DISTRIBUTED_TABLES)],
  );
  expect(rows.length).toBeGreaterThanOrEqual(Object.keys(DISTRIBUTED_TABLES).length);
  const wrong = rows.filter((r) => !r.columns.includes(DISTRIBUTED_TABLES[r.table]?.column ?? ''));
  expect(wrong).toEqual([]);
});

test('foreign keys of distributed tables lead to their own shard or to every node', async () => {
  const { rows } = await db.pool.query<{ from: string; to: string; update: string }>(
    `SELECT conrelid::regclass::text AS from, confrelid::regclass::text AS to, confupdtype AS update
     FROM pg_constraint WHERE contype = 'f' AND conrelid::regclass::text = ANY($1)`,
    [Object.keys(DISTRIBUTED_TABLES)],
  );
  const byDocument = [
    'document',
    ...Object.keys(DISTRIBUTED_TABLES).filter((t) => DISTRIBUTED_TABLES[t]?.with === 'document'),
  ];
  const allowed = new Set<string>([...REFERENCE_TABLES, ...byDocument]);
  expect(rows.filter((r) => !allowed.has(r.to) || r.update !== 'a')).toEqual([]);
});

test('a plain server is left alone', async () => {
  const client = await db.pool.connect();
  try {
    await expect(distribute(client, () => undefined)).rejects.toThrow(/no Citus coordinator/);
  } finally {
    client.release();
  }
});
