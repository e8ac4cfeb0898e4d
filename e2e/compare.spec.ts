import { expect, test } from './harness/test';

test('places are added one by one, and every share leads to its mentions', async ({ page }) => {
  await page.goto('/compare');
  for (let i = 0; i < 2; i++) {
    const add = page.locator('#add-place');
    const options = add.locator('option:not([value=""], [value="100000"])');
    await add.selectOption((await options.nth(i * 2).getAttribute('value')) ?? '');
    await page.getByRole('button', { name: '加上' }).click();
    await expect(page.locator('.compare-picker li')).toHaveCount(i + 1);
  }
  await expect(page.locator('.columns.many').first().locator('h3')).toHaveCount(2);
  const share = page.locator('table.shared tbody td').first();
  const n = /(\d[\d,]*)\/\d/.exec(await share.innerText())?.[1];
  await share.getByRole('link').click();
  await expect(page.getByTestId('mention-count')).toContainText(`${n} 篇报道`);
});

test('all charts of a comparison have one scale', async ({ page }) => {
  await page.goto('/places');
  const codes = await page
    .locator('.place-row a')
    .evaluateAll((links) => links.map((a) => /\d{6}/.exec(a.getAttribute('href') ?? '')?.[0] ?? ''));
  const chosen = codes.filter((code) => code.endsWith('0000') && code !== '100000').slice(0, 3);
  await page.goto(`/compare?places=${chosen.join(',')}`);
  const tops = await page
    .locator('.plot')
    .evaluateAll((plots) => plots.map((p) => p.querySelector('.tick-y:last-of-type')?.textContent));
  expect(new Set(tops).size).toBeLessThanOrEqual(1);
  await expect(page.locator('.line-name').first()).toBeVisible();
});

test('two periods are compared by what each says more', async ({ page }) => {
  await page.goto('/compare?periods=2019,2022');
  await expect(page.locator('.butterfly li').first()).toBeVisible();
  await page.locator('.butterfly li a').first().click();
  await expect(page).toHaveURL(/slogans\/\d+\?from=2019&until=2019/);
});
