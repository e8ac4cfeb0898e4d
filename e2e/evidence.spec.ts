import type { APIRequestContext, Page } from '@playwright/test';
import { type EvidencePack, evidencePackOf } from './harness/evidence-pack';
import { expect, test } from './harness/test';

test.describe.configure({ timeout: 180_000 });

async function api(request: APIRequestContext, path: string) {
  const answer = await request.get(`/api/v1${path}`);
  expect(answer.status(), path).toBe(200);
  return answer.json();
}

async function sloganId(request: APIRequestContext, name: string): Promise<string> {
  return String((await api(request, `/slogans/${encodeURIComponent(name)}`)).rows[0].id);
}

/** What every pack holds: method, citations that lead back to the page, each chart as rows and pictures. */
function expectWhole(pack: EvidencePack, page: string, charts: readonly string[]): void {
  const methods = pack.text('methods.txt');
  expect(methods).toContain('方法');
  expect(methods).toContain('Method');
  for (const name of ['citation.bib', 'citation.ris', 'citation.txt'])
    expect(pack.text(name)).toMatch(new RegExp(`http://[^\\s}]+${page}[^\\s}]*[?&]v=\\d+`));
  expect(pack.text('citation.ris')).toMatch(/^TY {2}- DATA\r\n/);
  expect(pack.text('citation.bib')).toMatch(/^@misc\{tifa-/);
  expect(pack.text('citation.txt')).toContain('[DB/OL]');
  const drawn = pack.names.flatMap((n) => /^figures\/\d+-(.+)\.csv$/.exec(n)?.[1] ?? []);
  expect(drawn).toEqual(charts);
  for (const name of pack.names.filter((n) => n.startsWith('figures/') && n.endsWith('.csv'))) {
    const base = name.slice(0, -4);
    expect(pack.text(`${base}.svg`)).toMatch(/^<svg [\s\S]*<\/svg>$/);
    expect(pack.bytes(`${base}.png`).subarray(1, 4).toString()).toBe('PNG');
    const rows = pack.rows(name);
    expect(rows.length, name).toBeGreaterThan(0);
    expect(methods).toContain(`${name}: ${rows.length} rows of /api/v1`);
  }
}

/**
 * Fails where a line is not as it has to be, and shows the first of them. One expectation for all: Playwright notes down
 * each, which took longer than everything else for the thousands of mentions of two years.
 */
function expectEach<T>(lines: readonly T[], holds: (line: T) => boolean): void {
  expect(lines.filter((line) => !holds(line)).slice(0, 3)).toEqual([]);
}

/** Each line leads back to the thing itself. */
function expectTraceable(rows: readonly Record<string, string>[]): void {
  expectEach(
    rows,
    (r) =>
      /^[0-9a-f]{64}$/.test(r.sha256 ?? '') &&
      /^\d{4}-\d\d-\d\d$/.test(r.fetched ?? '') &&
      ['url', 'id_at_source', 'document', 'data_version'].every((column) => column in r),
  );
}

/** The mentions of a pack, each of which has to stand in its paragraph. */
function mentionsOf(pack: EvidencePack, part?: string): Record<string, string>[] {
  const rows = pack.rows('mentions.csv');
  expectTraceable(rows);
  expectEach(rows, (r) => Number(r.end) > Number(r.start) && (r.paragraph?.length ?? -1) >= Number(r.end));
  return part === undefined ? rows : rows.filter((r) => r.part === part);
}

async function shown(page: Page, text: string): Promise<void> {
  await expect(page.locator('main')).toContainText(text);
}

const count = (n: number) => n.toLocaleString('zh-CN');

test('the pack of a slogan holds exactly what its page counts', async ({ page, request }) => {
  const id = await sloganId(request, '六稳');
  const pack = await evidencePackOf(page, `/slogans/${id}?place=440000&by=year`);
  expectWhole(pack, `/slogans/${id}`, [
    'slogan-trend',
    'slogan-places',
    'slogan-heat-map',
    'slogan-adoption',
    'slogan-company',
  ]);
  const total = Number(await page.getByTestId('mention-count').getAttribute('data-count'));
  const mentions = mentionsOf(pack);
  expect(mentions).toHaveLength(total);
  expectEach(mentions, (m) => m.paragraph?.slice(Number(m.start), Number(m.end)) === '六稳');
  expect(pack.text('methods.txt')).toContain(`${total} times`);
  const chart = pack.rows('figures/1-slogan-trend.csv');
  expect(chart).toHaveLength(await page.locator('#frequency-data tbody tr').count());
  expect(chart.reduce((n, r) => n + Number(r.mentions), 0)).toBe(total);
  const multiples = new Set(pack.rows('figures/2-slogan-places.csv').map((r) => r.place));
  expect(multiples.size).toBe(await page.locator('.multiples li').count());
  const company = pack.rows('figures/5-slogan-company.csv');
  expect(company).toHaveLength(await page.locator('#company-data tbody tr').count());
});

test('the pack of how a slogan is said holds a chart of each split', async ({ page, request }) => {
  const id = await sloganId(request, '四个意识');
  const pack = await evidencePackOf(page, `/slogans/${id}/wording`);
  expectWhole(
    pack,
    `/slogans/${id}/wording`,
    pack.names.filter((n) => n.endsWith('slogan-drift.csv')).map(() => 'slogan-drift'),
  );
  expect(mentionsOf(pack)).toHaveLength(
    (await api(request, `/slogans/${id}/mentions?limit=1`)).about.mentions,
  );
  expect(pack.rows('tables/chains.csv').length).toBeGreaterThan(0);
});

for (const [path, query, charts] of [
  ['/', 'from=2020&until=2020', ['ranking', 'tiles', 'coverage']],
  ['/places/440000', 'from=2021&until=2021', ['ranking', 'place-peers', 'places-below', 'coverage']],
] as const) {
  test(`the pack of ${path} holds as many mentions as the page says`, async ({ page, request }) => {
    const pack = await evidencePackOf(page, `${path}?${query}`);
    const place = path === '/' ? '' : '&place=440000';
    const [totals] = (await api(request, `/totals?${query}${place}`)).rows;
    await shown(page, count(totals.mentions));
    await shown(page, count(totals.reports));
    expect(mentionsOf(pack)).toHaveLength(totals.mentions);
    expect(pack.text('methods.txt')).toContain(
      `${totals.reports} reports of ${totals.characters} characters`,
    );
    const drawn = pack.names.flatMap((n) => /^figures\/\d+-(.+)\.csv$/.exec(n)?.[1] ?? []);
    for (const chart of drawn) expect(charts).toContain(chart);
    expectWhole(pack, path, drawn);
    const ranked = pack.rows('figures/1-ranking.csv');
    expect(ranked).toHaveLength(await page.locator('#ranking-data tbody tr').count());
  });
}

test('the packs of the lists of places and slogans hold their rows', async ({ page, request }) => {
  const places = await evidencePackOf(page, '/places?from=2020&until=2020');
  const { about } = await api(request, '/places?from=2020&until=2020&limit=1');
  expect(places.rows('tables/places.csv')).toHaveLength(about.totalRows);
  const slogans = await evidencePackOf(page, '/slogans?from=2020&until=2020&order=mentions');
  const listed = await api(request, '/slogans?from=2020&until=2020&limit=1');
  await shown(page, count(listed.about.totalRows));
  expect(slogans.rows('tables/slogans.csv')).toHaveLength(listed.about.totalRows);
  const [totals] = (await api(request, '/totals?from=2020&until=2020')).rows;
  expect(mentionsOf(slogans)).toHaveLength(totals.mentions);
});

test('the pack of a comparison of places holds the mentions of each', async ({ page, request }) => {
  const pack = await evidencePackOf(page, '/compare?places=440000,330000&from=2020&until=2020');
  expectWhole(pack, '/compare', ['compare-trend', 'compare-trend', 'compare-places']);
  for (const [i, place] of ['440000', '330000'].entries()) {
    const [totals] = (await api(request, `/totals?place=${place}&from=2020&until=2020`)).rows;
    await shown(page, count(totals.reports));
    expect(mentionsOf(pack, String(i + 1))).toHaveLength(totals.mentions);
  }
});

test('the pack of a comparison of slogans holds the mentions of each', async ({ page, request }) => {
  const ids = [await sloganId(request, '六稳'), await sloganId(request, '六保')];
  const pack = await evidencePackOf(page, `/compare?slogans=${ids.join(',')}`);
  expectWhole(pack, '/compare', ['slogans-trend']);
  const rows = pack.rows('figures/1-slogans-trend.csv');
  expect(rows).toHaveLength(await page.locator('#slogans-data tbody tr').count());
  for (const [i, id] of ids.entries()) {
    const { mentions } = (await api(request, `/slogans/${id}/mentions?limit=1`)).about;
    await expect(page.locator('#main table.many tbody tr').nth(i)).toContainText(count(mentions));
    expect(mentionsOf(pack, String(i + 1))).toHaveLength(mentions);
  }
  expect(pack.rows('tables/succession.csv').length).toBeGreaterThan(0);
});

test('the pack of a comparison of periods holds the mentions of both', async ({ page, request }) => {
  const pack = await evidencePackOf(page, '/compare?periods=2020,2022');
  expectWhole(pack, '/compare', ['compare-periods']);
  for (const [i, year] of ['2020', '2022'].entries()) {
    const [totals] = (await api(request, `/totals?from=${year}&until=${year}`)).rows;
    expect(mentionsOf(pack, String(i + 1))).toHaveLength(totals.mentions);
  }
});

test('the pack of a phrase holds every occurrence that the page counts', async ({ page, request }) => {
  const pack = await evidencePackOf(page, '/search?q=扎实&from=2020&until=2020');
  expectWhole(pack, '/search', ['phrase-trend']);
  const { rows } = await api(request, '/phrases/frequency?q=扎实&from=2020&until=2020&by=year');
  const n = rows.reduce((sum: number, r: { mentions: number }) => sum + r.mentions, 0);
  await shown(page, count(n));
  const found = mentionsOf(pack);
  expect(found).toHaveLength(n);
  expectEach(found, (m) => m.paragraph?.slice(Number(m.start), Number(m.end)) === '扎实');
});

test('the packs of directives hold every item asked for, and every copy of one', async ({
  page,
  request,
}) => {
  const pack = await evidencePackOf(page, '/directives?from=2021-01&until=2021-03');
  const lists: { heads: string[] }[] = [];
  for (let cursor = ''; ; ) {
    const answer = await api(request, `/directives?from=2021-01&until=2021-03&limit=500${cursor}`);
    lists.push(...answer.rows);
    if (!answer.next) break;
    cursor = `&cursor=${answer.next}`;
  }
  const items = pack.rows('directives.csv');
  expectTraceable(items);
  expect(items).toHaveLength(lists.reduce((n, l) => n + l.heads.length, 0));
  expectEach(items, (i) => i.head !== undefined && i.text?.includes(i.head) === true);
  await page.goto('/directives');
  await page.locator('ol.directives .outline a').first().click();
  await expect(page).toHaveURL(/\/directives\/\d+-\d+-\d+/);
  const one = await evidencePackOf(page, page.url());
  const copies = Number((await page.locator('#copies .count').innerText()).replace(/\D/g, ''));
  expect(one.rows('directives.csv')).toHaveLength(copies);
});

test('the packs of documents hold each, and each mention in one', async ({ page }) => {
  const pack = await evidencePackOf(page, '/documents?from=2021-01&until=2021-01');
  const rows = pack.rows('documents.csv');
  expectTraceable(rows);
  expect(rows.length).toBeGreaterThan(0);
  const some = rows.find((r) => Number(r.mentions) > 1) ?? rows[0];
  const one = await evidencePackOf(page, `/documents/${some?.document}`);
  expect(mentionsOf(one)).toHaveLength(Number(some?.mentions));
});

test('a pack of nothing is not found, and what cannot be read is named', async ({ request }) => {
  for (const [path, status] of [
    ['slogan.zip?slogan=999999999', 404],
    ['nothing.zip', 404],
    ['slogan.zip?slogan=1&from=x', 400],
    ['overview.zip?colour=red', 400],
  ] as const)
    expect((await request.get(`/api/v1/evidence/${path}`)).status(), path).toBe(status);
});
