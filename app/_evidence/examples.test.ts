import { beforeAll, expect, test } from 'vitest';
import { fillExample } from '@/lib/api/example';
import { PACKS, type Pack, type PackName } from '@/lib/api/packs';
import { makeView } from '@/lib/format/view';
import { ingestDemo } from '@/lib/ingest/demo';
import { loadReference } from '@/lib/ingest/load-reference';
import { exampleIds } from '@/lib/queries/example-ids';
import { findDataDir } from '@/lib/resources';
import { withDatabase } from '@/lib/store/testing/with-database';
import { EVIDENCE_VIEWS } from './registry';

const db = withDatabase();

beforeAll(async () => {
  const dataDir = findDataDir();
  await loadReference(db.pool, dataDir);
  await ingestDemo(db.pool, { dataDir, workers: 1 }, { seed: 17, documents: 60 });
}, 120_000);

async function opened(name: PackName) {
  const { own, example }: Pack = PACKS[name];
  const given = fillExample(example, await exampleIds()) ?? {};
  const view = makeView('en', `/evidence/${name}`, given);
  expect(view.problems).toEqual([]);
  return EVIDENCE_VIEWS[name].open(view, Object.fromEntries(own.map((key) => [key, given[key]])));
}

test.each(Object.keys(PACKS) as PackName[])('the example of %s is there to be packed', async (name) => {
  expect(await opened(name)).not.toBeNull();
});

test('an example passes over documents that were taken down', async () => {
  const before = await exampleIds();
  await db.pool.query('UPDATE document SET hidden = true WHERE id = $1', [before.document]);
  const after = await exampleIds();
  expect(after.document).not.toBe(before.document);
  expect(await opened('directive')).not.toBeNull();
  await db.pool.query('UPDATE document SET hidden = true');
  expect(await exampleIds()).toEqual({});
});
