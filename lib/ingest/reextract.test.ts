import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDataDir } from '@/lib/resources';
import { rollupDrift } from '@/lib/store/testing/rollup-drift';
import { withDatabase } from '@/lib/store/testing/with-database';
import { ingestDemo } from './demo';
import { differences, fingerprint } from './drill/fingerprint';
import { ingest } from './ingest';
import { loadReference } from './load-reference';
import { type ReextractProgress, reextract } from './reextract';

const db = withDatabase();
const dataDir = findDataDir();
let folder = '';

beforeAll(async () => {
  await loadReference(db.pool, dataDir);
  folder = mkdtempSync(join(tmpdir(), 'tifa-reextract-'));
  await ingestDemo(db.pool, { dataDir, workers: 2 }, { seed: 7, documents: 400 });
  const long = `关于${'防汛备汛'.repeat(110)}的通知`;
  writeFileSync(
    join(folder, 'more.jsonl'),
    [
      { id: '1', title: long, text: '会议强调，要落实“四方责任”。', date: '2021-03-04' },
      { id: '2', title: '', text: '會議強調，要落實“四方責任”。\u0000', source: null },
    ]
      .map((d) => JSON.stringify(d))
      .join('\n'),
  );
  writeFileSync(
    join(folder, 'damaged.txt'),
    Buffer.from([0xbb, 0xe1, 0xd2, 0xe9, 0xc7, 0xbf, 0xff, 0xf7, 0x0a]),
  );
  await ingest(db.pool, [folder], { dataDir, workers: 1 });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function versionNow(): Promise<number> {
  return (await db.pool.query<{ version: number }>('SELECT version FROM data_version')).rows[0]?.version ?? 0;
}

test('with the same rules nothing changes, whatever the documents came with', async () => {
  const [before, version] = [await fingerprint(db.pool), await versionNow()];
  const { documents, changed } = await reextract(db.pool, { dataDir, workers: 2 });
  expect({ documents, changed }).toEqual({ documents: 403, changed: 0 });
  expect(differences(before, await fingerprint(db.pool))).toEqual([]);
  expect(await versionNow()).toBe(version);
});

test('a word more in the lexicon is counted in old documents, and gone when it goes', async () => {
  const header = readFileSync(join(dataDir, 'lexicon', 'sets.tsv'), 'utf8').split('\n')[0] ?? '';
  const word = '会议强调';
  const columns = header
    .split('\t')
    .map((name) => (name === 'canonical' ? word : name === 'kind' ? 'set' : ''));
  const lexicon = join(folder, 'own.tsv');
  writeFileSync(lexicon, `${header}\n${columns.join('\t')}\n`);
  const [before, version] = [await fingerprint(db.pool), await versionNow()];
  let seen: Promise<Record<string, string>> | null = null;
  const onProgress = (p: ReextractProgress) => {
    if (p.phase === 'swapping') seen = fingerprint(db.pool);
  };
  const more = await reextract(db.pool, { dataDir, workers: 2, lexicons: [lexicon], onProgress });
  expect(more.changed).toBeGreaterThan(50);
  expect(await versionNow()).toBe(version + 1);
  expect(seen).not.toBeNull();
  const counted = await db.pool.query<{ n: number }>(
    'SELECT coalesce(sum(t.mentions), 0)::int AS n FROM slogan_day t JOIN slogan s ON s.id = t.slogan_id WHERE s.canonical = $1',
    [word],
  );
  expect(counted.rows[0]?.n).toBeGreaterThan(50);
  expect(await rollupDrift(db.pool)).toEqual([]);
  const less = await reextract(db.pool, { dataDir, workers: 2 });
  expect(less.changed).toBe(more.changed);
  // The word itself stays, as one that was found once.
  expect(differences(before, await fingerprint(db.pool))).toEqual(['slogan']);
  expect(await rollupDrift(db.pool)).toEqual([]);
});

test('two at once: the second says so', async () => {
  const first = reextract(db.pool, { dataDir, workers: 1 });
  await new Promise((resolve) => setTimeout(resolve, 100));
  await expect(reextract(db.pool, { dataDir, workers: 1 })).rejects.toThrow(/already/);
  await first;
});
