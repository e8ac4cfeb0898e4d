import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseFilters } from '@/lib/filters';
import { ingest } from '@/lib/ingest/ingest';
import { loadReference } from '@/lib/ingest/load-reference';
import { findDataDir } from '@/lib/resources';
import { withDatabase } from '@/lib/store/testing/with-database';
import { mentions } from './mentions';
import { sloganIdByName } from './slogan';

const db = withDatabase();
const folder = mkdtempSync(join(tmpdir(), 'tifa-mentions-'));
const text = '😀😀 会议召开。\n会议强调，😀要落实“四方责任”，𠮷祥如意。';

beforeAll(async () => {
  const dataDir = findDataDir();
  await loadReference(db.pool, dataDir);
  writeFileSync(
    join(folder, 'a.jsonl'),
    JSON.stringify({ id: 'a', source: '区报', date: '2021-03-04', text }),
  );
  await ingest(db.pool, [join(folder, 'a.jsonl')], { dataDir, workers: 1 });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a mention stands where it says, also behind characters that take two UTF-16 units', async () => {
  const id = await sloganIdByName('四方责任');
  const { rows } = await mentions(id ?? 0, parseFilters({}).filters, { limit: 10 });
  expect(rows.map((r) => r.paragraph.slice(r.start, r.end))).toEqual(['四方责任']);
  expect(rows[0]?.paragraph).toBe('会议强调，😀要落实“四方责任”，𠮷祥如意。');
});

test('a cursor of somebody else’s is our own mistake', async () => {
  await expect(mentions(1, parseFilters({}).filters, { limit: 1, after: 'x' })).rejects.toThrow(TypeError);
});
