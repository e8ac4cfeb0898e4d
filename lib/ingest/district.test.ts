import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { findDataDir } from '@/lib/resources';
import { undoRun } from '@/lib/store/runs';
import { emptyDatabase } from '@/lib/store/testing/rollup-drift';
import { withDatabase } from '@/lib/store/testing/with-database';
import { startTestServer, type TestServer } from './fetch/test-server';
import {
  jpageSite,
  postSite,
  type SiteReport,
  scriptedSite,
  type TestSite,
  trsSite,
} from './fetch/test-sites';
import { ingest } from './ingest';
import { loadReference } from './load-reference';

const db = withDatabase();
const dataDir = findDataDir();
let folder = '';
let server: TestServer | null = null;

beforeAll(async () => {
  await loadReference(db.pool, dataDir);
  folder = mkdtempSync(join(tmpdir(), 'tifa-district-'));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => emptyDatabase(db.pool));
afterEach(async () => {
  await server?.close();
  server = null;
});

const topics = ['防汛备汛', '安全生产', '稳岗就业', '道路整治', '水质提升', '学位建设'];
const reports: SiteReport[] = topics.map((topic, i) => ({
  number: i + 1,
  day: `2021-0${1 + (i >> 1)}-1${i}`,
  title: `区政府召开第${i + 1}次常务会议研究${topic}工作`,
  paragraphs: [
    `会议听取了${topic}情况汇报，指出各有关单位在前一阶段做了大量细致的工作，取得了阶段性成效。`,
    `会议强调，要增强“四个意识”，把${topic}作为当前一项重要工作来抓，逐项明确责任单位和完成时限。`,
    `会议要求，分管领导要靠前指挥，每周调度一次，确保${topic}各项任务按时间节点推进。`,
  ],
}));

async function read(site: TestSite, port = 0): Promise<string[]> {
  server = await startTestServer(site.pages, port);
  const file = join(folder, 'district.yaml');
  const common = { name: '某区', source: '某区人民政府', place: '440307' };
  writeFileSync(file, JSON.stringify({ ...common, ...site.recipe(server.url) })); // JSON is YAML
  const problems: string[] = [];
  await ingest(db.pool, [`recipe:${file}`], {
    ...{ dataDir, workers: 1, fetch: { allowPrivate: true, delayMs: 0, retries: 0, timeoutMs: 5_000 } },
    onProblem: (p) => problems.push(`${p.input}: ${p.detail}`),
  });
  return problems;
}

test.each([
  ['TRS WCM', trsSite],
  ['JPAGE', jpageSite],
  ['content/post', postSite],
  ['an answer in JSON', scriptedSite],
])('the site of a district made with %s comes to its charts', async (_, make) => {
  expect(await read(make(reports))).toEqual([]);
  const { rows: documents } = await db.pool.query<{
    title: string;
    day: string;
    place: string;
    text: string;
  }>(
    `SELECT d.title, to_char(r.day, 'YYYY-MM-DD') AS day, r.place_code AS place, d.text
     FROM document d JOIN report r ON r.document_id = d.id ORDER BY r.day`,
  );
  expect(documents.map(({ title, day, place }) => ({ title, day, place }))).toEqual(
    reports.map(({ title, day }) => ({ title, day, place: '440307' })),
  );
  for (const { text } of documents) {
    expect(text).toContain('每周调度一次');
    expect(text).not.toMatch(/网站首页|分享到/);
  }
  const { rows: chart } = await db.pool.query<{ month: string; mentions: number }>(
    `SELECT to_char(t.day, 'YYYY-MM') AS month, t.mentions FROM slogan_month t JOIN slogan s ON s.id = t.slogan_id
     WHERE s.canonical = '四个意识' AND t.place_code = '440307' AND t.stratum_id = 0 ORDER BY 1`,
  );
  expect(chart).toEqual(['2021-01', '2021-02', '2021-03'].map((month) => ({ month, mentions: 2 })));
});

test('a page that the recipe did not fit is read once the recipe is set right', async () => {
  const { pages, recipe } = trsSite(reports);
  for (const [path, body] of Object.entries(pages))
    pages[path] = (request, response) => {
      const same = request.headers['if-none-match'] === '"1"';
      response.writeHead(same ? 304 : 200, { etag: '"1"', 'content-type': 'text/html; charset=utf-8' });
      response.end(same ? undefined : (body as string));
    };
  const wrong = (host: string) => ({ ...recipe(host), page: { text: '#none' } });
  expect(await read({ pages, recipe: wrong })).toHaveLength(reports.length);
  const port = Number(new URL(server?.url ?? '').port);
  await server?.close();
  expect(await read({ pages, recipe }, port)).toEqual([]);
  const { rows } = await db.pool.query('SELECT 1 FROM document');
  expect(rows).toHaveLength(reports.length);
});

test('read again, pages that have not changed are not sent; taken back, they are read anew', async () => {
  const site = trsSite(reports);
  const sent: string[] = [];
  for (const [path, body] of Object.entries(site.pages))
    site.pages[path] = (request, response) => {
      const same = request.headers['if-none-match'] === '"1"';
      if (!same) sent.push(path);
      response.writeHead(same ? 304 : 200, { etag: '"1"', 'content-type': 'text/html; charset=utf-8' });
      response.end(same ? undefined : (body as string));
    };
  expect(await read(site)).toEqual([]);
  const again = () =>
    ingest(db.pool, [`recipe:${join(folder, 'district.yaml')}`], {
      ...{ dataDir, workers: 1, fetch: { allowPrivate: true, delayMs: 0, retries: 0, timeoutMs: 5_000 } },
    });
  const first = sent.length;
  expect(await again()).toMatchObject({ stored: 0, problems: 0 });
  expect(sent.slice(first).sort()).toEqual(['/zwdt/index.html', '/zwdt/index_1.html']);
  const { rows } = await db.pool.query<{ id: number }>(
    "SELECT id FROM run WHERE stored > 0 AND status = 'published'",
  );
  for (const { id } of rows) await undoRun(db.pool, id);
  expect(await again()).toMatchObject({ stored: reports.length });
});
