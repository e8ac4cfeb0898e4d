import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  DISTRIBUTED_TABLES,
  distribute,
  LOCAL_TABLES,
  REFERENCE_TABLES,
  withoutForeignKeys,
} from './distribute';
import { migrationsFolder } from './migrate';
import { projectRoot } from './project-root';
import { splitSql } from './split-sql';
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

test('the plan holds every model of the schema, and docs/scale.md says where each lies', () => {
  const schema = readFileSync(join(projectRoot(), 'prisma', 'schema.prisma'), 'utf8');
  const models = schema
    .split(/^(?=model |enum )/m)
    .filter((part) => part.startsWith('model '))
    .map((part) => /@@map\("(\w+)"\)/.exec(part)?.[1]);
  const plan = {
    'whole on every node': REFERENCE_TABLES,
    'by document': Object.keys(DISTRIBUTED_TABLES).filter((t) => !/_(day|month|year)$/.test(t)),
    'by slogan': Object.keys(DISTRIBUTED_TABLES).filter((t) => t.startsWith('slogan_')),
    'by place': Object.keys(DISTRIBUTED_TABLES).filter((t) => t.startsWith('place_')),
    'coordinator only': LOCAL_TABLES,
  };
  expect(Object.values(plan).flat().sort()).toEqual([...models].sort());
  const page = readFileSync(join(projectRoot(), 'docs', 'scale.md'), 'utf8');
  for (const [where, tables] of Object.entries(plan)) {
    const row = new RegExp(`^\\| ${where}[^|]*\\|([^|]*)\\|$`, 'm').exec(page)?.[1] ?? '';
    expect(
      row
        .split(',')
        .map((name) => name.trim())
        .filter((name) => !name.includes(' '))
        .sort(),
    ).toEqual([...tables].sort());
  }
});

test('tables that lie together are spread by columns of one type', async () => {
  const { rows } = await db.pool.query<{ table: string; column: string; type: string }>(
    `SELECT attrelid::regclass::text AS table, attname::text AS column, format_type(atttypid, atttypmod) AS type
     FROM pg_attribute WHERE attnum > 0 AND attrelid::regclass::text = ANY($1)`,
    [Object.keys(DISTRIBUTED_TABLES)],
  );
  const typeOf = (table: string) =>
    rows.find((r) => r.table === table && r.column === DISTRIBUTED_TABLES[table]?.column)?.type;
  for (const [table, { with: other }] of Object.entries(DISTRIBUTED_TABLES))
    expect([table, typeOf(table)]).toEqual([table, typeOf(other === 'none' ? table : other) ?? 'no column']);
});

test('big tables have no sequences, no table has triggers', async () => {
  const sequences = await column(
    `SELECT d.refobjid::regclass::text AS name FROM pg_depend d JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S'
     WHERE d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')`,
  );
  expect(sequences.length).toBeGreaterThan(3);
  expect(sequences.filter((table) => table in DISTRIBUTED_TABLES)).toEqual([]);
  expect(await column('SELECT tgname::text AS name FROM pg_trigger WHERE NOT tgisinternal')).toEqual([]);
});

test('a migration adds one constraint a statement', () => {
  const folders = readdirSync(migrationsFolder()).filter((name) => /^\d/.test(name));
  const statements = folders.flatMap((name) =>
    splitSql(readFileSync(join(migrationsFolder(), name, 'migration.sql'), 'utf8')),
  );
  const counts = statements.map(({ sql }) => (sql.match(/ADD CONSTRAINT/gi) ?? []).length);
  expect(counts.filter((n) => n === 1).length).toBeGreaterThan(15);
  expect(counts.filter((n) => n > 1)).toEqual([]);
});

/** Files of the program, without tests, below some folders. */
function sources(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(projectRoot(), folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => join(folder, name)),
  );
}

test('transactions that write begin in one way, and no query asks what Citus refuses', () => {
  const text = (file: string) => readFileSync(join(projectRoot(), file), 'utf8');
  const writers = sources('lib/store', 'lib/ingest', 'lib/curate');
  expect(writers.filter((file) => /query\(\s*['"`]BEGIN/.test(text(file)))).toEqual([
    join('lib', 'store', 'begin.ts'),
  ]);
  const all = [...writers, ...sources('lib/queries', 'lib/discover')];
  expect(all.length).toBeGreaterThan(150);
  const refused =
    /GROUPING SETS|\b(?:ROLLUP|CUBE) ?\(|WITH RECURSIVE|\bLATERAL\b|\bAS \(\s*(?:DELETE|UPDATE|INSERT)\b/;
  expect(all.filter((file) => refused.test(text(file)))).toEqual([]);
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

test('foreign keys come back as they were', async () => {
  const keys = async () =>
    column(
      `SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) AS name
       FROM pg_constraint WHERE contype = 'f' ORDER BY 1`,
    );
  const before = await keys();
  const client = await db.pool.connect();
  try {
    let meanwhile: string[] = [];
    await client.query('BEGIN');
    await withoutForeignKeys(client, [...REFERENCE_TABLES, ...Object.keys(DISTRIBUTED_TABLES)], async () => {
      meanwhile = (
        await client.query<{ name: string }>(
          "SELECT conrelid::regclass::text AS name FROM pg_constraint WHERE contype = 'f'",
        )
      ).rows.map((r) => r.name);
    });
    await client.query('COMMIT');
    expect(meanwhile).toEqual(['phrase_part']);
  } finally {
    client.release();
  }
  expect(before.length).toBeGreaterThan(15);
  expect(await keys()).toEqual(before);
});

test('a plain server is left alone', async () => {
  const client = await db.pool.connect();
  try {
    await expect(distribute(client, () => undefined)).rejects.toThrow(/no Citus coordinator/);
  } finally {
    client.release();
  }
});
