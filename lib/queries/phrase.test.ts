import { beforeAll, expect, test } from 'vitest';
import { Prisma } from '@/generated/prisma/client';
import { type DemoDocument, generateDemo } from '@/lib/demo/generate-demo';
import { type Filters, parseFilters } from '@/lib/filters';
import { ingestDemo } from '@/lib/ingest/demo';
import { loadReference } from '@/lib/ingest/load-reference';
import { findDataDir } from '@/lib/resources';
import { buildPhraseIndex } from '@/lib/store/phrase-index';
import { withDatabase } from '@/lib/store/testing/with-database';
import { frequency } from './frequency';
import { phraseFrequency } from './phrase';
import { candidates } from './phrase-candidates';
import { countPhrase, reportsWith } from './phrase-count';
import { type PhraseMentionRow, phraseMentions } from './phrase-mentions';
import { type PhraseQuery, parsePhraseQuery } from './phrase-query';
import { phraseRows } from './phrase-rollup';
import { sampledFrequency, samplePhrase } from './phrase-sample';
import { sloganIdByName } from './slogan';

const db = withDatabase();
const DEMO = { seed: 13, documents: 400 };
const truth: DemoDocument[] = [...generateDemo(DEMO)];

beforeAll(async () => {
  const dataDir = findDataDir();
  await loadReference(db.pool, dataDir);
  await ingestDemo(db.pool, { dataDir, workers: 1 }, DEMO);
}, 120_000);

const filters = (params: Record<string, string> = {}): Filters => parseFilters(params).filters;

function query(text: string, within: 'report' | 'paragraph' = 'report'): PhraseQuery {
  const parsed = parsePhraseQuery(text, within);
  if (typeof parsed === 'string') throw new Error(parsed);
  return parsed;
}

async function total(q: PhraseQuery, f: Filters) {
  const { series } = await phraseFrequency(q, f);
  const rows = series.flatMap((s) => [...s.rows, s.coarser]);
  return {
    mentions: rows.reduce((sum, r) => sum + r.mentions, 0),
    reports: rows.reduce((sum, r) => sum + r.reports, 0),
  };
}

async function allMentions(q: PhraseQuery, f: Filters): Promise<PhraseMentionRow[]> {
  const rows: PhraseMentionRow[] = [];
  let after: string | undefined;
  do {
    const page = await phraseMentions(q, f, { limit: 7, after });
    rows.push(...page.rows);
    after = page.next ?? undefined;
  } while (after);
  return rows;
}

const ALL = { copies: 'all' };

test('documents count before the index knows them', async () => {
  const { rows } = await db.pool.query('SELECT count(*)::int AS n FROM document_gram');
  expect(rows[0].n).toBe(0);
  const { mentions } = await total(query('外防输入'), filters(ALL));
  expect(mentions).toBeGreaterThan(0);
  expect(await buildPhraseIndex(db.pool)).toBe(400);
  expect(await buildPhraseIndex(db.pool)).toBe(0);
  await db.pool.query('DELETE FROM phrase');
  expect((await total(query('外防输入'), filters(ALL))).mentions).toBe(mentions);
});

test('a phrase of undamaged documents counts as their texts say', async () => {
  const { rows } = await db.pool.query<{ text: string }>('SELECT text FROM document');
  expect(rows).toHaveLength(truth.length);
  for (const phrase of ['工作', '高质量发展', '会议', '1+1+9', '落实到']) {
    const expected = rows.reduce((sum, r) => sum + r.text.split(phrase).length - 1, 0);
    expect(await total(query(phrase), filters(ALL)), phrase).toMatchObject({ mentions: expected });
  }
});

test.each([
  ['六稳 六保', (t: string) => t.includes('六稳') && t.includes('六保')],
  ['六稳|六保', (t: string) => t.includes('六稳') || t.includes('六保')],
  ['六稳 -六保', (t: string) => t.includes('六稳') && !t.includes('六保')],
])('%s holds in the reports that it should', async (text, meets) => {
  const { rows } = await db.pool.query<{ text: string }>(
    'SELECT d.text FROM report r JOIN document d ON d.id = r.document_id WHERE (SELECT count(*) FROM report x WHERE x.document_id = d.id) = 1',
  );
  const { rows: several } = await db.pool.query<{ text: string; start: number; end: number }>(
    'SELECT d.text, r.start, r."end" FROM report r JOIN document d ON d.id = r.document_id WHERE (SELECT count(*) FROM report x WHERE x.document_id = d.id) > 1',
  );
  const bodies = [...rows.map((r) => r.text), ...several.map((r) => r.text.slice(r.start, r.end))];
  expect((await total(query(text), filters(ALL))).reports).toBe(bodies.filter(meets).length);
});

test.each([
  [{}],
  [ALL],
  [{ place: '440000' }],
  [{ from: '2020', until: '2021-06' }],
  [{ genre: 'meeting', by: 'year' }],
])('in the view %j counts lead to exactly as many occurrences', async (view) => {
  for (const q of [query('四个'), query('六稳 六保', 'paragraph'), query('near(坚定,做到,8)')]) {
    const f = filters(view);
    const found = await allMentions(q, f);
    const { mentions, reports } = await total(q, f);
    expect(found).toHaveLength(mentions);
    expect(new Set(found.map((m) => `${m.documentId} ${m.day}`)).size).toBeLessThanOrEqual(reports);
    expect(new Set(found.map((m) => `${m.documentId} ${m.at}`)).size).toBe(mentions);
  }
});

test('an occurrence is shown in its paragraph', async () => {
  const [first] = (await phraseMentions(query('高质量'), filters(), { limit: 1 })).rows;
  expect(first?.paragraph.slice(first.start, first.end)).toBe('高质量');
});

test('a tracked slogan has both numbers', async () => {
  const id = (await sloganIdByName('六稳')) ?? 0;
  const { tracked, series } = await phraseFrequency(query('六稳'), filters());
  const all = series.flatMap((s) => [...s.rows, s.coarser]).reduce((sum, r) => sum + r.mentions, 0);
  const slogan = await frequency(id, filters());
  const alone = slogan.series.flatMap((s) => [...s.rows, s.coarser]).reduce((sum, r) => sum + r.mentions, 0);
  expect(tracked).toEqual({ sloganId: id, alone, inside: all - alone });
  expect((await phraseFrequency(query('人民群众'), filters())).tracked).toBeNull();
});

test('denominators are those of a slogan', async () => {
  const id = (await sloganIdByName('六稳')) ?? 0;
  const view = filters({ by: 'quarter', place: '330000' });
  const [phrase, slogan] = [await phraseFrequency(query('六稳'), view), await frequency(id, view)];
  expect(phrase.series[0]?.rows.map((r) => r.totalReports)).toEqual(
    slogan.series[0]?.rows.map((r) => r.totalReports),
  );
});

test('a sample says what share it saw, and how sure it is', async () => {
  const q = query('高质量发展');
  const exact = await total(q, filters(ALL));
  const sample = await samplePhrase(q, 8_000, 4_000);
  expect(sample.documents).toBeGreaterThan(100);
  expect(sample.documents).toBeLessThan(300);
  const share = exact.reports / 400;
  expect(sample.interval.low / 8_000).toBeLessThan(share);
  expect(sample.interval.high / 8_000).toBeGreaterThan(share);
  const found = await sampledFrequency(q, sample, filters({ by: 'year', ...ALL }), null, null);
  const rows = found.series[0]?.rows ?? [];
  expect(rows.reduce((sum, r) => sum + r.reports, 0)).toBeGreaterThan(0);
  for (const r of rows) expect(r.totalReports).toBeGreaterThanOrEqual(r.reports);
});

/** What is kept of a phrase that is counted anew; `share` decides how. */
async function counted(phrase: string, share: number): Promise<{ documents: number; rows: unknown[] }> {
  await db.pool.query('DELETE FROM phrase');
  const { id, documents } = await countPhrase(query(phrase), 1, [], share);
  const sql = Prisma.sql`
    SELECT place_code, day, precision, stratum_id, sum(mentions) AS mentions, sum(reports) AS reports, sum(mentions_once) AS once,
      sum(reports_once) AS reports_once, sum(alone) AS alone
    FROM ${phraseRows(id)} GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`;
  const { rows } = await db.pool.query(sql.text, sql.values);
  return { documents, rows };
}

test.each(['外防输入', '六稳', '会议'])(
  'reading all texts for %s counts as the index does',
  async (phrase) => {
    const byIndex = await counted(phrase, 0);
    expect(await counted(phrase, 1)).toEqual(byIndex);
    expect(byIndex.documents).toBeGreaterThan(0);
    expect(byIndex.rows.length).toBeGreaterThan(0);
  },
);

test('the plan goes by the index', async () => {
  const client = await db.pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL enable_seqscan = off');
    const documents = Prisma.sql`d.id IN (${candidates(query('外防输入'), [])})`;
    const sql = reportsWith('外防输入', documents);
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${sql.text}`, sql.values);
    const plan = rows.map((r) => r['QUERY PLAN']).join('\n');
    expect(plan).toContain('document_gram_grams_idx');
    expect(plan).not.toContain('Seq Scan on document');
    expect(plan).not.toContain('Seq Scan on report');
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
});
