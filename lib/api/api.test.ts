import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { ingestDemo } from '@/lib/ingest/demo';
import { loadReference } from '@/lib/ingest/load-reference';
import { exampleIds } from '@/lib/queries/example-ids';
import { findDataDir } from '@/lib/resources';
import { withDatabase } from '@/lib/store/testing/with-database';
import { exampleUrl, findQuestion, QUESTIONS } from './registry';
import { serve } from './serve';

const db = withDatabase();

beforeAll(async () => {
  const dataDir = findDataDir();
  await loadReference(db.pool, dataDir);
  await ingestDemo(db.pool, { dataDir, workers: 1 }, { seed: 17, documents: 250 });
}, 120_000);

let address = 0;

/** Each request from an address of its own, so that the limit stays out of the way. */
function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const url = new URL(path, 'http://localhost');
  const segments = url.pathname.split('/').slice(3).filter(Boolean).map(decodeURIComponent);
  address++;
  const forwarded = { 'x-forwarded-for': `10.0.${address >> 8}.${address & 255}`, ...headers };
  return serve(new Request(url, { headers: forwarded }), segments);
}

interface Answered {
  readonly dataVersion: number;
  readonly denominators: Record<string, number>;
  readonly rows: Record<string, unknown>[];
  readonly next: string | null;
  readonly about: Record<string, unknown>;
}

async function json(path: string): Promise<Answered> {
  const response = await get(path);
  expect(response.status, `${path}: ${response.status === 200 ? '' : await response.clone().text()}`).toBe(
    200,
  );
  return (await response.json()) as Answered;
}

test('every example of the directory and of the description answers', async () => {
  const { questions } = (await (await get('/api/v1')).json()) as { questions: { example?: string }[] };
  expect(questions).toHaveLength(QUESTIONS.length);
  for (const { example } of questions) expect((await get(example ?? '')).status, example).toBe(200);
  const description = await (await get('/api/v1/openapi.json')).text();
  for (const { example } of questions) expect(description).toContain(JSON.stringify(`Example: ${example}`));
});

describe.each(QUESTIONS.map((q) => [q.name, q] as const))('%s', (_, question) => {
  let url = '';
  beforeAll(async () => {
    url = exampleUrl(question, await exampleIds()) ?? '';
  });

  test('answers its example with rows as described', async () => {
    const answer = await json(url);
    expect(answer.dataVersion).toBe(1);
    expect(answer.denominators.reports).toBeGreaterThan(0);
    const row = question.row.strict();
    for (const r of answer.rows) row.parse(r);
  });

  test('says the same as CSV', async () => {
    const { rows } = await json(`${url}${url.includes('?') ? '&' : '?'}limit=50`);
    const response = await get(`${url}${url.includes('?') ? '&' : '?'}limit=50`, { accept: 'text/csv' });
    expect(response.headers.get('content-type')).toMatch(/^text\/csv/);
    const lines: string[][] = parse(await response.text(), { bom: true });
    expect(lines).toHaveLength(rows.length + 1);
    expect(lines[0]).toContain('data_version');
    expect(lines[0]).toContain('scope_reports');
    expect(lines[0]?.every((name) => /^[a-z][a-z0-9_]*$/.test(name))).toBe(true);
  });

  test('is not sent again when nothing changed', async () => {
    const first = await get(url);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    expect(first.headers.get('cache-control')).toBeTruthy();
    expect((await get(url, { 'if-none-match': etag })).status).toBe(304);
    expect((await get(url, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('is what its path leads to', () => {
    const segments = question.path
      .replace(/\{\w+\}/g, 'x')
      .split('/')
      .slice(1);
    expect(findQuestion(segments)?.question.name).toBe(question.name);
  });
});

describe('errors', () => {
  test('every wrong parameter is named', async () => {
    const response = await get(
      '/api/v1/slogans/六稳/frequency?from=2021-13&copies=some&colour=red&limit=0&places=44',
    );
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const body = (await response.json()) as {
      status: number;
      parameters: { name: string; expected: string }[];
    };
    expect(body.status).toBe(400);
    expect(body.parameters.map((p) => p.name).sort()).toEqual([
      'colour',
      'copies',
      'from',
      'limit',
      'places',
    ]);
    expect(body.parameters.every((p) => p.expected.length > 0)).toBe(true);
  });

  test.each([
    ['/api/v1/slogans/没有这个提法', 404],
    ['/api/v1/nothing', 404],
    ['/api/v1/totals?from=2021&until=2020', 400],
    ['/api/v1/phrases/frequency', 400],
    ['/api/v1/phrases/frequency?q=稳', 400],
    ['/api/v1/phrases/frequency?q=-六稳', 400],
    ['/api/v1/slogans/六稳/mentions?cursor=nonsense', 400],
    ['/api/v1/compare/similarity?places=440300,440600&place=440000', 400],
    ['/api/v1/totals?by=month&measure=share&lang=en', 200],
  ])('%s answers %d', async (path, status) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    if (status !== 200) expect(((await response.json()) as { status: number }).status).toBe(status);
  });

  test('what is neither JSON nor CSV is not to be had', async () => {
    expect((await get('/api/v1/totals', { accept: 'image/png' })).status).toBe(406);
  });

  test('a failure inside says nothing about the inside', async () => {
    const silent = vi.spyOn(console, 'error').mockImplementation(() => {});
    const url = process.env.DATABASE_URL;
    const segments = ['totals'];
    const response = await serve({ headers: new Headers(), url: 'no url' } as Request, segments);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('Invalid URL');
    process.env.DATABASE_URL = url;
    silent.mockRestore();
  });
});

describe('a cursor that no page of ours gave', () => {
  const forged = (after: string) => Buffer.from(`1 ${after}`).toString('base64url');

  test.each(['slogans/高质量发展/mentions?', 'phrases/mentions?q=工作'])('%s: 400', async (path) => {
    for (const after of ['2020-02-31_1_1', '9999-99-99_1_1', '2020-01-01_9999999999999999999_1', '40']) {
      const response = await get(`/api/v1/${path}&cursor=${forged(after)}`);
      expect(response.status, after).toBe(400);
      const { parameters } = (await response.json()) as { parameters: { name: string }[] };
      expect(parameters.map((p) => p.name)).toEqual(['cursor']);
    }
  });

  test.each(['slogans', 'documents', 'directives', 'places', 'totals'])('%s: 400', async (path) => {
    for (const after of ['-5', 'x', '2020-01-01_1_1'])
      expect((await get(`/api/v1/${path}?cursor=${forged(after)}`)).status, after).toBe(400);
  });
});

describe('pages', () => {
  test.each([
    '/api/v1/slogans?order=name',
    '/api/v1/slogans/高质量发展/mentions?',
    '/api/v1/documents?',
    '/api/v1/places?',
    '/api/v1/phrases/mentions?q=工作',
  ])('of %s are together what one long page is', async (path) => {
    const whole = (await json(`${path}&limit=60`)).rows;
    const pieces: unknown[] = [];
    let cursor: string | null = null;
    for (let i = 0; i < 3; i++) {
      const page: Answered = await json(`${path}&limit=20${cursor ? `&cursor=${cursor}` : ''}`);
      pieces.push(...page.rows);
      cursor = page.next;
      if (!cursor) break;
    }
    expect(pieces).toEqual(whole);
  });

  test('of another state of the data are gone', async () => {
    const stale = Buffer.from('99 20').toString('base64url');
    expect((await get(`/api/v1/places?cursor=${stale}`)).status).toBe(410);
  });

  test('name the next one in a link', async () => {
    const link = (await get('/api/v1/places?limit=2')).headers.get('link') ?? '';
    expect(link).toMatch(/^<\/api\/v1\/places\?limit=2&cursor=[\w-]+>; rel="next"$/);
  });
});

test('who asks too often is told when to come again, and others are not kept waiting', async () => {
  const ask = (from: string) =>
    serve(new Request('http://localhost/api/v1', { headers: { 'x-forwarded-for': from } }), []);
  const answers = await Promise.all(Array.from({ length: 500 }, () => ask('10.9.9.9')));
  const refused = answers.filter((r) => r.status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refused[0]?.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect((await ask('10.9.9.10')).status).toBe(200);
});

test('an answer of an earlier version says by how much the data have changed', async () => {
  await db.pool.query(
    'INSERT INTO data_state SELECT version - 1, published_at, reports - 10, mentions - 7 FROM data_state ORDER BY version DESC LIMIT 1',
  );
  const asked = await (await get('/api/v1/totals?copies=all&version=0')).json();
  expect(asked.changedSince).toMatchObject({
    version: 0,
    reports: asked.rows[0].reports - 10,
    reportsNow: asked.rows[0].reports,
    mentions: asked.rows[0].mentions - 7,
    mentionsNow: asked.rows[0].mentions,
  });
});

test('who knows an earlier version of the data is told that they have changed', async () => {
  const warnings = async (version: number) =>
    ((await (await get(`/api/v1/totals?version=${version}`)).json()) as { warnings: string[] }).warnings;
  expect(await warnings(1)).toEqual([]);
  expect(await warnings(0)).toEqual(['data-changed']);
});

test('copies of a directive are asked for by its address', async () => {
  const [list] = (await json('/api/v1/directives?limit=1')).rows;
  const path = `/api/v1/documents/${list?.documentId}/lists/${list?.ordinal}/items/0/copies`;
  const { rows, about } = await json(path);
  expect(String(about.text).length).toBeGreaterThan(0);
  const question = QUESTIONS.find((q) => q.name === 'directive-copies');
  for (const r of rows) question?.row.strict().parse(r);
  expect((await get('/api/v1/documents/1/lists/0/items/0/copies')).status).toBe(404);
  expect((await get('/api/v1/documents/x/lists/-1/items/0/copies')).status).toBe(400);
});

test('a row and its line in the CSV say what makes it doubtful', async () => {
  const path = '/api/v1/slogans/高质量发展/frequency?by=month&place=330200';
  const { rows } = await json(path);
  expect(rows.some((r) => (r.warnings as string[]).includes('no-reports'))).toBe(true);
  expect(rows.some((r) => (r.warnings as string[]).includes('thin'))).toBe(true);
  const csv = await (await get(`${path}&format=csv`)).text();
  const lines: Record<string, string>[] = parse(csv, { bom: true, columns: true });
  expect(lines.map((l) => l.warnings)).toEqual(rows.map((r) => (r.warnings as string[]).join(';')));
});

test('as many documents and lists are there after one was taken down, and it says so', async () => {
  const path = '/api/v1/documents?limit=10000';
  const [before, lists] = [await json(path), await json('/api/v1/directives?limit=10000')];
  const id = lists.rows[0]?.documentId;
  await db.pool.query('UPDATE document SET hidden = true WHERE id = $1', [id]);
  const [after, listsAfter] = [await json(path), await json('/api/v1/directives?limit=10000')];
  expect(after.rows.map((r) => r.id)).toEqual(before.rows.map((r) => r.id));
  expect(after.rows.filter((r) => r.hidden).map((r) => [r.id, r.title])).toEqual([[id, '']]);
  expect(listsAfter.rows).toHaveLength(lists.rows.length);
  expect(listsAfter.rows[0]).toMatchObject({ hidden: true, lead: '', title: '' });
  await db.pool.query('UPDATE document SET hidden = false');
});

test('no cell is a formula', async () => {
  await db.pool.query('UPDATE document SET title = \'=HYPERLINK("x")\'');
  const response = await get('/api/v1/documents?format=csv&limit=5');
  const lines: string[][] = parse(await response.text(), { bom: true, columns: false });
  const at = lines[0]?.indexOf('title') ?? -1;
  expect(lines[1]?.[at]).toBe('\'=HYPERLINK("x")');
});
