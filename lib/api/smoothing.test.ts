import { beforeAll, expect, test } from 'vitest';
import { ingestDemo } from '@/lib/ingest/demo';
import { loadReference } from '@/lib/ingest/load-reference';
import { findDataDir } from '@/lib/resources';
import { withDatabase } from '@/lib/store/testing/with-database';
import { serve } from './serve';

const db = withDatabase();

beforeAll(async () => {
  const dataDir = findDataDir();
  await loadReference(db.pool, dataDir);
  await ingestDemo(db.pool, { dataDir, workers: 1 }, { seed: 17, documents: 150 });
}, 120_000);

async function ask(path: string) {
  const response = await serve(
    new Request(`http://localhost/api/v1/${path}`),
    path.split('?')[0]?.split('/') ?? [],
  );
  return { status: response.status, body: await response.json() };
}

test('a smoothed series says so and counts nothing else', async () => {
  const path = 'slogans/高质量发展/frequency?by=quarter';
  const [raw, smoothed] = [(await ask(path)).body, (await ask(`${path}&smooth=2`)).body];
  expect(raw.about.smoothing).toBeNull();
  expect(smoothed.about.smoothing).toEqual({
    window: 2,
    label: 'centred mean over ±2 buckets, cut at the ends',
  });
  const bare = (rows: Record<string, unknown>[]) => rows.map(({ smoothed: _, ...r }) => r);
  expect(bare(smoothed.rows)).toEqual(bare(raw.rows));
  expect(raw.rows.every((r: { smoothed: number | null }) => r.smoothed === null)).toBe(true);
  smoothed.rows.forEach((r: { smoothed: number | null }, i: number) => {
    const near = raw.rows.slice(Math.max(0, i - 2), i + 3);
    const sum = (key: string) => near.reduce((n: number, x: Record<string, number>) => n + (x[key] ?? 0), 0);
    if (r.smoothed !== null) expect(r.smoothed).toBeCloseTo(sum('reports') / sum('totalReports'), 12);
  });
  // First uses are dates of reports: no window can move them, and none is taken.
  expect((await ask('slogans/高质量发展/life?smooth=2')).status).toBe(400);
  expect((await ask('slogans/高质量发展/adoption?smooth=2')).status).toBe(400);
  expect((await ask(`${path}&smooth=13`)).status).toBe(400);
});
