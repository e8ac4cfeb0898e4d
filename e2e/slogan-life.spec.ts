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

test('the chart is saved as PNG', async ({ page }) => {
  await openFirstSlogan(page);
  await page.locator('.menu > summary').first().click();
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: 'PNG' }).first().click();
  expect((await saved).suggestedFilename()).toMatch(/\.png$/);
});
