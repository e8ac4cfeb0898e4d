import { beforeAll, expect, test } from 'vitest';
import { type Discovery, discoverAndStore } from '@/lib/discover/discover-and-store';
import { ingestDemo } from '@/lib/ingest/demo';
import { loadReference } from '@/lib/ingest/load-reference';
import { findDataDir } from '@/lib/resources';
import { withDatabase } from '@/lib/store/testing/with-database';
import { candidateCounts, candidates } from './candidates';

const db = withDatabase();
const KNOWN = '四个意识';
let discovery: Discovery;
let everything: Discovery;

beforeAll(async () => {
  const dataDir = findDataDir();
  await loadReference(db.pool, dataDir);
  await ingestDemo(db.pool, { dataDir, workers: 1 }, { seed: 5, documents: 500 });
  const options = { limit: 100, today: '2026-03-04' };
  everything = await discoverAndStore(db.pool, { ...options, known: new Set(), store: false });
  discovery = await discoverAndStore(db.pool, { ...options, known: new Set([KNOWN]) });
}, 120_000);

const all = { status: 'proposed', order: 'score', limit: 1_000, offset: 0 } as const;

test('the stored corpus is searched and what is found is stored', async () => {
  const rows = await candidates(all);
  expect(rows.length).toBe(discovery.candidates.length);
  expect(rows.map((r) => r.phrase)).toContain(discovery.candidates[0]?.phrase);
  expect(discovery.stored).toEqual({ added: rows.length, removed: 0 });
  expect(discovery.sampled).toBe(false);
  expect(rows[0]?.foundOn).toBe('2026-03-04');
});

test('known slogans are left out', () => {
  const forms = (d: Discovery) => d.candidates.flatMap((c) => [c.phrase, ...c.variants]);
  expect(forms(everything)).toContain(KNOWN);
  expect(forms(discovery)).not.toContain(KNOWN);
});

test('the example sentences hold the phrase where they say, and name their document', async () => {
  for (const row of await candidates(all)) {
    expect(row.contexts.length).toBeGreaterThan(0);
    for (const c of row.contexts) {
      expect(c.text.slice(c.start, c.end).replace(/[，；]/g, '、')).toBe(row.phrase);
      expect(c.document).toMatch(/^\d+$/);
    }
  }
});

test('filters narrow, orders order, counts agree', async () => {
  const numerals = await candidates({ ...all, shape: 'numeral', order: 'frequency' });
  expect(numerals.every((r) => r.shape === 'numeral')).toBe(true);
  const frequencies = numerals.map((r) => r.frequency);
  expect(frequencies).toEqual(frequencies.toSorted((a, b) => b - a));
  expect(await candidateCounts({ shape: 'numeral' })).toEqual({
    proposed: numerals.length,
    accepted: 0,
    rejected: 0,
  });
  const [first] = await candidates(all);
  const part = first?.phrase.slice(0, 2) ?? '';
  expect((await candidates({ ...all, text: part })).map((r) => r.phrase)).toContain(first?.phrase);
  expect(await candidates({ ...all, text: '%' })).toEqual([]);
});

test('too small a budget of characters searches a sample and says so', async () => {
  const sample = await discoverAndStore(db.pool, {
    known: new Set(),
    today: '2026-03-05',
    store: false,
    maxCharacters: 20_000,
  });
  expect(sample.sampled).toBe(true);
  expect(sample.documents).toBeLessThan(sample.available);
  expect(sample.characters).toBeLessThanOrEqual(20_000);
});
