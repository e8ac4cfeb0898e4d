import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate, migrationStates } from './migrate';
import { withDatabase } from './testing/with-database';

const database = withDatabase({ migrated: false });
let folder = '';

function write(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'migration.sql'), sql);
}

async function tables(): Promise<string[]> {
  const { rows } = await database.pool.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  );
  return rows.map((row) => row.name).filter((name) => name !== '_prisma_migrations');
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tifa-migrations-'));
  await database.pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('migrate', () => {
  it('applies what is missing, in order, once', async () => {
    write('2_second', 'ALTER TABLE a ADD COLUMN c int; CREATE INDEX ON a (c);');
    write('1_first', 'CREATE TABLE a (b int);');
    expect(await migrate(database.url, folder)).toEqual(['1_first', '2_second']);
    expect(await migrate(database.url, folder)).toEqual([]);
    write('3_third', 'CREATE TABLE d (e int)');
    expect(await migrationStates(database.url, folder)).toEqual([
      { name: '1_first', applied: true },
      { name: '2_second', applied: true },
      { name: '3_third', applied: false },
    ]);
    expect(await migrate(database.url, folder)).toEqual(['3_third']);
    expect(await tables()).toEqual(['a', 'd']);
  });

  it('leaves nothing of a migration that fails, and keeps those before it', async () => {
    write('1_first', 'CREATE TABLE a (b int)');
    write('2_second', 'CREATE TABLE c (d int); INSERT INTO c VALUES (1); SELECT 1 / 0;');
    await expect(migrate(database.url, folder)).rejects.toThrow(
      /2_second failed.*division by zero\nat: SELECT 1/s,
    );
    expect(await tables()).toEqual(['a']);
    write('2_second', 'CREATE TABLE c (d int)');
    expect(await migrate(database.url, folder)).toEqual(['2_second']);
  });

  it('lets several starters through, one after the other', async () => {
    write('1_first', 'CREATE TABLE a (b int); SELECT pg_sleep(0.1)');
    const all = await Promise.all(Array.from({ length: 6 }, () => migrate(database.url, folder)));
    expect(all.flat()).toEqual(['1_first']);
  });

  it('refuses what was edited after it was applied, but not other line ends', async () => {
    write('1_first', 'CREATE TABLE a (b int);\nCREATE TABLE c (d int);\n');
    await migrate(database.url, folder);
    write('1_first', 'CREATE TABLE a (b int);\r\nCREATE TABLE c (d int);\r\n');
    expect(await migrate(database.url, folder)).toEqual([]);
    write('1_first', 'CREATE TABLE a (b text)');
    await expect(migrate(database.url, folder)).rejects.toThrow(/edited after it was applied.*What to do/s);
  });

  it('refuses a database that is ahead of the program', async () => {
    write('1_first', 'CREATE TABLE a (b int)');
    await migrate(database.url, folder);
    rmSync(join(folder, '1_first'), { recursive: true });
    await expect(migrate(database.url, folder)).rejects.toThrow(/does not know/);
  });

  it('refuses what cannot be undone', async () => {
    for (const sql of ['COMMIT', 'CREATE INDEX CONCURRENTLY x ON a (b)', 'VACUUM a', 'begin;']) {
      write('1_first', sql);
      await expect(migrate(database.url, folder)).rejects.toThrow(/cannot run inside a transaction/);
    }
  });

  it('says what to do when nobody listens', async () => {
    const nowhere = 'postgresql://x:y@127.0.0.1:1/z';
    await expect(migrate(nowhere, folder)).rejects.toThrow(/cannot be reached.*DATABASE_URL/);
  });

  it('brings an empty database to the schema of this program', async () => {
    expect((await migrate(database.url)).length).toBeGreaterThan(0);
    expect(await tables()).toContain('document');
  });
});
