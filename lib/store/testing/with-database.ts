import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { closeConnections } from '../client';
import { startEmbedded } from '../embedded';
import { migrate, migrationsFolder } from '../migrate';
import './global-setup';

/** The database of a test file; both fields can be read once its tests run. */
export interface TestDatabase {
  readonly url: string;
  readonly pool: pg.Pool;
}

async function serverUrl(): Promise<string> {
  // A server of another version, for a check: every test file still gets a database of its own on it.
  return process.env.TIFA_TEST_SERVER ?? (await startEmbedded(join(inject('testDatabaseFolder'), 'pg'))).url;
}

function named(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

/** A name that changes with the migrations: a server that outlives a test run must not serve an old template. */
function templateName(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(migrationsFolder())
    .filter((entry) => /^\d/.test(entry))
    .sort()) {
    hash.update(readFileSync(join(migrationsFolder(), name, 'migration.sql')));
  }
  return `tifa_template_${hash.digest('hex').slice(0, 12)}`;
}

async function createDatabase(server: string, name: string, migrated: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    if (!migrated) {
      await client.query(`CREATE DATABASE ${name}`);
      return;
    }
    const template = templateName();
    // One test file makes the template, the others wait for it; nobody may be connected to it while it is copied.
    await client.query('SELECT pg_advisory_lock(734001)');
    const there = await client.query('SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate', [
      template,
    ]);
    if (there.rowCount === 0) {
      await client.query(`DROP DATABASE IF EXISTS ${template}`);
      await client.query(`CREATE DATABASE ${template}`);
      await migrate(named(server, template));
      await client.query(`ALTER DATABASE ${template} IS_TEMPLATE true`);
    }
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  } finally {
    await client.end();
  }
}

async function dropDatabase(server: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`).finally(() => client.end());
}

/**
 * Gives a test file, or a `describe`, a database of its own on the one test server: migrated, empty, gone
 * afterwards. DATABASE_URL names it meanwhile, so that `getPool` and `getPrisma` of the code under test reach it.
 */
export function withDatabase({ migrated = true } = {}): TestDatabase {
  const name = `test_${randomBytes(6).toString('hex')}`;
  let server = '';
  let pool: pg.Pool | undefined;
  const before = process.env.DATABASE_URL;
  beforeAll(async () => {
    server = await serverUrl();
    await createDatabase(server, name, migrated);
    process.env.DATABASE_URL = named(server, name);
    pool = new pg.Pool({ connectionString: named(server, name), max: 8 });
    pool.on('error', () => {}); // DROP DATABASE cuts idle connections
  });
  afterAll(async () => {
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
    await closeConnections();
    await pool?.end();
    if (server) await dropDatabase(server, name);
  });
  return {
    get url() {
      return named(server, name);
    },
    get pool() {
      if (!pool) throw new Error('the database of a test file is there once its tests run');
      return pool;
    },
  };
}
