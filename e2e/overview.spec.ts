import { expect, test } from './harness/test';

test('the overview ranks slogans, and each leads to its page', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const first = page.locator('table.ranking tbody tr').first().getByRole('link').first();
  const name = (await first.innerText()).trim();
  expect(name).toMatch(/\p{Script=Han}|\d/u);
  await first.click();
  await expect(page).toHaveURL(/\/slogans\//);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
});

test('Chinese is set in a font that came with the pages', async ({ page }) => {
  await page.goto('/');
  const families = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family);
  });
  expect(families.join(' ')).toMatch(/Noto (?:Sans|Serif) SC/);
});

test('an unknown address says so, with a way back', async ({ page, troubles }) => {
  const answer = await page.goto('/no-such-page');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('link').first()).toBeVisible();
  // The browser reports the 404 itself, which is what was asked for.
  troubles.splice(0, troubles.length, ...troubles.filter((trouble) => !trouble.includes('404')));
});

test('pages answer with headers that keep others out', async ({ request }) => {
  const headers = (await request.get('/')).headers();
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['x-powered-by']).toBeUndefined();
});

test('what rises and falls shows its course, and a list of slogans too', async ({ page }) => {
  await page.goto('/?from=2022&until=2022');
  const rising = page.locator('.moved .columns > div').first().locator('li');
  await expect(rising.first().locator('.sparkline .line')).toBeAttached();
  expect(await page.locator('.moved .sparkline').count()).toBeGreaterThan(2);
  await page.goto('/slogans');
  const rows = page.locator('table.ranking tbody tr');
  expect(await page.locator('table.ranking .sparkline').count()).toBe(await rows.count());
});

test('the tiles lead from province to city to district', async ({ page }) => {
  await page.goto('/');
  await page.locator('.tile-map a', { hasText: '广东' }).click();
  await page.locator('.tile-row a', { hasText: '深圳市' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('深圳市');
  const district = page.locator('.tile-row a', { hasText: '龙岗区' });
  const reports = (await district.locator('.n').innerText()).replace(/\D/g, '');
  await district.click();
  await expect(page.locator('p.lead').first()).toContainText(new RegExp(`(^|\\D)${reports}(\\D|$)`));
});

test('a province of the map leads to its page, with the same number of reports', async ({ page }) => {
  await page.goto('/');
  const tile = page.locator('.tile-map a').first();
  const reports = (await tile.locator('.n').innerText()).replace(/\D/g, '');
  await tile.click();
  await expect(page).toHaveURL(/places\/\d{6}/);
  await expect(page.locator('p.lead').first()).toContainText(new RegExp(`(^|\\D)${reports}(\\D|$)`));
});
