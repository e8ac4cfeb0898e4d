import type { Page } from '@playwright/test';
import { expectNoHindrance } from './harness/no-hindrance';
import { expect, test } from './harness/test';

/** Follows a list of directive lists to its end and counts. */
async function countLists(page: Page): Promise<number> {
  let count = 0;
  for (;;) {
    count += await page.locator('.directives > li').count();
    const next = page.locator('a[rel="next"]');
    if ((await next.count()) === 0) return count;
    await page.goto((await next.getAttribute('href')) ?? '');
  }
}

test('the rank of a topic over the years: each number leads to as many lists', async ({ page }) => {
  await page.goto('/directives');
  await page.locator('#directive-text').fill('物业');
  await page.locator('#directive-text').press('Enter');
  await expect(page.locator('#rank')).toBeVisible();
  expect(await page.locator('.ranks .rail b').count()).toBeGreaterThan(3);
  await expectNoHindrance(page);
  const links = page.locator('.ranks a[data-lists]');
  const years = await links.evaluateAll((all) =>
    all.map((a) => [a.getAttribute('href') ?? '', Number((a as HTMLElement).dataset.lists)] as const),
  );
  const points = await page
    .locator('.plot a.point')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
  expect(points).toEqual(years.map(([href]) => href));
  for (const [href, lists] of years.slice(0, 3)) {
    await page.goto(href);
    expect(await countLists(page), href).toBe(lists);
  }
});

test('a list leads to one of its directives, and that to the others, with what differs marked', async ({
  page,
}) => {
  await page.goto('/directives?q=工作责任');
  const items = await page
    .locator('.directives .outline li a', { hasText: '工作责任' })
    .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
  let marked = false;
  for (const href of items) {
    await page.goto(href);
    const told = Number((await page.locator('#copies .count').innerText()).replace(/\D/g, ''));
    expect(await page.locator('.wordings .whence').count()).toBe(told);
    if ((await page.locator('.wordings ins').count()) === 0) continue;
    marked = true;
    await expectNoHindrance(page);
    break;
  }
  expect(marked).toBe(true);
});

test('three places: the directive that they share is aligned, the first of them unmarked', async ({
  page,
}) => {
  await page.goto('/compare?places=440000,330000,320000');
  const aligned = page.locator('.aligned').first();
  const sides = aligned.locator('.pair > div');
  expect(await sides.count()).toBeGreaterThan(1);
  await expect(sides.first().locator('ins, del')).toHaveCount(0);
  await expect(page.locator('.aligned ins').first()).toBeVisible();
  await sides.nth(1).getByRole('link').click();
  await expect(page).toHaveURL(/directives\/\d+-\d+-\d+/);
});
