import { expect, test } from './harness/test';

test.use({ javaScriptEnabled: false });

test('numbers, charts and paragraphs are there without a script', async ({ page }) => {
  await page.goto('/');
  await page.locator('table.ranking tbody tr').first().getByRole('link').first().click();
  await expect(page.locator('.plot .line path').first()).toBeAttached();
  await expect(page.locator('.concordance > li').first()).toBeVisible();
  await page.locator('details.data summary').first().click();
  await expect(page.locator('details.data table').first()).toBeVisible();
});

test('the filters are a form without a script', async ({ page }) => {
  await page.goto('/');
  await page.locator('.strip summary').click();
  await page.locator('#filter-from').selectOption({ index: 3 });
  await page.getByRole('button', { name: '应用' }).click();
  await expect(page).toHaveURL(/from=\d{4}/);
  await expect(page.locator('.strip .sentence')).toContainText('起');
});
