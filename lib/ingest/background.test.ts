import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { findDataDir } from '@/lib/resources';
import { type JobState, jobStates } from '@/lib/store/background-jobs';
import { gramsOf } from '@/lib/store/grams';
import { listRuns } from '@/lib/store/list-runs';
import { projectRoot } from '@/lib/store/project-root';
import { inPublishingTurn } from '@/lib/store/runs';
import { withDatabase } from '@/lib/store/testing/with-database';
import { runBackgroundJobs } from './background';
import { ingestDemo } from './demo';
import { loadReference } from './load-reference';

const db = withDatabase();
const dataDir = findDataDir();

beforeAll(async () => {
  await loadReference(db.pool, dataDir);
}, 120_000);

async function states(): Promise<Record<string, JobState['state']>> {
  return Object.fromEntries((await jobStates(db.pool)).map((j) => [j.name, j.state]));
}

function startBackground(): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'scripts/runs.ts', 'background'], {
    cwd: projectRoot(),
    env: { ...process.env, DATABASE_URL: db.url },
    stdio: 'ignore',
  });
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; !(await condition()); await sleep(50))
    if (Date.now() > end) throw new Error('it did not happen in time');
}

/** Documents whose grams are not in the index as they should be. */
async function wrongDocuments(): Promise<string[]> {
  const { rows } = await db.pool.query<{ id: string; text: string; grams: number[] | null }>(
    'SELECT d.id::text AS id, d.text, g.grams FROM document d LEFT JOIN document_gram g ON g.document_id = d.id',
  );
  return rows.filter((r) => JSON.stringify(r.grams) !== JSON.stringify(gramsOf(r.text))).map((r) => r.id);
}

test('the index and the finder follow an ingestion, and a process that is killed half-way loses nothing', async () => {
  expect(await states()).toEqual({ 'phrase-index': 'done', finder: 'done' });
  await ingestDemo(db.pool, { dataDir, workers: 1 }, { seed: 3, documents: 700 });
  expect(await states()).toEqual({ 'phrase-index': 'due', finder: 'due' });
  const done = await runBackgroundJobs(db.pool, { dataDir });
  expect(done).toEqual({ 'phrase-index': 'done', finder: 'done' });
  expect(await states()).toEqual({ 'phrase-index': 'done', finder: 'done' });
  expect(await runBackgroundJobs(db.pool, { dataDir })).toEqual({ 'phrase-index': 'idle', finder: 'idle' });

  await ingestDemo(db.pool, { dataDir, workers: 1 }, { seed: 4, documents: 300 });
  // Whoever publishes keeps the builder waiting: so it is certainly in the middle when it dies.
  await inPublishingTurn(db.pool, async () => {
    const doomed = startBackground();
    await until(async () => (await states())['phrase-index'] === 'working');
    expect(await runBackgroundJobs(db.pool, { dataDir })).toMatchObject({ 'phrase-index': 'taken' });
    doomed.kill('SIGKILL');
    await once(doomed, 'exit');
    await until(async () => (await states())['phrase-index'] === 'due');
  });
  expect((await wrongDocuments()).length).toBe(300);
  const again = startBackground();
  expect((await once(again, 'exit'))[0]).toBe(0);
  expect(await states()).toEqual({ 'phrase-index': 'done', finder: 'done' });
  expect(await wrongDocuments()).toEqual([]);
  expect((await listRuns(db.pool)).map((r) => r.indexed)).toEqual([true, true]);
  const searched = await db.pool.query<{ total: number }>(
    "SELECT total FROM background_job WHERE name = 'finder'",
  );
  expect(searched.rows[0]?.total).toBeGreaterThan(700);
}, 180_000);
