import { countMentions } from './harness/count-mentions';
import { enter, tabTo } from './harness/keys';
import { expect, test } from './harness/test';

/** Everything here is done by keys alone: no pointer, no focus set by the test. */

test('the first stop leads past the bar into the page', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

test('from the overview to a slogan, its mentions, and a paragraph in its document', async ({ page }) => {
  await page.goto('/');
  const row = page.locator('table.ranking tbody tr').first();
  const name = await row.locator('.tifa').first().innerText();
  await enter(page, row.getByRole('link').first());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await enter(page, page.locator('#mentions .concordance a, .concordance a').first());
  await expect(page).toHaveURL(/\/documents\/\d+/);
});

test('a count leads to exactly its mentions', async ({ page }) => {
  await page.goto('/slogans');
  const count = page.locator('table.ranking tbody tr').last().locator('a[data-n]').first();
  const n = Number(await count.getAttribute('data-n'));
  await enter(page, count);
  await expect(page).toHaveURL(/#mentions$/);
  expect(await countMentions(page)).toBe(n);
});

test('a point of the chart: arrows read it out, Enter opens its paragraphs, Escape leads back', async ({
  page,
}) => {
  await page.goto('/slogans?name=六稳');
  await tabTo(page, page.locator('.plot .wake, .live svg').first());
  await expect(page.locator('.live svg').first()).toBeFocused();
  const readout = page.locator('.readout');
  // What is read out appears with the first arrow that the chart answers.
  await expect(async () => {
    await page.keyboard.press('ArrowRight');
    await expect(readout).toBeVisible({ timeout: 1_000 });
  }).toPass();
  for (let i = 0; i < 60 && !/[1-9]\d* 次/.test(await readout.innerText()); i++)
    await page.keyboard.press('ArrowRight');
  const n = /(\d+) 次/.exec(await readout.innerText())?.[1];
  await page.keyboard.press('Enter');
  const count = page.getByTestId('drawer-count');
  await expect(count).toHaveAttribute('data-count', n ?? '');
  await page.keyboard.press('Escape');
  await expect(count).toBeHidden();
  await expect(page.locator('.live svg').first()).toBeFocused();
});

test('measure, grain and order are links in the way', async ({ page }) => {
  await page.goto('/slogans?name=六稳');
  await enter(page, page.getByRole('link', { name: '每百万字', exact: true }));
  await expect(page).toHaveURL(/measure=rate|measure=/);
  await enter(page, page.getByRole('link', { name: '季', exact: true }));
  await expect(page).toHaveURL(/by=quarter/);
});

test('the filters open, are chosen and sent', async ({ page }) => {
  await page.goto('/slogans');
  await enter(page, page.locator('.strip summary'));
  await tabTo(page, page.getByLabel('指标'));
  await page.keyboard.press('ArrowDown');
  await enter(page, page.getByRole('button', { name: '应用' }));
  await expect(page).toHaveURL(/measure=/);
});

test('what a chart gives away: its table, files, embedding and citation', async ({ page }) => {
  await page.goto('/slogans?name=六稳');
  const menu = page.locator('details.menu').first();
  await enter(page, menu.locator('> summary'));
  await tabTo(page, menu.getByRole('link', { name: 'CSV' }));
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await downloading).suggestedFilename()).toMatch(/\.csv$/);
  await enter(page, menu.locator('summary', { hasText: '引用' }));
  await tabTo(page, menu.getByRole('button').last());
});

test('a tile of the map leads to its province', async ({ page }) => {
  await page.goto('/');
  const tile = page.locator('.tile-map a').first();
  const href = await tile.getAttribute('href');
  await enter(page, tile);
  await expect(page).toHaveURL(new RegExp(`${href?.split('?')[0]}`));
});

test('a place is added to a comparison and taken out', async ({ page }) => {
  await page.goto('/compare?places=440000,330000');
  await tabTo(page, page.locator('#add-place'));
  await page.keyboard.press('ArrowDown');
  await enter(page, page.getByRole('button', { name: '加上' }).first());
  await expect(page.locator('.compare-picker li')).toHaveCount(3);
  await enter(page, page.locator('.compare-picker').getByRole('link', { name: /移除/ }).first());
  await expect(page.locator('.compare-picker li')).toHaveCount(2);
});

test('lists are searched, and an item leads to where else it stands', async ({ page }) => {
  await page.goto('/directives');
  const item = page.locator('.directives .outline a').first();
  const words = (await item.innerText()).slice(0, 4);
  await tabTo(page, page.locator('main input[name="q"]'));
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=/);
  await enter(page, page.locator('.directives .outline a').first());
  await expect(page).toHaveURL(/\/directives\/\d/);
});

test('a document is read in its forms', async ({ page }) => {
  await page.goto('/documents');
  await enter(page, page.locator('table.documents tbody tr').first().getByRole('link').first());
  await expect(page).toHaveURL(/\/documents\/\d/);
  await enter(page, page.locator('nav.tabs').getByRole('link', { name: '对照' }));
  await expect(page).toHaveURL(/view=both/);
});

test('a view is saved, found again and removed', async ({ page }) => {
  await page.goto('/slogans?from=2021&until=2021');
  const kept = page.locator('details.saved-views');
  await enter(page, kept.locator('summary'));
  await enter(page, kept.getByRole('button').first());
  await expect(kept.locator('li')).toHaveCount(1);
  await page.goto('/methods');
  await page.goto('/places');
  await enter(page, kept.locator('summary'));
  await enter(page, kept.locator('li a').first());
  await expect(page).toHaveURL(/\/slogans\?from=2021&until=2021/);
  await enter(page, kept.locator('summary'));
  await enter(page, kept.locator('li button').first());
  await expect(kept.locator('li')).toHaveCount(0);
});

test("the reader's own event is written onto the chart and taken off", async ({ page }) => {
  await page.goto('/slogans?name=六稳');
  const notes = page.locator('details.own-notes');
  await enter(page, notes.locator('summary'));
  await tabTo(page, notes.locator('#note-day'));
  // Chromium without a language pack asks for month, day and year in this order.
  await page.keyboard.type('06012021');
  await tabTo(page, notes.locator('#note-text'));
  await page.keyboard.type('换届');
  await enter(page, notes.getByRole('button').last());
  await expect(page.locator('.event.own').first()).toContainText('换届 2021-06-01');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.reload();
  await enter(page, notes.locator('summary'));
  await enter(page, notes.locator('li button').first());
  await expect(page.locator('.event.own')).toHaveCount(0);
});

test('language and theme are switched', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/methods');
  await enter(page, page.getByRole('link', { name: '换成深色' }));
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await enter(page, page.getByRole('link', { name: 'EN' }));
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('the search box answers, and its first finding opens', async ({ page }) => {
  await page.goto('/');
  await tabTo(page, page.locator('#find'));
  await page.keyboard.type('sgys');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\?q=sgys/);
  await enter(page, page.locator('.found a').first());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('四个意识');
});
