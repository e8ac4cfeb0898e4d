import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findDataDir } from '@/lib/resources';
import { FORM_DOCUMENTS } from '@/lib/store/copies/settle-paragraphs';
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
  folder = mkdtempSync(join(tmpdir(), 'tifa-relayed-'));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  await emptyDatabase(db.pool);
});

const topics = '粮食水利交通教育医疗养老住房就业';
/** A paragraph of about sixty letters, another one for each number. */
const paragraph = (n: number) =>
  `第${n}项安排涉及${topics[n % topics.length]}${topics[(3 * n + 1) % topics.length]}领域，${'由主管部门牵头制定实施方案并按月报送进度，'.repeat(2)}编号${n * 7919}。`;
const lines = (...numbers: number[]) => numbers.map(paragraph).join('\n');

interface Planted {
  readonly source: string;
  readonly date?: string;
  readonly place?: string;
  readonly text: string;
}

const agency: Planted = {
  source: '通讯社',
  date: '2020-04-10',
  place: '100000',
  text: lines(1, 2, 3, 4, 5, 6, 7, 8),
};
/** Six of its eight paragraphs are of the agency. */
const local: Planted = {
  source: '区报',
  date: '2020-04-12',
  place: '440307',
  text: lines(1, 2, 3, 20, 4, 5, 21, 6),
};
/** The same paper again: what it had first itself is not relayed, what the agency had is. */
const sequel: Planted = { source: '区报', date: '2020-04-20', place: '440307', text: lines(20, 21, 1, 22) };
/** Nothing says when. */
const undated: Planted = { source: '镇报', place: '440605', text: lines(2, 3) };

async function read(documents: Record<string, Planted>): Promise<number> {
  const file = join(folder, `${Object.keys(documents).join('-')}.jsonl`.slice(-60));
  writeFileSync(
    file,
    Object.entries(documents)
      .map(([id, d]) => JSON.stringify({ id, ...d }))
      .join('\n'),
  );
  return (await ingest(db.pool, [file], { dataDir, workers: 1 })).runId;
}

/** Share of each report, by id, in percent. */
async function shares(): Promise<Record<string, number>> {
  const { rows } = await db.pool.query<{ id: string; share: number }>(
    `SELECT d.external_id AS id, round(100 * r.relayed_share)::int AS share
     FROM document d JOIN report r ON r.document_id = d.id AND r.ordinal = 0 WHERE d.external_id !~ '^form' ORDER BY 1`,
  );
  return Object.fromEntries(rows.map((r) => [r.id, r.share]));
}

const all = { agency, local, sequel, undated };
const EXPECTED = { agency: 0, local: 75, sequel: 25, undated: 0 };
const about = (found: Record<string, number>) =>
  Object.fromEntries(Object.entries(found).map(([id, n]) => [id, 25 * Math.round(n / 25)]));

test('a report that takes six of eight paragraphs is mostly relayed, in any order of arrival', async () => {
  await read(all);
  const together = await shares();
  expect(about(together)).toEqual(EXPECTED);
  await db.pool.query('DELETE FROM document');
  await db.pool.query("UPDATE run SET status = 'undone'");
  for (const [id, d] of Object.entries(all).reverse()) await read({ [id]: d });
  expect(await shares()).toEqual(together);
}, 60_000);

test('without the agency the paper was first; with it again, all is as before', async () => {
  await read({ local, sequel });
  expect(about(await shares())).toEqual({ local: 0, sequel: 0 });
  const run = await read({ agency });
  expect(about(await shares())).toEqual({ agency: 0, local: 75, sequel: 25 });
  await undoRun(db.pool, run);
  expect(about(await shares())).toEqual({ local: 0, sequel: 0 });
}, 60_000);

test('a form that hundreds of documents hold is taken from nobody', async () => {
  const forms = (from: number, n: number) =>
    Object.fromEntries(
      Array.from({ length: n }, (_, i) => [
        `form${from + i}`,
        {
          source: `单位${from + i}`,
          date: '2020-05-01',
          place: '440307',
          text: `${paragraph(1000 + from + i)}\n${paragraph(9)}`,
        },
      ]),
    );
  const holder: Planted = { source: '区报', date: '2020-05-03', place: '440307', text: lines(9, 30) };
  await read({ holder, ...forms(0, 5) });
  expect(about(await shares())).toEqual({ holder: 50 });
  const run = await read(forms(5, FORM_DOCUMENTS));
  expect(await shares()).toEqual({ holder: 0 });
  await undoRun(db.pool, run);
  expect(about(await shares())).toEqual({ holder: 50 });
}, 60_000);

/** A report with the slogan in a paragraph of the agency, one with it in a paragraph of its own, and one with both. */
const SAID = `${paragraph(40)}要扎实做好“六稳”工作。`;
const OWN = `${paragraph(41)}本区扎实做好“六稳”工作，逐户走访企业。`;
const wire: Planted = {
  source: '通讯社',
  date: '2020-06-01',
  place: '100000',
  text: `${SAID}\n${lines(42, 43)}`,
};
const echo: Planted = {
  source: '区报',
  date: '2020-06-05',
  place: '440307',
  text: `${SAID}\n${lines(44, 45)}`,
};
const both: Planted = {
  source: '区报',
  date: '2020-06-09',
  place: '440307',
  text: `${SAID}\n${OWN}\n${paragraph(46)}`,
};

/** Place, day, reports that hold the slogan, and those of them that do not say it in words of their own. */
async function counts(): Promise<unknown[]> {
  expect(await rollupDrift(db.pool)).toEqual([]);
  const { rows } = await db.pool.query(
    `SELECT t.place_code AS place, to_char(t.day, 'MM-DD') AS day, t.reports, t.relayed FROM slogan_day t
     JOIN slogan s ON s.id = t.slogan_id WHERE s.canonical = '六稳' ORDER BY 2`,
  );
  return rows;
}

const TOLD = [
  { place: '100000', day: '06-01', reports: 1, relayed: 0 },
  { place: '440307', day: '06-05', reports: 1, relayed: 1 },
  { place: '440307', day: '06-09', reports: 1, relayed: 0 },
];

test('a slogan in taken paragraphs alone is no use in own words, whatever came first and after taking back', async () => {
  await read({ wire, echo, both });
  expect(await counts()).toEqual(TOLD);
  await emptyDatabase(db.pool);
  // The echoes are counted before anybody can know that they are some.
  await read({ both });
  await read({ echo });
  expect((await counts()).map((r) => (r as { relayed: number }).relayed)).toEqual([0, 0]);
  const run = await read({ wire });
  expect(await counts()).toEqual(TOLD);
  await undoRun(db.pool, run);
  expect((await counts()).map((r) => (r as { relayed: number }).relayed)).toEqual([0, 0]);
}, 60_000);
