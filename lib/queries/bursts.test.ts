import { beforeAll, expect, test } from 'vitest';
import { parseFilters } from '@/lib/filters';
import { ingestDemo } from '@/lib/ingest/demo';
import { loadReference } from '@/lib/ingest/load-reference';
import { findDataDir } from '@/lib/resources';
import { withDatabase } from '@/lib/store/testing/with-database';
import { bursts } from './bursts';
import { life } from './life';

const db = withDatabase();
const ALL = 1_000;

beforeAll(async () => {
  const dataDir = findDataDir();
  await loadReference(db.pool, dataDir);
  await ingestDemo(db.pool, { dataDir, workers: 1 }, { seed: 31, documents: 2_400 });
}, 120_000);

test.each([
  ['everywhere', {}],
  ['in a province, every copy counted', { place: '440000', copies: 'all' }],
])('the bursts %s are those that each slogan tells of itself', async (_, params) => {
  const { filters } = parseFilters(params);
  const found = await bursts(filters, ALL);
  expect(found.length).toBeGreaterThan(0);
  const { rows } = await db.pool.query<{ id: number }>('SELECT DISTINCT slogan_id AS id FROM mention');
  for (const { id } of rows) {
    const own = (await life(id, filters)).events.filter((e) => e.event === 'burst');
    const here = found.filter((b) => b.sloganId === id).map(({ sloganId, canonical, ...event }) => event);
    expect(here.sort((a, b) => (a.from < b.from ? -1 : 1))).toEqual(own);
  }
  const days = found.map((b) => b.from);
  expect(days).toEqual([...days].sort().reverse());
});
