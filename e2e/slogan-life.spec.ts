import type { Page } from '@playwright/test';
import { expect, test } from './harness/test';

async function openFirstSlogan(page: Page): Promise<void> {
  await page.goto('/');
  await page.locator('table.ranking tbody tr').first().getByRole('link').first().click();
  await expect(page.getByTestId('mention-count')).toBeVisible();
}

test('a cell of the heat map leads to exactly its mentions', async ({ page }) => {
  await openFirstSlogan(page);
  const cell = page.locator('.heat-row a').first();
  const [n, href] = [await cell.getAttribute('data-n'), await cell.getAttribute('href')];
  await page.goto(href ?? '');
  await expect(page.getByTestId('mention-count')).toHaveAttribute('data-count', n ?? '');
});

test('the first use of a place leads to a mention there', async ({ page }) => {
  await openFirstSlogan(page);
  await page.locator('#adoption-data tbody tr').first().locator('td.number a').first().click();
  await expect(page).toHaveURL(/place=\d{6}.*own=1/);
  expect(Number(await page.getByTestId('mention-count').getAttribute('data-count'))).toBeGreaterThan(0);
});

test('the chart can be taken away: picture, feed, embedding', async ({ page, request }) => {
  await openFirstSlogan(page);
  const id = /slogans\/(\d+)/.exec(page.url())?.[1];
  const picture = await request.get(`/figures/slogan-trend.svg?slogan=${id}`);
  expect(picture.headers()['content-type']).toContain('image/svg+xml');
  expect(await picture.text()).toContain('<svg');
  const feed = await request.get(`/slogans/${id}/feed.atom`);
  expect(await feed.text()).toContain('<feed xmlns="http://www.w3.org/2005/Atom"');
  const embed = await request.get(`/embed/slogans/${id}`);
  expect(embed.headers()['content-security-policy']).toContain('frame-ancestors *');
  const offer = await request.get(`/oembed?url=${encodeURIComponent(page.url())}`);
  expect(((await offer.json()) as { html: string }).html).toContain(`/embed/slogans/${id}`);
});

test('the feed of a place tells new documents and bursts, the newest first', async ({ request }) => {
  const text = await (await request.get('/places/440000/feed.atom')).text();
  const days = [...text.matchAll(/<entry>[\s\S]*?<updated>([^<]+)<[\s\S]*?<\/entry>/g)].map(
    (m) => m[1] ?? '',
  );
  expect(days.length).toBeGreaterThan(40);
  expect(days).toEqual([...days].sort().reverse());
  const burst = /<title>(\S+) 开始爆发<\/title>\s*<link href="([^"]+)"/.exec(text);
  const page = await (await request.get(burst?.[2] ?? '')).text();
  expect(page).toContain(burst?.[1]);
});

test('the head of a slogan says how hot it is and was', async ({ page }) => {
  await page.goto('/slogans?name=六稳');
  const heat = page.locator('.hero .heat-now');
  await expect(heat).toContainText('最热');
  const top = /(\d{4}) 年，最热/.exec(await heat.innerText())?.[1];
  await expect(page.locator('.tiers li', { hasText: top ?? '' })).toContainText(
    (await heat.locator('.tier').nth(1).innerText()).trim(),
  );
});

test('the chart is saved as PNG', async ({ page }) => {
  await openFirstSlogan(page);
  await page.locator('.menu > summary').first().click();
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: 'PNG' }).first().click();
  expect((await saved).suggestedFilename()).toMatch(/\.png$/);
});
