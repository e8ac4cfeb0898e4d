import type { APIRequestContext } from '@playwright/test';
import { expectNoHindrance } from './harness/no-hindrance';
import { expect, test } from './harness/test';

async function sloganId(request: APIRequestContext, name: string): Promise<string> {
  const { rows } = await (await request.get(`/api/v1/slogans/${encodeURIComponent(name)}`)).json();
  return String(rows[0].id);
}

/** Every chart with parameters for which the demonstration corpus has something to draw; {id} is 六稳. */
const FIGURES = [
  'slogan-trend?slogan={id}',
  'slogan-places?slogan={id}',
  'slogan-heat-map?slogan={id}',
  'slogan-adoption?slogan={id}',
  'slogan-company?slogan={id}',
  'slogan-drift?slogan={id}&split=frame',
  'ranking?from=2020&until=2020',
  'tiles?',
  'places-below?place=440000',
  'coverage?',
  'compare-trend?places=440000,330000&slogan={id}',
  'slogans-trend?slogans={id}',
  'compare-places?places=440000,330000',
  'compare-tops?places=440000,330000,130000',
  'compare-shared?places=440000,330000',
  'compare-periods?periods=2019,2021',
  'place-peers?place=440000',
  'phrase-trend?q=%E6%89%8E%E5%AE%9E',
  'directive-rank?q=%E7%89%A9%E4%B8%9A',
];

for (const address of FIGURES) {
  test(`${address.split('?')[0]} is a picture, an embedded page and a table`, async ({ page, request }) => {
    const [name = '', query = ''] = address.replace('{id}', await sloganId(request, '六稳')).split('?');
    const svg = await request.get(`/figures/${name}.svg?${query}`);
    expect(svg.headers()['content-type']).toContain('image/svg+xml');
    expect(await svg.text()).toMatch(/^<svg [\s\S]*<\/svg>$/);
    const png = await (await request.get(`/figures/${name}.png?${query}`)).body();
    // The signature of PNG, and the width in its header.
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(1_600);
    await page.goto(`/embed/figures/${name}?${query}`);
    const image = page.locator('img');
    await expect(image).toBeVisible();
    expect(await image.evaluate((i: HTMLImageElement) => i.decode().then(() => i.naturalWidth))).toBe(1_200);
    expect((await image.getAttribute('alt'))?.length).toBeGreaterThan(10);
    await expectNoHindrance(page);
    const base = new URL(page.url()).origin;
    const offered = await request.get(
      `/oembed?url=${encodeURIComponent(`${base}/embed/figures/${name}?${query}`)}`,
    );
    expect((await offered.json()).html).toContain(`/embed/figures/${name}`);
    const foreign = encodeURIComponent(`http://evil.example/embed/figures/${name}?${query}`);
    expect((await request.get(`/oembed?url=${foreign}`)).status()).toBe(404);
  });
}

test('every ⋯ of a page leads to numbers and pictures that exist', async ({ page, request }) => {
  test.setTimeout(180_000);
  const id = await sloganId(request, '六稳');
  const pages = [
    '/',
    `/slogans/${id}`,
    '/places/440000',
    '/compare?places=440000,330000',
    '/directives?q=%E7%89%A9%E4%B8%9A',
    `/compare?slogans=${id},${await sloganId(request, '六保')}`,
  ];
  for (const path of pages) {
    await page.goto(path);
    const links = await page
      .locator('.menu a[download]')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
    expect(links.length, path).toBeGreaterThan(0);
    for (const href of links) expect((await request.get(href)).status(), href).toBe(200);
  }
});

test('a link to a slogan is shown elsewhere with its real chart', async ({ page, request }) => {
  await page.goto(`/slogans/${await sloganId(request, '六稳')}?from=2020&until=2021`);
  const card = await page.locator('meta[property="og:image"]').first().getAttribute('content');
  expect(card).toContain('from=2020&until=2021');
  const picture = await request.get(card ?? '');
  expect(picture.headers()['content-type']).toBe('image/png');
});

test('a picture of nothing is not found, and a filter that cannot be read is named', async ({ request }) => {
  expect((await request.get('/figures/slogan-trend.svg?slogan=999999999')).status()).toBe(404);
  expect((await request.get('/figures/no-such-chart.svg')).status()).toBe(404);
  expect((await request.get('/figures/tiles.svg?from=1')).status()).toBe(400);
});
