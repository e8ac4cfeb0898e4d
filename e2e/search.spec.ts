import { countMentions } from './harness/count-mentions';
import { expectNoHindrance } from './harness/no-hindrance';
import { expect, test } from './harness/test';

test('initials find a slogan', async ({ page }) => {
  await page.goto('/');
  await page.locator('#find').fill('sgys');
  await page.locator('#find').press('Enter');
  await expect(page).toHaveURL(/\/search\?q=sgys/);
  await expect(page.locator('.found').first()).toContainText('四个意识');
  await expectNoHindrance(page);
});

test('any words are counted in the texts', async ({ page }) => {
  await page.goto('/search?q=工作&all=1');
  await expect(page.locator('#phrases')).toBeVisible();
  await expect(page.locator('.concordance > li').first()).toBeVisible();
});

test('a point of the chart of any words leads to exactly its paragraphs', async ({ page }) => {
  await page.goto('/search?q=工作责任&all=1');
  const point = page.locator('.plot a.point').nth(3);
  const [href, n] = [await point.getAttribute('href'), Number(await point.getAttribute('data-n'))];
  await page.goto(href ?? '');
  await expect(page.getByTestId('mention-count')).toHaveAttribute('data-count', String(n));
  expect(await countMentions(page)).toBe(n);
});

test('the palette opens by the keyboard and leads on', async ({ page }) => {
  await page.goto('/methods');
  const field = page.locator('dialog.palette input');
  // The keys may come before the script does.
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(field).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await field.fill('sgys');
  await expect(page.locator('dialog.palette [role="option"]').first()).toContainText('四个意识');
  await expectNoHindrance(page);
  await field.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('四个意识');
});
