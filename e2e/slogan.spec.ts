import type { Page } from '@playwright/test';
import { countMentions } from './harness/count-mentions';
import { expectNoHindrance } from './harness/no-hindrance';
import { expect, test } from './harness/test';

/** The page of the slogan that the overview ranks first. */
async function openFirstSlogan(page: Page, query = ''): Promise<void> {
  await page.goto(`/${query}`);
  await page.locator('table.ranking tbody tr').first().getByRole('link').first().click();
  await expect(page.getByTestId('mention-count')).toBeVisible();
}

test('the number above the list is the number of mentions in it', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto('/slogans?order=mentions');
  // One with a few pages of mentions: the last of the first fifty.
  await page.locator('table.ranking tbody tr').last().getByRole('link').first().click();
  const total = Number(await page.getByTestId('mention-count').getAttribute('data-count'));
  expect(total).toBeGreaterThan(0);
  expect(await countMentions(page)).toBe(total);
});

test('a point of the chart leads to exactly its mentions', async ({ page }) => {
  await openFirstSlogan(page);
  const point = page.locator('.plot a.point').nth(2);
  const n = Number(await point.getAttribute('data-n'));
  const href = (await point.getAttribute('href')) ?? '';
  expect(n).toBeGreaterThan(0);
  await page.goto(href);
  expect(Number(await page.getByTestId('mention-count').getAttribute('data-count'))).toBe(n);
  expect(await countMentions(page)).toBe(n);
});

test('a click on the chart opens the paragraphs of what it reads out', async ({ page }) => {
  await openFirstSlogan(page);
  const plot = page.locator('.plot').first();
  const [box, point] = [await plot.boundingBox(), await plot.locator('a.point').nth(1).boundingBox()];
  if (!box || !point) throw new Error('the chart has no size');
  const x = point.x + point.width / 2 - box.x;
  // The pointer may come before the script does.
  await expect(async () => {
    await plot.hover({ position: { x: x + 1, y: box.height / 2 - 5 } });
    await plot.hover({ position: { x, y: box.height / 2 } });
    await expect(page.locator('.live svg').first()).toBeVisible({ timeout: 1_000 });
    await expect(page.locator('.readout')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  const readout = page.locator('.readout');
  const mentions = /(\d[\d,]*) 次/.exec(await readout.innerText())?.[1]?.replace(',', '');
  await page.mouse.down();
  await page.mouse.up();
  const count = page.getByTestId('drawer-count');
  await expect(count).toHaveAttribute('data-count', mentions ?? '');
  await expect(page.locator('dialog .concordance > li')).toHaveCount(Math.min(Number(mentions), 30));
  await expectNoHindrance(page);
  await page.keyboard.press('Escape');
  await expect(count).toBeHidden();
});

test('the chart is read out by arrow keys, and Enter opens the paragraphs', async ({ page }) => {
  await openFirstSlogan(page);
  await page.locator('.plot .wake').first().focus();
  await expect(page.locator('.live svg').first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.readout')).toContainText(/篇报道中|没有文档/);
  for (let i = 0; i < 60 && /，0 次|没有文档/.test(await page.locator('.readout').innerText()); i++)
    await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('drawer-count')).toBeVisible();
  await page.locator('dialog .pages a').click();
  await expect(page).toHaveURL(/from=.*#mentions$/);
});

test('company leads to exactly the paragraphs that hold both', async ({ page }) => {
  await page.goto('/slogans?name=六稳');
  const link = page.locator('#company-data a[data-together]').first();
  const reports = Number(await link.getAttribute('data-together'));
  const name = (await page.locator('#company-data tbody tr').first().locator('.tifa').innerText()).trim();
  const both = (await link.getAttribute('href')) ?? '';
  await page.goto(both);
  const count = page.getByTestId('mention-count');
  await expect(count).toContainText(`${reports} 篇报道`);
  await expect(page.locator('#mentions')).toContainText(`“${name}”`);
  const mentions = Number(await count.getAttribute('data-count'));
  await page.locator('#mentions nav').getByRole('link', { name: '按右边的字' }).click();
  await expect(page).toHaveURL(/with=\d+.*order=right|order=right.*with=\d+/);
  await page.goto(both);
  expect(await countMentions(page)).toBe(mentions);
});

test('a mark of the butterfly leads to mentions of the side that it stands on', async ({ page }) => {
  await page.goto('/compare?periods=2019,2022');
  const row = page.locator('.butterfly li').first();
  const [a] = /(\d[\d,]*)\/\d/.exec(await row.locator('.numbers').innerText())?.slice(1) ?? [];
  await page.goto((await row.locator('a.wing').getAttribute('href')) ?? '');
  await expect(page.getByTestId('mention-count')).toContainText(`${a} 篇报道`);
});

test('the CSV holds the rows of the chart', async ({ page, request }) => {
  await openFirstSlogan(page);
  const href = await page.locator('.menu a[download]').first().getAttribute('href');
  const answer = await request.get(href ?? '');
  expect(answer.headers()['content-type']).toContain('text/csv');
  const rows = (await answer.text()).trim().split('\r\n').slice(1);
  expect(rows.length).toBe(Number(await page.locator('.plot').first().getAttribute('data-buckets')));
});

test('a slogan is found by its name', async ({ page }) => {
  await page.goto('/slogans');
  const name = (
    await page.locator('table.ranking tbody tr').first().getByRole('link').first().innerText()
  ).trim();
  await page.locator('#find').fill(name);
  await page.locator('#find').press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
});

test('a number of how a slogan is said leads to exactly these mentions', async ({ page, request }) => {
  test.setTimeout(120_000);
  const { rows } = await (await request.get(`/api/v1/slogans/${encodeURIComponent('四个意识')}`)).json();
  await page.goto(`/slogans/${rows[0].id}/wording`);
  const links = await page
    .locator('table a[data-n]')
    .evaluateAll((all) =>
      all.slice(0, 60).map((a) => ({ href: a.getAttribute('href') ?? '', n: (a as HTMLElement).dataset.n })),
    );
  const chosen = [
    links[0],
    links.find((l) => l.href.includes('frame=')),
    links.find((l) => l.href.includes('office=')),
  ];
  for (const link of chosen) {
    if (!link) continue;
    await page.goto(link.href);
    await expect(page.getByTestId('mention-count')).toHaveAttribute('data-count', link.n ?? '');
    expect(await countMentions(page)).toBe(Number(link.n));
  }
  expect(links.length).toBeGreaterThan(0);
});

test('smoothing is a line of its own that says what it is, and moves no number', async ({
  page,
  request,
}) => {
  const { rows } = await (await request.get(`/api/v1/slogans/${encodeURIComponent('六稳')}`)).json();
  const table = page.locator('#frequency-data tbody');
  await page.goto(`/slogans/${rows[0].id}?by=quarter`);
  const raw = await table.textContent();
  await page.goto(`/slogans/${rows[0].id}?by=quarter&smooth=2`);
  await expect(page.locator('.plot .line-name').filter({ hasText: '平均' })).toBeVisible();
  expect(await table.textContent()).toBe(raw);
});
