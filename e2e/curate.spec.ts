import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectNoHindrance } from './harness/no-hindrance';
import { expect, test } from './harness/test';

const token = () =>
  process.env.TIFA_CURATOR_TOKEN ??
  readFileSync(join(process.env.TIFA_DATA ?? '.data', 'curator-token'), 'utf8').trim();

async function signIn(page: Page): Promise<void> {
  await page.goto('/curate');
  await page.locator('#curator').fill('何整理');
  await page.locator('#token').fill(token());
  await page.locator('#token').press('Enter');
  await expect(page.getByRole('status')).toHaveText('已登录。');
}

test('only who has the token may change anything', async ({ page, request, baseURL }) => {
  await page.goto('/curate');
  await page.locator('#curator').fill('谁');
  await page.locator('#token').fill('guess');
  await page.locator('#token').press('Enter');
  await expect(page.getByRole('status')).toHaveText('口令不对，请核对后再填。');
  await expectNoHindrance(page);
  const form = { kind: 'hide', id: '1', reason: 'no' };
  const own = { origin: baseURL ?? '' };
  expect((await request.post('/curate/do', { form, headers: own })).status()).toBe(403);
  expect((await request.post('/curate/do', { data: { kind: 'hide' }, headers: own })).status()).toBe(400);
  const foreign = { origin: 'http://elsewhere.example' };
  expect((await request.post('/curate/do', { form, headers: foreign })).status()).toBe(403);
});

test('a text is looked at, stored as a run, corrected, and the run taken back', async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page);
  await page.goto('/import');
  await expectNoHindrance(page);
  const mark = `编号${Date.now()}`;
  await page
    .locator('#import-text')
    .fill(`会议强调，要增强“四个意识”、坚定“四个自信”，扎实做好“六稳”工作。${mark}`);
  await page.locator('#import-title').fill(`导入试验${mark}`);
  await page.locator('#import-source').fill('导入试验');
  await page.getByRole('button', { name: '看看提取出什么' }).click();
  await expect(page.locator('.reading .mention')).toHaveCount(3, { timeout: 60_000 });
  await expectNoHindrance(page);
  await page.getByRole('button', { name: '存为一批' }).click();
  await expect(page.getByRole('status')).toHaveText('已完成。', { timeout: 90_000 });

  await page.goto(`/documents?q=${encodeURIComponent(mark)}`);
  await page.locator('table.documents tbody th a').click();
  await page.locator('#correct-date').fill('2021-03-15');
  await page.locator('#correct-place').fill('440300');
  await page.getByRole('button', { name: '更正' }).click();
  await expect(page.getByRole('status')).toHaveText('已完成。', { timeout: 90_000 });
  await expect(page.locator('.margin-facts').first()).toContainText('2021年3月15日');
  await expect(page.locator('.margin-facts').first()).toContainText('深圳市');
  await expectNoHindrance(page);

  await page.goto('/curate');
  await expectNoHindrance(page);
  const imported = page.locator('.lined > li', { hasText: '.jsonl' }).first();
  await imported.getByRole('button').click();
  await expect(page.getByRole('status')).toHaveText('已完成。', { timeout: 60_000 });
  await page.goto(`/documents?q=${encodeURIComponent(mark)}`);
  await expect(page.locator('table.documents')).toHaveCount(0);
});

test('a text that is taken down is not shown, and still counted', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page);
  await page.goto('/documents');
  const link = page.locator('table.documents tbody th a').last();
  const href = (await link.getAttribute('href')) ?? '';
  await page.goto('/');
  const before = await page.locator('main .lead').first().innerText();
  await page.goto(href);
  await page.locator('#hide-reason').fill('试验');
  await page.getByRole('button', { name: '撤下原文' }).click();
  await expect(page.getByRole('status')).toHaveText('已完成。');
  expect((await page.request.get(href)).status()).toBe(404);
  await page.goto('/');
  expect(await page.locator('main .lead').first().innerText()).toBe(before);
  await page.goto('/curate');
  await page.locator('.lined > li', { hasText: '撤下' }).first().getByRole('button').click();
  await expect(page.getByRole('status')).toHaveText('已完成。');
  expect((await page.request.get(href)).status()).toBe(200);
});

const tsx = join(process.cwd(), 'node_modules/tsx/dist/cli.mjs');
const command = (...args: string[]) => execFileSync(process.execPath, [tsx, ...args], { encoding: 'utf8' });

test('an accepted candidate goes into a lexicon file, and that finds it', async ({ page }) => {
  test.setTimeout(240_000);
  command('scripts/discover.ts', '--limit', '8');
  await signIn(page);
  await page.goto('/discover');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('候选词');
  await expectNoHindrance(page);
  const entry = page.locator('.directives > li').first();
  const phrase = (await entry.locator('.tifa').innerText()).trim();
  await entry.getByRole('button', { name: '接受' }).click();
  await expect(page.getByRole('status')).toHaveText('已完成。');
  await page.goto('/discover?status=accepted');
  await expect(page.locator('.directives > li').first()).toContainText(phrase);
  await expectNoHindrance(page);
  const href = (await page.locator('a[download]').getAttribute('href')) ?? '';
  const [lexicon, text] = [test.info().outputPath('accepted.tsv'), test.info().outputPath('text.txt')];
  writeFileSync(lexicon, await (await page.request.get(href)).body());
  writeFileSync(text, `会议强调，${phrase}。`);
  const slogans = (...more: string[]) =>
    (
      JSON.parse(command('scripts/extract.ts', ...more, text)) as { mentions: { slogan: string }[] }
    ).mentions.map((m) => m.slogan);
  expect(slogans()).not.toContain(phrase);
  expect(slogans('--lexicon', lexicon)).toContain(phrase);
  await page.goto('/curate');
  await page.locator('.lined > li', { hasText: phrase }).first().getByRole('button').click();
  await expect(page.getByRole('status')).toHaveText('已完成。');
  expect(await (await page.request.get(href)).text()).not.toContain(phrase);
});
