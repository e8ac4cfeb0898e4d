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

test('a text in old characters is shown in three forms, repairs marked in each', async ({
  page,
  request,
}) => {
  const { rows } = await (await request.get('/api/v1/documents?text=%E6%9C%83%E8%AD%B0&limit=20')).json();
  expect(rows.length).toBeGreaterThan(0);
  let seen = false;
  for (const { id } of rows as { id: string }[]) {
    await page.goto(`/documents/${id}?view=both`);
    if ((await page.locator('.texts .column-name').count()) < 3) continue;
    const [simplified, own, original] = [0, 1, 2].map((i) => page.locator('.texts .reading').nth(i));
    const mentions = await simplified?.locator('a.mention').count();
    expect(await own?.locator('a.mention').count()).toBe(mentions);
    expect(await original?.locator('a.mention').count()).toBe(mentions);
    const repairs = (await simplified?.locator('.repair').count()) ?? 0;
    if (repairs === 0) continue;
    expect(await original?.locator('.repair').count()).toBeGreaterThan(0);
    seen = true;
    break;
  }
  expect(seen).toBe(true);
});

test('a document leads to a copy of it, and says what differs', async ({ page }) => {
  await page.goto('/documents');
  let found = false;
  for (let pages = 0; pages < 20 && !found; pages++) {
    const next = await page.locator('a[rel="next"]').getAttribute('href');
    for (const href of await page
      .locator('table.documents tbody th a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))) {
      // Most have none: those are not put on the screen.
      if (!(await (await page.request.get(href)).text()).includes('against=')) continue;
      await page.goto(href);
      await page.locator('aside.margin a[href*="against="]').first().click();
      await expect(page.locator('.texts.both .reading')).toHaveCount(2);
      const [a, b] = await page.locator('.texts.both .reading').allInnerTexts();
      const marks = await page.locator('.texts.both ins, .texts.both del').count();
      expect(marks > 0 || a === b).toBe(true);
      found = true;
      break;
    }
    if (!found) await page.goto(next ?? '/documents');
  }
  expect(found).toBe(true);
});

test('a document that is not there says so', async ({ page, troubles }) => {
  for (const id of ['1', 'x', '99999999999999999999']) {
    expect((await page.goto(`/documents/${id}`))?.status()).toBe(404);
  }
  troubles.splice(0, troubles.length, ...troubles.filter((trouble) => !trouble.includes('404')));
});
