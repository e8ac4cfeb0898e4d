import { beforeAll, expect, test } from 'vitest';
import { parseFilters } from '@/lib/filters';
import { ingestDemo } from '@/lib/ingest/demo';
import { loadReference } from '@/lib/ingest/load-reference';
import { findDataDir } from '@/lib/resources';
import { withDatabase } from '@/lib/store/testing/with-database';
import { company } from './company';
import { mentions } from './mentions';
import { sloganIdByName } from './slogan';
import { togetherCount } from './together-count';

const db = withDatabase();

beforeAll(async () => {
  const dataDir = findDataDir();
  await loadReference(db.pool, dataDir);
  await ingestDemo(db.pool, { dataDir, workers: 1 }, { seed: 37, documents: 500 });
}, 120_000);

test.each([
  ['everywhere', {}],
  ['in a place, a period, all copies', { place: '440000', from: '2019', until: '2021', copies: 'all' }],
])('what stands together %s is what company says and as many mentions as are listed', async (_, params) => {
  const { filters } = parseFilters(params);
  const id = (await sloganIdByName('六稳')) ?? 0;
  const { rows } = await company(id, filters, 'paragraph');
  expect(rows.length).toBeGreaterThan(3);
  for (const row of rows.slice(0, 6)) {
    const count = await togetherCount(id, row.id, filters);
    expect(count.reports, row.canonical).toBe(row.together);
    const page = await mentions(id, filters, { limit: 5_000, beside: row.id });
    expect(page.rows.length, row.canonical).toBe(count.mentions);
    expect(page.next).toBeNull();
  }
});
