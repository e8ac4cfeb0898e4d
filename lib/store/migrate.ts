import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { begin } from './begin';
import { DatabaseError } from './database-error';
import { projectRoot } from './project-root';
import { leadingWords, splitSql } from './split-sql';

/** One migration of the program and what the database knows of it. */
export interface MigrationState {
  readonly name: string;
  readonly applied: boolean;
}

interface Migration {
  readonly name: string;
  readonly sql: string;
}

interface Row {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

/** The table of `prisma migrate deploy`, so that it can take over where its engine is to be had. */
const bookkeeping = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

/** The advisory lock that Prisma takes too. */
const lockId = 72707369;
const oldestVersion = 15;
const again = 'npm run db -- reset makes an embedded database anew';

/** What cannot run inside the one transaction of a migration. */
const forbidden =
  /^(BEGIN|START TRANSACTION|COMMIT|END|ROLLBACK|ABORT|VACUUM|(CREATE|DROP|ALTER) (DATABASE|TABLESPACE|SYSTEM)|.*\bCONCURRENTLY\b)/;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Prisma's checksum is of the file as it is; Git may have turned its line ends, which changes nothing. */
function sameText(migration: Migration, checksum: string): boolean {
  const unix = migration.sql.replaceAll('\r\n', '\n');
  return [migration.sql, unix, unix.replaceAll('\n', '\r\n')].some((text) => sha256(text) === checksum);
}

/** The folder with the migrations of this program. */
export function migrationsFolder(): string {
  return join(/* turbopackIgnore: true */ projectRoot(), 'prisma/migrations');
}

async function readMigrations(folder: string): Promise<Migration[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names
      .sort()
      .map(async (name) => ({ name, sql: await readFile(join(folder, name, 'migration.sql'), 'utf8') })),
  );
}

async function readRows(client: pg.ClientBase): Promise<Row[]> {
  const there = await client.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there");
  if (!there.rows[0]?.there) return [];
  const { rows } = await client.query<Row>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows;
}

/** Throws when the database is too old, was left half migrated, or was made by another state of the program. */
function check(migrations: readonly Migration[], rows: readonly Row[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of rows) {
    const migration = known.get(row.name);
    if (!row.finished) {
      throw new DatabaseError(
        `Migration ${row.name} was begun by another tool and not finished. What to do: repair the database and delete its row in _prisma_migrations; ${again}.`,
      );
    }
    if (!migration) {
      throw new DatabaseError(
        `The database has the migration ${row.name}, which this program does not know. What to do: update the program; ${again}.`,
      );
    }
    if (!sameText(migration, row.checksum)) {
      throw new DatabaseError(
        `Migration ${row.name} was edited after it was applied. What to do: put the file back and write a new migration; ${again}.`,
      );
    }
  }
}

async function checkVersion(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ version: string; name: string }>(
    "SELECT current_setting('server_version_num') AS version, current_setting('server_version') AS name",
  );
  const found = rows[0];
  if (found && Math.floor(Number(found.version) / 10_000) < oldestVersion) {
    throw new DatabaseError(
      `The server is PostgreSQL ${found.name}; version ${oldestVersion} or later is needed. What to do: point DATABASE_URL to a newer server, or unset it to use the embedded one.`,
    );
  }
}

/** Applies one migration with its bookkeeping in one transaction: a kill leaves all of it or nothing. */
async function apply(client: pg.ClientBase, migration: Migration): Promise<void> {
  const statements = splitSql(migration.sql);
  for (const { sql } of statements) {
    if (forbidden.test(leadingWords(sql))) {
      throw new Error(`migration ${migration.name}: "${sql.slice(0, 60)}" cannot run inside a transaction`);
    }
  }
  let running = '';
  try {
    await begin(client);
    for (const { sql } of statements) {
      running = sql;
      await client.query(sql);
    }
    running = 'its row in _prisma_migrations';
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), sha256(migration.sql), migration.name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseError(
      `Migration ${migration.name} failed and left nothing behind: ${reason}\nat: ${running}`,
      {
        cause: error,
      },
    );
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {}); // a lost connection rejects the running query as well
  try {
    await client.connect();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseError(
      `The database cannot be reached: ${reason}. What to do: check that the server runs and what DATABASE_URL says, or unset it to use the embedded one.`,
      { cause: error },
    );
  }
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Brings a database to the schema of this program, one migration and one transaction after the other; safe to call
 * by several at once. Gives the names of those applied now; throws a DatabaseError that says what to do.
 */
export async function migrate(url: string, folder = migrationsFolder()): Promise<string[]> {
  const migrations = await readMigrations(folder);
  return withClient(url, async (client) => {
    await checkVersion(client);
    await client.query('SELECT pg_advisory_lock($1)', [lockId]);
    const rows = await readRows(client);
    check(migrations, rows);
    const applied = new Set(rows.map((row) => row.name));
    const missing = migrations.filter((migration) => !applied.has(migration.name));
    if (missing.length > 0) await client.query(bookkeeping);
    for (const migration of missing) await apply(client, migration);
    return missing.map((migration) => migration.name);
  });
}

/** What `migrate` would do, without doing it. */
export async function migrationStates(url: string, folder = migrationsFolder()): Promise<MigrationState[]> {
  const migrations = await readMigrations(folder);
  const applied = new Set(
    (await withClient(url, readRows)).filter((row) => row.finished).map((row) => row.name),
  );
  return migrations.map(({ name }) => ({ name, applied: applied.has(name) }));
}
