import { beforeAll, expect, test } from 'vitest';
import { type Filters, parseFilters } from '@/lib/filters';
import { ingestDemo } from '@/lib/ingest/demo';
import { loadReference } from '@/lib/ingest/load-reference';
import { findDataDir } from '@/lib/resources';
import { buildPhraseIndex } from '@/lib/store/phrase-index';
import { withDatabase } from '@/lib/store/testing/with-database';
import { ALIKE, directiveCopies, similarityOf } from './directive-copies';
import { listLengths, listRank } from './directive-statistics';
import { directivesInCommon } from './directives-in-common';

const db = withDatabase();

interface Stored {
  readonly documentId: string;
  readonly list: number;
  readonly ordinal: number;
  readonly head: string;
  readonly text: string;
  readonly year: string;
}

let all: Stored[] = [];

beforeAll(async () => {
  const dataDir = findDataDir();
  await loadReference(db.pool, dataDir);
  await ingestDemo(db.pool, { dataDir, workers: 1 }, { seed: 29, documents: 300 });
  await buildPhraseIndex(db.pool);
  const { rows } = await db.pool.query<Omit<Stored, 'text'> & { body: string; start: number; end: number }>(
    `SELECT i.document_id::text AS "documentId", i.list, i.ordinal, i.head, d.text AS body, i.start, i."end", to_char(r.day, 'YYYY') AS year
     FROM directive i JOIN directive_list l ON l.document_id = i.document_id AND l.ordinal = i.list
     JOIN report r ON r.document_id = i.document_id AND r.ordinal = l.report JOIN document d ON d.id = i.document_id
     ORDER BY 1, 2, 3`,
  );
  all = rows.map(({ body, ...r }) => ({ ...r, text: body.slice(r.start, r.end) }));
}, 120_000);

const filters = (params: Record<string, string> = {}): Filters => parseFilters(params).filters;

test('likeness is that of the wording, not of the marks', () => {
  expect(similarityOf('压实四方责任，守住底线。', '压实四方责任、守住底线')).toBe(1);
  expect(similarityOf('压实四方责任', '优化营商环境')).toBe(0);
  expect(similarityOf('', '')).toBe(1);
});

test('every directive of nearly the same wording is found, and none other', async () => {
  expect(all.length).toBeGreaterThan(50);
  for (const one of all.filter((_, i) => i % 40 === 0)) {
    const found = await directiveCopies(one, filters({ copies: 'all' }));
    const key = (d: { documentId: string; list: number; ordinal: number }) =>
      `${d.documentId} ${d.list} ${d.ordinal}`;
    const expected = all
      .filter((d) => key(d) !== key(one) && similarityOf(one.text, d.text) >= ALIKE)
      .map(key);
    expect(found?.text).toBe(one.text);
    if (!found?.cut) expect(found?.rows.map(key).sort()).toEqual(expected.sort());
  }
  expect(await directiveCopies({ documentId: '1', list: 0, ordinal: 0 }, filters())).toBeNull();
});

test('a directive knows itself, and what stands in documents that the index does not know yet', async () => {
  const key = (d: { documentId: string; list: number; ordinal: number }) =>
    `${d.documentId} ${d.list} ${d.ordinal}`;
  const some = all.filter((_, i) => i % 60 === 0);
  const told = await Promise.all(some.map((one) => directiveCopies(one, filters({ copies: 'all' }))));
  expect(told.map((found) => found?.own && key(found.own))).toEqual(some.map(key));
  const client = await db.pool.connect();
  try {
    await client.query('UPDATE run SET indexed = false');
    for (const [i, one] of some.entries()) {
      const unindexed = await directiveCopies(one, filters({ copies: 'all' }));
      expect(unindexed).toEqual(told[i]);
    }
    await client.query('DELETE FROM document_gram');
    const read = await directiveCopies(some[0] as Stored, filters({ copies: 'all' }));
    if (!told[0]?.cut) expect(read?.rows).toEqual(told[0]?.rows);
    expect(read?.pending).toBe(0);
  } finally {
    client.release();
    await buildPhraseIndex(db.pool);
  }
});

test('what places have in common is under the same head in each, the first wording of each', async () => {
  const places = ['440000', '330000', '320000'];
  const common = await directivesInCommon(filters(), places, 12);
  expect(common.length).toBeGreaterThan(0);
  for (const { head, sides } of common) {
    expect(sides.length).toBe(places.length);
    const given = sides.filter((side) => side !== null);
    expect(given.length).toBeGreaterThan(1);
    for (const side of given) expect(side.text).toContain(head);
  }
  const counts = common.map(({ sides }) => sides.filter((side) => side !== null).length);
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
});

test('lengths add up to the lists that are stored', async () => {
  const { rows } = await listLengths(filters({ by: 'year', copies: 'all' }));
  const lists = new Set(all.filter((d) => d.year !== '0001').map((d) => `${d.documentId} ${d.list}`));
  expect(rows.reduce((sum, r) => sum + r.lists, 0)).toBe(lists.size);
  const items = rows.reduce((sum, r) => sum + r.lists * r.mean, 0);
  expect(items).toBeCloseTo(all.filter((d) => d.year !== '0001').length, 6);
  for (const r of rows) expect(r.median).toBeLessThanOrEqual(r.longest);
});

test('the rank of a topic is that of the first item that names it', async () => {
  const phrase = '安全';
  const { rows } = await listRank(phrase, filters({ by: 'year', copies: 'all' }));
  for (const row of rows) {
    const of = all.filter((d) => d.year === row.bucket.slice(0, 4));
    const ranks = new Map<string, number>();
    for (const d of of)
      if (d.head.includes(phrase) && !ranks.has(`${d.documentId} ${d.list}`))
        ranks.set(`${d.documentId} ${d.list}`, d.ordinal + 1);
    expect(row.lists).toBe(ranks.size);
    const mean = [...ranks.values()].reduce((a, b) => a + b, 0) / ranks.size;
    if (ranks.size > 0) expect(row.meanRank).toBeCloseTo(mean, 9);
    else expect(row.meanRank).toBeNull();
  }
});
