import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DemoDocument, generateDemo } from '@/lib/demo/generate-demo';
import { findDataDir } from '@/lib/resources';
import { listRuns } from '@/lib/store/list-runs';
import { openRun, undoRun } from '@/lib/store/runs';
import { rollupDrift } from '@/lib/store/testing/rollup-drift';
import { withDatabase } from '@/lib/store/testing/with-database';
import { ingestDemo, removeDemo } from './demo';
import { ingest, publishAbandoned } from './ingest';
import { loadReference } from './load-reference';

const db = withDatabase();
const dataDir = findDataDir();
const DEMO = { seed: 7, documents: 400 };
const documents: DemoDocument[] = [...generateDemo(DEMO)];
let folder = '';

beforeAll(async () => {
  await loadReference(db.pool, dataDir);
  folder = mkdtempSync(join(tmpdir(), 'tifa-ingest-'));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function one<T>(sql: string, parameters: readonly unknown[] = []): Promise<T> {
  return (await db.pool.query(sql, [...parameters])).rows[0] as T;
}

/** Everything that is counted, in a form that compares. */
async function state(): Promise<unknown> {
  const names = ['slogan_day', 'place_day', 'slogan_month', 'slogan_year', 'place_month'];
  const whole = ['slogan_whole_day', 'slogan_whole_month', 'place_whole_day'];
  const tables = [...names, ...whole].map(
    async (t) => (await db.pool.query(`SELECT * FROM ${t} ORDER BY 1, 2, 3, 4, 5`)).rows,
  );
  const sizes = ['document', 'report', 'mention', 'directive_list', 'directive', 'paragraph', 'note'].map(
    async (t) => (await one<{ n: number }>(`SELECT count(*)::int AS n FROM ${t}`)).n,
  );
  return {
    rollups: await Promise.all(tables),
    sizes: await Promise.all(sizes),
    version: await one('SELECT version FROM data_version'),
  };
}

test('the stored counts are those of the generator', async () => {
  const result = await ingestDemo(db.pool, { dataDir }, DEMO);
  expect(result.problems).toBe(0);
  expect(result.stored).toBe(documents.length);
  const truth = new Map<string, number>();
  for (const d of documents) {
    for (const [slogan, n] of Object.entries(d.truth.slogans))
      truth.set(slogan, (truth.get(slogan) ?? 0) + n);
  }
  const { rows } = await db.pool.query<{ canonical: string; n: number }>(
    'SELECT s.canonical, sum(t.mentions)::int AS n FROM slogan_day t JOIN slogan s ON s.id = t.slogan_id GROUP BY 1',
  );
  expect(Object.fromEntries(rows.map((r) => [r.canonical, r.n]))).toEqual(Object.fromEntries(truth));
});

test('every document is dated and placed as the generator says', async () => {
  const { rows } = await db.pool.query<{ id: string; day: string; place: string }>(
    `SELECT d.external_id AS id, to_char(r.day, 'YYYY-MM-DD') AS day, r.place_code AS place
     FROM document d JOIN report r ON r.document_id = d.id AND r.ordinal = 0`,
  );
  const truth = new Map(documents.map((d) => [d.id, `${d.truth.date} ${d.truth.place}`]));
  const wrong = rows.filter((r) => truth.get(r.id) !== `${r.day} ${r.place}`);
  expect(wrong).toEqual([]);
});

test('the rollups are what counting the mentions one by one gives', async () => {
  expect(await rollupDrift(db.pool)).toEqual([]);
});

test('reading the same again changes nothing', async () => {
  const before = await state();
  const again = await ingestDemo(db.pool, { dataDir }, DEMO);
  expect(again).toMatchObject({ stored: 0, known: documents.length });
  expect(await state()).toEqual(before);
});

test('of copies in one place and month one counts, whatever the order of arrival', async () => {
  const copy = (id: string, day: string, place: string) =>
    JSON.stringify({
      id,
      source: '区报',
      date: day,
      place,
      text: '会议强调，要扎实做好“六稳”工作，守住不发生风险的底线。',
    });
  const lines = {
    a: copy('a', '2020-04-20', '440307'),
    b: copy('b', '2020-04-10', '440307'),
    c: copy('c', '2020-04-10', '440605'),
    d: copy('d', '2020-05-02', '440307'),
  };
  const before = await state();
  const runs: number[] = [];
  for (const [name, line] of Object.entries(lines)) {
    writeFileSync(join(folder, `${name}.jsonl`), line);
    runs.push((await ingest(db.pool, [join(folder, `${name}.jsonl`)], { dataDir, workers: 1 })).runId);
  }
  const stands = async () =>
    (
      await db.pool.query<{ id: string }>(
        "SELECT d.external_id AS id FROM document d JOIN report r ON r.document_id = d.id JOIN source s ON s.id = d.source_id WHERE s.name = '区报' AND r.stands ORDER BY 1",
      )
    ).rows.map((r) => r.id);
  expect(await stands()).toEqual(['b', 'c', 'd']);
  await undoRun(db.pool, runs[1] as number);
  expect(await stands()).toEqual(['a', 'c', 'd']);
  expect(await rollupDrift(db.pool)).toEqual([]);
  for (const id of runs) await undoRun(db.pool, id);
  const { version: _, ...after } = (await state()) as { version: unknown };
  const { version: __, ...expected } = before as { version: unknown };
  expect(after).toEqual(expected);
});

test('what cannot be read is named and kept with the run, and the rest is stored', async () => {
  writeFileSync(
    join(folder, 'bad.jsonl'),
    '{"text":"会议强调，要落实“四方责任”。","date":"2021-03-04","id":"good"}\n{"text":\n',
  );
  writeFileSync(join(folder, 'empty.txt'), '');
  const problems: string[] = [];
  const { runId, stored } = await ingest(
    db.pool,
    [join(folder, 'bad.jsonl'), join(folder, 'empty.txt'), join(folder, 'none')],
    {
      dataDir,
      workers: 1,
      onProblem: (p) => problems.push(p.code),
    },
  );
  expect(stored).toBe(1);
  expect(problems.sort()).toEqual(['empty', 'malformed-json', 'unreadable']);
  const kept = await one<{ n: number; refused: number }>(
    'SELECT count(*)::int AS n, max(r.refused) AS refused FROM run_note n JOIN run r ON r.id = n.run_id WHERE n.run_id = $1',
    [runId],
  );
  expect(kept).toEqual({ n: 3, refused: 3 });
  await undoRun(db.pool, runId);
});

test('a run whose process died is told from one that came to its end', async () => {
  const run = await openRun(db.pool, 'somebody', ['archive'], { folder: '/archives', source: '区报' });
  const stateOf = async () => (await listRuns(db.pool, run.id))[0];
  expect(await stateOf()).toMatchObject({ state: 'reading', inputs: ['archive'], startedBy: 'somebody' });
  await run.release();
  expect((await stateOf())?.state).toBe('dead');
  expect(await publishAbandoned(db.pool)).toBe(1);
  expect(await stateOf()).toMatchObject({
    state: 'interrupted',
    settings: { folder: '/archives', source: '区报' },
  });
  await undoRun(db.pool, run.id);
  expect((await stateOf())?.state).toBe('undone');
});

test('one command takes the made-up documents out, and nothing is left of them', async () => {
  expect(await removeDemo(db.pool)).toBe(1);
  const left = (await state()) as { rollups: unknown[][]; sizes: number[] };
  expect(left.rollups.flat()).toEqual([]);
  expect(left.sizes.every((n) => n === 0)).toBe(true);
});
