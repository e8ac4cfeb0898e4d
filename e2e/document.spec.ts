import { expect, test } from './harness/test';

test('a mention leads to its paragraph, and the slogan in the text back to its page', async ({ page }) => {
  await page.goto('/');
  await page.locator('table.ranking tbody tr').first().getByRole('link').first().click();
  const mention = page.locator('.concordance > li').first();
  const keyword = await mention.locator('mark').first().innerText();
  await mention.locator('a').first().click();
  await expect(page).toHaveURL(/\/documents\/\d+#p\d+$/);
  const paragraph = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
  const link = paragraph.locator('a.mention').filter({ hasText: keyword }).first();
  await expect(link).toBeVisible();
  await link.click();
  await expect(page).toHaveURL(/\/slogans\/\d+/);
});

test('the original marks as many slogans as the restored text', async ({ page }) => {
  await page.goto('/documents');
  await page.locator('table.documents tbody tr').first().getByRole('link').click();
  await page.getByRole('navigation', { name: '显示' }).getByRole('link', { name: '对照' }).click();
  await expect(page.locator('.reading.original')).toBeVisible();
  const restored = await page.locator('.reading').first().locator('a.mention').count();
  expect(await page.locator('.reading.original a.mention').count()).toBe(restored);
});

test('why a document is dated and placed so is said beside it', async ({ page }) => {
  await page.goto('/documents');
  await page.locator('table.documents tbody tr').first().getByRole('link').click();
  const margin = page.locator('aside.margin');
  await expect(margin).toContainText('日期');
  await expect(margin).toContainText('SHA-256');
});

test('a document that is not there says so', async ({ page, troubles }) => {
  for (const id of ['1', 'x', '99999999999999999999']) {
    expect((await page.goto(`/documents/${id}`))?.status()).toBe(404);
  }
  troubles.splice(0, troubles.length, ...troubles.filter((trouble) => !trouble.includes('404')));
});
