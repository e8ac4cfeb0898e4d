import { countMentions } from './harness/count-mentions';
import { expectNoHindrance } from './harness/no-hindrance';
import { expect, test } from './harness/test';

test('a slogan with few mentions: said so, no line is drawn, the paragraphs are there', async ({
  page,
  request,
}) => {
  // The rarest use that the corpus has: a slogan in a place and year.
  const { rows } = await (await request.get('/api/v1/slogans/六稳/places?own=1&from=2019&until=2019')).json();
  const few = rows.find((r: { mentions: number }) => r.mentions > 0 && r.mentions <= 3);
  expect(few).toBeTruthy();
  const slogan = await (await request.get('/api/v1/slogans/六稳')).json();
  await page.goto(`/slogans/${slogan.rows[0].id}?from=2019&until=2019&place=${few.code}&own=1`);
  await expect(page.getByTestId('mention-count')).toHaveAttribute('data-count', String(few.mentions));
  await expect(page.locator('section[aria-labelledby="frequency"] .plot')).toHaveCount(0);
  await expect(page.locator('section[aria-labelledby="frequency"] figure')).toContainText('太少');
  await expectNoHindrance(page);
  expect(await countMentions(page)).toBe(few.mentions);
});

test('a place without documents says that this is no silence, and leads to where there are some', async ({
  page,
}) => {
  await page.goto('/places/540000');
  await expect(page.locator('.nothing')).toContainText('不等于没有说');
  await expect(page.locator('.nothing')).not.toContainText('去掉“地区”');
  await expectNoHindrance(page);
  await page.getByRole('link', { name: '有报道的地区' }).click();
  await expect(page.locator('.places a').first()).toBeVisible();
});

test('a scope that holds nothing says how much is there without each condition', async ({ page }) => {
  await page.goto('/slogans?from=2199&place=440000&q=六稳&order=name');
  const period = page.locator('.nothing li', { hasText: '起始时间' });
  const reports = /(\d[\d,]*) 篇/.exec(await period.innerText())?.[1] ?? '';
  expect(Number(reports.replace(',', ''))).toBeGreaterThan(0);
  await expect(page.locator('.nothing li', { hasText: '去掉“地区”' })).toContainText('0 篇');
  await expectNoHindrance(page);
  await period.getByRole('link').click();
  // The only one of that name: its page.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('六稳');
});

test('a slogan that does not stand in the scope offers to widen it', async ({ page, request }) => {
  const { rows } = await (await request.get('/api/v1/slogans/八八战略')).json();
  await page.goto(`/slogans/${rows[0].id}?place=130000&from=2022&until=2022`);
  await expect(page.locator('.hero')).toContainText('一次也没有出现');
  await expectNoHindrance(page);
  await page.locator('.nothing').getByRole('link', { name: '去掉“地区”' }).click();
  expect(Number(await page.getByTestId('mention-count').getAttribute('data-count'))).toBeGreaterThan(0);
});

test('a name that no slogan has leads to the texts; an address that leads nowhere says so', async ({
  page,
  troubles,
}) => {
  await page.goto('/slogans?name=让群众看到变化');
  await expectNoHindrance(page);
  await page.getByRole('link', { name: /在原文里数/ }).click();
  expect(Number(await page.getByTestId('mention-count').getAttribute('data-count'))).toBeGreaterThan(100);
  for (const path of ['/slogans/999999999', '/places/999999', '/directives/1-0-0']) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有这一页');
    await expectNoHindrance(page);
  }
  troubles.splice(0, troubles.length, ...troubles.filter((trouble) => !trouble.includes('404')));
});

test('words that cannot be counted say why', async ({ page }) => {
  await page.goto('/search?q=的&all=1');
  await expect(page.locator('main')).toContainText('两个字');
  await expect(page.getByTestId('mention-count')).toHaveCount(0);
  await expectNoHindrance(page);
});

test('places of a comparison without documents are named as such', async ({ page }) => {
  await page.goto('/compare?places=540000,440000');
  await expect(page.locator('.tops').first()).toContainText('没有文档');
  await expect(page.locator('.tops').nth(1).locator('li').first()).not.toContainText('没有文档');
  await expectNoHindrance(page);
});
