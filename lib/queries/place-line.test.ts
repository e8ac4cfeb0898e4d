import { beforeAll, expect, test } from 'vitest';
import { loadReference } from '@/lib/ingest/load-reference';
import { findDataDir } from '@/lib/resources';
import { withDatabase } from '@/lib/store/testing/with-database';
import { placeLine } from './place-line';

const db = withDatabase();

beforeAll(async () => {
  await loadReference(db.pool, findDataDir());
}, 120_000);

test('a division that was divided leads to its parts, and they lead back', async () => {
  expect(await placeLine('371200')).toEqual({
    before: [],
    after: [
      { code: '370116', name: '莱芜区', until: null },
      { code: '370117', name: '钢城区', until: null },
    ],
  });
  const { before, after } = await placeLine('370116');
  expect(after).toEqual([]);
  expect(before.map((step) => step.name)).toEqual(['莱芜市', '莱城区']);
  expect(before[0]?.until).toBe('2019-01');
});

test('a name that changed under the same code, and a code of nothing, have no line', async () => {
  expect(await placeLine('100000')).toEqual({ before: [], after: [] });
  expect(await placeLine('999999')).toEqual({ before: [], after: [] });
  expect((await placeLine('130502')).after).toEqual([]);
});
