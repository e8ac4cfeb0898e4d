import { expect, test } from './harness/test';

test('the language is switched by a link and remembered', async ({ page }) => {
  await page.goto('/slogans');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.getByRole('link', { name: 'EN' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.goto('/places');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Places');
});

test('the theme is switched by a link and remembered', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  await page.getByRole('link', { name: '换成深色' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page).toHaveURL(/\/$/);
  await page.goto('/methods');
  await page.getByRole('link', { name: '换成浅色' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('filters are kept from page to page, and taken back', async ({ page }) => {
  await page.goto('/?from=2021&until=2021&measure=mentions');
  await page.getByRole('navigation', { name: '栏目' }).getByRole('link', { name: '提法' }).click();
  await expect(page).toHaveURL(/\/slogans\?from=2021&until=2021&measure=mentions/);
  await page.locator('.strip summary').click();
  await page.getByRole('link', { name: '重置' }).click();
  await expect(page).toHaveURL(/\/slogans$/);
});

test('the period is picked with the keyboard', async ({ page }) => {
  await page.goto('/');
  const start = page.locator('.picker input').first();
  await start.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/from=.*until=/);
});

test('the period is picked by dragging', async ({ page }) => {
  await page.goto('/');
  const box = await page.locator('.picker').boundingBox();
  if (!box) throw new Error('the strip has no size');
  await page.mouse.move(box.x + box.width * 0.3, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + 10, { steps: 5 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=.*until=/);
});

test('what cannot be read in an address is said and left out', async ({ page }) => {
  await page.goto('/slogans?place=44x&from=2021-13');
  await expect(page.getByRole('alert').filter({ hasText: 'place=44x' })).toContainText('from=2021-13');
  await expect(page.locator('table.ranking')).toBeVisible();
});

test('a scope that holds nothing says which condition to take away', async ({ page }) => {
  await page.goto('/?from=2199');
  await page.getByRole('link', { name: /去掉/ }).click();
  await expect(page.locator('table.ranking')).toBeVisible();
});
