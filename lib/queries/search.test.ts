import { beforeAll, expect, test } from 'vitest';
import { type Filters, parseFilters } from '@/lib/filters';
import { ingestDemo } from '@/lib/ingest/demo';
import { loadReference } from '@/lib/ingest/load-reference';
import { findDataDir } from '@/lib/resources';
import { buildPhraseIndex } from '@/lib/store/phrase-index';
import { withDatabase } from '@/lib/store/testing/with-database';
import { directiveLists } from './directive-lists';
import { documents } from './documents';
import { rareLines } from './rare-lines';

const db = withDatabase();

beforeAll(async () => {
  const dataDir = findDataDir();
  await loadReference(db.pool, dataDir);
  await ingestDemo(db.pool, { dataDir, workers: 1 }, { seed: 31, documents: 300 });
}, 120_000);

const filters = (params: Record<string, string> = {}): Filters => parseFilters(params).filters;
const VIEWS: Record<string, string>[] = [
  {},
  { copies: 'all' },
  { place: '440000' },
  { from: '2020', until: '2021-06' },
  { genre: 'meeting' },
  { place: '330000', issuer: 'party', copies: 'all' },
];
const TEXTS = ['安全', '会议', '重点', '工作安排', '没有这样的话'];

const listsOf = async (f: Filters, text: string) =>
  (await directiveLists(f, { text, limit: 10_000, offset: 0 })).map((l) => `${l.documentId} ${l.ordinal}`);
const titlesOf = async (f: Filters, text: string) =>
  (await documents(f, { text, limit: 10_000, offset: 0 })).map((d) => `${d.id} ${d.day}`);

test('the index finds what reading everything finds, in the same order', async () => {
  expect(await rareLines('安全', 'lists')).toBeNull();
  const read = async () => {
    const all = VIEWS.flatMap((v) => TEXTS.map((text) => ({ f: filters(v), text })));
    return Promise.all(all.map(async ({ f, text }) => [await listsOf(f, text), await titlesOf(f, text)]));
  };
  const before = await read();
  expect(before.flat(2).length).toBeGreaterThan(50);
  await buildPhraseIndex(db.pool);
  expect(await rareLines('安全', 'lists')).not.toBeNull();
  expect(await read()).toEqual(before);
});

test('pages follow one another without holes', async () => {
  for (const text of ['安全', undefined]) {
    const all = await directiveLists(filters(), { text, limit: 60, offset: 0 });
    const pages = [];
    for (let offset = 0; offset < 60; offset += 20)
      pages.push(...(await directiveLists(filters(), { text, limit: 20, offset })));
    expect(pages).toEqual(all);
  }
  const all = await documents(filters(), { limit: 60, offset: 0 });
  expect([
    ...(await documents(filters(), { limit: 30, offset: 0 })),
    ...(await documents(filters(), { limit: 30, offset: 30 })),
  ]).toEqual(all);
});

test('documents that were taken down keep their places in lists that counts lead to, without their words', async () => {
  const asked = { withHidden: true, limit: 10_000, offset: 0 };
  const before = await directiveLists(filters(), asked);
  const [list] = before;
  const all = await documents(filters(), asked);
  await db.pool.query('UPDATE document SET hidden = true WHERE id = $1', [list?.documentId]);
  const after = await documents(filters(), asked);
  expect(after.map((d) => d.id)).toEqual(all.map((d) => d.id));
  expect(after.filter((d) => d.hidden).map((d) => [d.id, d.title])).toEqual([[list?.documentId, '']]);
  const lists = await directiveLists(filters(), asked);
  expect(lists).toHaveLength(before.length);
  const gone = lists.filter((l) => l.hidden);
  expect(gone.length).toBeGreaterThan(0);
  for (const l of gone) {
    expect([l.documentId, l.title, l.lead]).toEqual([list?.documentId, '', '']);
    expect(l.items.every((i) => i.head === '')).toBe(true);
  }
  expect(gone[0]?.items).toHaveLength(list?.items.length ?? 0);
  const title = all.find((d) => d.id === list?.documentId)?.title ?? '';
  expect((await documents(filters(), { ...asked, text: title })).map((d) => d.id)).not.toContain(
    list?.documentId,
  );
  await db.pool.query('UPDATE document SET hidden = false');
});

test('documents that were taken down are in no other list', async () => {
  const [first] = await documents(filters(), { limit: 1, offset: 0 });
  await db.pool.query('UPDATE document SET hidden = true WHERE id = $1', [first?.id]);
  const [next] = await documents(filters(), { limit: 1, offset: 0 });
  expect(next?.id).not.toBe(first?.id);
  await db.pool.query('UPDATE document SET hidden = false WHERE id = $1', [first?.id]);
});
