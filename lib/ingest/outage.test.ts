import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { generateDemo } from '@/lib/demo/generate-demo';
import { findDataDir } from '@/lib/resources';
import { startEmbedded, stopEmbedded } from '@/lib/store/embedded';
import { migrate } from '@/lib/store/migrate';
import { loadReference } from './load-reference';

const folder = mkdtempSync(join(tmpdir(), 'tifa-outage-'));
const cluster = join(folder, 'pg');
const DOCUMENTS = 3_000;
const AWAY_MS = 10_000;

afterAll(async () => {
  await stopEmbedded(cluster);
  rmSync(folder, { recursive: true, force: true });
});

async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<T>(sql).finally(() => client.end());
  return rows[0] as T;
}

test('a database that is gone for ten seconds is waited for, and nothing is lost or stored twice', async () => {
  const { url } = await startEmbedded(cluster);
  await migrate(url);
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  await loadReference(pool, findDataDir()).finally(() => pool.end());
  const file = join(folder, 'documents.jsonl');
  writeFileSync(
    file,
    [...generateDemo({ seed: 5, documents: DOCUMENTS })]
      .map(({ truth: _, ...d }) => JSON.stringify(d))
      .join('\n'),
  );
  const ingester = fork(fileURLToPath(new URL('./drill/ingester.ts', import.meta.url)), [file], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(ingester, 'exit');
  const storing = async () =>
    (await ask<{ n: number }>(url, 'SELECT count(*)::int AS n FROM document')).n > 0;
  while (ingester.exitCode === null && !(await storing())) await sleep(20);
  await stopEmbedded(cluster);
  await sleep(AWAY_MS);
  expect(ingester.exitCode).toBeNull();
  expect((await startEmbedded(cluster)).url).toBe(url);
  expect((await ended)[0]).toBe(0);
  const run = await ask(url, 'SELECT status::text AS status, interrupted, stored FROM run');
  expect(run).toEqual({ status: 'published', interrupted: false, stored: DOCUMENTS });
  expect(
    await ask(url, 'SELECT count(*)::int AS n, count(DISTINCT external_id)::int AS ids FROM document'),
  ).toEqual({
    n: DOCUMENTS,
    ids: DOCUMENTS,
  });
}, 180_000);
