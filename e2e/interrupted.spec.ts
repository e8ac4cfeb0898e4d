import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expectNoHindrance } from './harness/no-hindrance';
import { expect, test } from './harness/test';

// Both take the ground from under everybody else.
test.describe.configure({ mode: 'serial' });

const tsx = join(process.cwd(), 'node_modules/tsx/dist/cli.mjs');
const database = (command: 'start' | 'stop') =>
  execFileSync(process.execPath, [tsx, 'scripts/db.ts', command], { stdio: 'ignore' });

test('while documents are being read, pages say so and show the last complete state', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('/');
  const before = await page.locator('main .lead').first().innerText();
  await expect(page.locator('.foot')).not.toContainText('正在导入');
  const ingestion = spawn(process.execPath, [tsx, 'scripts/ingest.ts', '-', '--source', '中断试验'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  try {
    ingestion.stdin.write(
      `${JSON.stringify({ id: 'a', text: '会议强调，要做好“六稳”工作。', date: '2021-03-15' })}\n`,
    );
    await expect(async () => {
      await page.goto('/');
      await expect(page.locator('.foot')).toContainText('正在导入', { timeout: 1_000 });
    }).toPass({ timeout: 60_000 });
    expect(await page.locator('main .lead').first().innerText()).toBe(before);
    await expectNoHindrance(page);
    ingestion.stdin.end();
    await once(ingestion, 'exit');
    await page.goto('/');
    await expect(page.locator('.foot')).not.toContainText('正在导入');
    expect(await page.locator('main .lead').first().innerText()).not.toBe(before);
  } finally {
    ingestion.kill('SIGKILL');
  }
});

test('without the database, every page says what happened and what is safe, and is back with it', async ({
  page,
  troubles,
}) => {
  test.setTimeout(180_000);
  await page.goto('/slogans?name=六稳');
  const address = page.url();
  try {
    database('stop');
    await expect(async () => {
      const answer = await page.goto(address);
      expect(answer?.status()).toBe(503);
    }).toPass({ timeout: 30_000 });
    for (const path of ['/', '/documents', '/methods', '/slogans/1']) {
      expect((await page.goto(path))?.status(), path).toBe(503);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('数据库现在连不上');
      await expectNoHindrance(page);
    }
    expect((await page.request.get('/api/v1/totals')).status()).toBe(503);
  } finally {
    database('start');
  }
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('六稳', { timeout: 30_000 });
  troubles.splice(0, troubles.length, ...troubles.filter((trouble) => !/50[03]/.test(trouble)));
});
