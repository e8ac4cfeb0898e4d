import { beforeAll, expect, test } from 'vitest';
import { ingestDemo } from '@/lib/ingest/demo';
import { loadReference } from '@/lib/ingest/load-reference';
import { findDataDir } from '@/lib/resources';
import { undoRun } from '@/lib/store/runs';
import { withDatabase } from '@/lib/store/testing/with-database';
import { dataSince } from './data-since';
import { totals } from './totals';

const db = withDatabase();
const all = { copies: 'all', measure: 'share' } as const;

beforeAll(async () => {
  await loadReference(db.pool, findDataDir());
}, 120_000);

test('a version knows how much was counted, and how much is now', async () => {
  const dataDir = findDataDir();
  await ingestDemo(db.pool, { dataDir, workers: 1 }, { seed: 3, documents: 60 });
  const first = await totals(all);
  expect(await dataSince(1)).toBeNull();
  const { runId } = await ingestDemo(db.pool, { dataDir, workers: 1 }, { seed: 4, documents: 40 });
  const second = await totals(all);
  expect(await dataSince(1)).toMatchObject({
    version: 1,
    reports: first.reports,
    mentions: first.mentions,
    reportsNow: second.reports,
    mentionsNow: second.mentions,
  });
  await undoRun(db.pool, runId);
  expect(await dataSince(1)).toMatchObject({ reports: first.reports, reportsNow: first.reports });
  expect(await dataSince(2)).toMatchObject({ reports: second.reports, reportsNow: first.reports });
  expect(await dataSince(3)).toBeNull();
  expect(await dataSince(99)).toBeNull();
}, 120_000);
