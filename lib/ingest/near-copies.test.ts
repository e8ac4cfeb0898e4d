import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findDataDir } from '@/lib/resources';
import { editCharacters, editSentences, seededRandom } from '@/lib/store/copies/edit-text';
import { similarity, sketchOf, thresholdFor } from '@/lib/store/copies/sketch';
import { undoRun } from '@/lib/store/runs';
import { emptyDatabase, rollupDrift } from '@/lib/store/testing/rollup-drift';
import { withDatabase } from '@/lib/store/testing/with-database';
import { ingest } from './ingest';
import { loadReference } from './load-reference';

const db = withDatabase();
const dataDir = findDataDir();
let folder = '';

beforeAll(async () => {
  await loadReference(db.pool, dataDir);
  folder = mkdtempSync(join(tmpdir(), 'tifa-near-'));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  await emptyDatabase(db.pool);
});

function words(seed: number, length: number): string {
  const random = seededRandom(seed);
  return Array.from({ length }, () => String.fromCharCode(0x5000 + Math.floor(random() * 3000))).join('');
}

const original = `会议强调，要扎实做好“六稳”工作。${Array.from({ length: 12 }, (_, i) => `${words(i, 24)}。`).join('')}`;
const edited = (n: number) => editSentences(original, 0.08, words(500 + n, 400), seededRandom(n));

const documents: Record<string, { date: string; place: string; text: string }> = {
  first: { date: '2020-04-10', place: '440307', text: original },
  later: { date: '2020-04-12', place: '440307', text: edited(1) },
  elsewhere: { date: '2020-04-11', place: '440605', text: edited(2) },
  nextMonth: { date: '2020-05-02', place: '440307', text: edited(3) },
  other: { date: '2020-04-11', place: '440307', text: `会议强调，要扎实做好“六稳”工作。${words(99, 300)}` },
};
const names = Object.keys(documents);

async function read(...ids: string[]): Promise<number> {
  const file = join(folder, `${ids.join('-')}.jsonl`);
  writeFileSync(file, ids.map((id) => JSON.stringify({ id, source: '区报', ...documents[id] })).join('\n'));
  return (await ingest(db.pool, [file], { dataDir, workers: 1 })).runId;
}

interface Row {
  id: string;
  stands: boolean;
  relayed: boolean;
  group: string;
}

async function state(): Promise<Row[]> {
  const { rows } = await db.pool.query<Row>(
    `SELECT d.external_id AS id, r.stands, r.relayed, d.copy_group::text AS "group"
     FROM document d JOIN report r ON r.document_id = d.id ORDER BY 1`,
  );
  return rows;
}

async function rollups(): Promise<unknown[]> {
  return (
    await db.pool.query('SELECT * FROM slogan_day ORDER BY slogan_id, place_code, day, stratum_id')
  ).rows.concat((await db.pool.query('SELECT * FROM place_day ORDER BY place_code, day, stratum_id')).rows);
}

test('an edited copy counts once in a place and month; elsewhere it counts and is marked as relayed', async () => {
  await read(...names);
  const rows = Object.fromEntries((await state()).map((r) => [r.id, r]));
  expect(names.filter((n) => rows[n]?.stands)).toEqual(['first', 'elsewhere', 'nextMonth', 'other']);
  expect(names.filter((n) => rows[n]?.relayed)).toEqual(['elsewhere']);
  expect(new Set(Object.values(rows).map((r) => r.group)).size).toBe(2);
  expect(await rollupDrift(db.pool)).toEqual([]);
});

test('a short text with scattered slips is a copy, which only its letters tell', async () => {
  const text = `${words(7, 90)}。${words(8, 90)}。`;
  // Of this edit the signature alone does not say so.
  const slips = editCharacters(text, 0.12, words(9, 400), seededRandom(4));
  expect(similarity(sketchOf(text), sketchOf(slips))).toBeLessThan(thresholdFor(180));
  const file = join(folder, 'slips.jsonl');
  const rows = [
    { id: 'original', date: '2020-04-10', place: '440307', text },
    { id: 'slips', date: '2020-04-12', place: '440605', text: slips },
  ];
  writeFileSync(file, rows.map((d) => JSON.stringify({ source: '区报', ...d })).join('\n'));
  await ingest(db.pool, [file], { dataDir, workers: 1 });
  const found = await state();
  expect(found.map((r) => r.relayed)).toEqual([false, true]);
  expect(found[0]?.group).toBe(found[1]?.group);
});

test('copies are found through years of days, a window of which is in memory at a time', async () => {
  const pairs = Array.from({ length: 40 }, (_, i) => {
    const text = Array.from({ length: 12 }, (_, k) => `${words(2000 + 20 * i + k, 24)}。`).join('');
    const day = (days: number) => new Date(Date.UTC(2010, 0, 1 + 97 * i + days)).toISOString().slice(0, 10);
    const slips = editSentences(text, 0.03, words(900 + i, 400), seededRandom(i));
    return [
      { id: `${i}-first`, date: day(0), place: '440307', text },
      { id: `${i}-later`, date: day(9), place: '440605', text: slips },
    ];
  }).flat();
  const file = join(folder, 'years.jsonl');
  writeFileSync(file, pairs.map((d) => JSON.stringify({ source: '区报', ...d })).join('\n'));
  await ingest(db.pool, [file], { dataDir, workers: 1 });
  const groups = new Map((await state()).map((r) => [r.id, r.group]));
  expect(groups.size).toBe(80);
  const apart = [...groups.keys()].filter(
    (id) => groups.get(id) !== groups.get(id.replace('later', 'first')),
  );
  expect(apart).toEqual([]);
});

test('the order of arrival does not matter, whole or one by one', async () => {
  await read(...names);
  const [expected, counted] = [await state(), await rollups()];
  for (const order of [['nextMonth', 'first', 'other', 'later', 'elsewhere']]) {
    await emptyDatabase(db.pool);
    for (const id of order) await read(id);
    expect(await state()).toEqual(expected);
    expect(await rollups()).toEqual(counted);
  }
});

test('taking one back leaves the others as if it had never come', async () => {
  const rest = names.filter((n) => n !== 'first');
  await read(...rest);
  const [expected, counted] = [await state(), await rollups()];
  const run = await read('first');
  expect(await state()).not.toEqual(expected);
  await undoRun(db.pool, run);
  expect(await state()).toEqual(expected);
  expect(await rollups()).toEqual(counted);
  expect(await rollupDrift(db.pool)).toEqual([]);
});
