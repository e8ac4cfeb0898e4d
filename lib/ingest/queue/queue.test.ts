import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { DEMO_SOURCE, generateDemo } from '@/lib/demo/generate-demo';
import { findDataDir } from '@/lib/resources';
import { projectRoot } from '@/lib/store/project-root';
import { queuedBatches } from '@/lib/store/queued-jobs';
import { abandonedRuns, undoRun } from '@/lib/store/runs';
import { withDatabase } from '@/lib/store/testing/with-database';
import { ingestDemo } from '../demo';
import { differences, fingerprint } from '../drill/fingerprint';
import { loadReference } from '../load-reference';
import type { ReadItem } from '../read/raw-document';
import { enqueue } from './enqueue';
import { runWorker } from './run-worker';

const db = withDatabase();
const dataDir = findDataDir();
const DEMO = { seed: 9, documents: 1_500 };

beforeAll(async () => {
  await loadReference(db.pool, dataDir);
}, 120_000);

async function* items(): AsyncGenerator<ReadItem> {
  let line = 0;
  for (const { truth: _, ...d } of generateDemo(DEMO)) {
    const bytes = Buffer.from(JSON.stringify(d));
    yield { document: { input: DEMO_SOURCE, line: ++line, format: 'json', bytes } };
  }
  yield { problem: { input: 'x', line: 1, code: 'empty', detail: 'x' } };
}

function startHost(): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'scripts/worker.ts', '--threads', '1'], {
    cwd: projectRoot(),
    env: { ...process.env, DATABASE_URL: db.url },
    stdio: 'ignore',
  });
}

async function statusOf(run: number): Promise<string | undefined> {
  const { rows } = await db.pool.query<{ status: string }>(
    'SELECT status::text AS status FROM run WHERE id = $1',
    [run],
  );
  return rows[0]?.status;
}

async function until(condition: () => Promise<boolean>, seconds: number): Promise<void> {
  for (const end = Date.now() + seconds * 1000; !(await condition()); await sleep(200))
    if (Date.now() > end) throw new Error('it did not happen in time');
}

test('a host that dies in the middle loses and doubles nothing', async () => {
  const alone = await ingestDemo(db.pool, { dataDir, workers: 2 }, DEMO);
  const expected = await fingerprint(db.pool);
  await undoRun(db.pool, alone.runId);

  const run = await enqueue(db.pool, items(), ['demo'], { synthetic: [DEMO_SOURCE] });
  expect(await queuedBatches(db.pool, run)).toBeGreaterThan(2);
  // The reader is gone, and its run is not taken for abandoned.
  expect(await abandonedRuns(db.pool)).toEqual([]);

  const locked = async () => {
    const { rows } = await db.pool.query('SELECT 1 FROM graphile_worker.jobs WHERE locked_by IS NOT NULL');
    return rows.length > 0;
  };
  const doomed = startHost();
  await until(locked, 60);
  doomed.kill('SIGKILL');
  await once(doomed, 'exit');

  const worker = await runWorker(db.pool, { dataDir, threads: 2, sweepMs: 500 });
  await until(async () => (await statusOf(run)) === 'published', 120);
  await worker.stop();
  await worker.ended;
  expect(differences(expected, await fingerprint(db.pool))).toEqual([]);
  const { rows } = await db.pool.query('SELECT refused, stored FROM run WHERE id = $1', [run]);
  expect(rows[0]).toMatchObject({ refused: 1, stored: DEMO.documents });
}, 300_000);
