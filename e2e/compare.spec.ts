import { expectNoHindrance } from './harness/no-hindrance';
import { expect, test } from './harness/test';

test('places are added one by one, and every share leads to its mentions', async ({ page }) => {
  await page.goto('/compare');
  for (let i = 0; i < 2; i++) {
    const add = page.locator('#add-place');
    const options = add.locator('option:not([value=""], [value="100000"])');
    await add.selectOption((await options.nth(i * 2).getAttribute('value')) ?? '');
    await page.locator('.compare-picker').first().getByRole('button').click();
    await expect(page.locator('.compare-picker').first().locator('li')).toHaveCount(i + 1);
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

test('slogans are compared on one scale, and each number leads to its paragraphs', async ({ page }) => {
  await page.goto('/compare?slogan-name=六稳');
  await page.locator('#add-slogan').fill('liubao');
  await page.locator('#add-slogan').press('Enter');
  await expect(page.locator('.compare-picker .tifa')).toHaveText(['六稳', '六保']);
  await expect(page.locator('.line-name')).toHaveCount(2);
  await expect(page.locator('#trends-title')).toBeVisible();
  const link = page.locator('section[aria-labelledby="lives"] td.number a').first();
  const count = Number((await link.innerText()).replace(/\D/g, ''));
  await link.click();
  await expect(page.getByTestId('mention-count')).toHaveAttribute('data-count', String(count));
});

test('two places: who said it first, what is not said, and the same directive with its differences', async ({
  page,
}) => {
  await page.goto('/compare?places=440000,330000');
  await expect(page.locator('#who-first')).toBeVisible();
  const early = page.locator('.who-first td strong').first();
  await early.getByRole('link').click();
  expect(Number(await page.getByTestId('mention-count').getAttribute('data-count'))).toBeGreaterThan(0);
  await page.goBack();
  await expect(
    page.locator('section[aria-labelledby="silences"] .tifa', { hasText: '八八战略' }),
  ).toBeVisible();
  await expect(page.locator('.aligned').first()).toBeVisible();
  await expectNoHindrance(page);
});
