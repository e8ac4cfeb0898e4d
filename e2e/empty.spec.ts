import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { probePort, serve } from '../scripts/setup/serve.mjs';
import { expectNoHindrance } from './harness/no-hindrance';
import { expect, test } from './harness/test';

// A server of its own, with a database that holds nothing yet.
test.use({ baseURL: undefined });

test('before anything was ingested, every page says how to begin', async ({ browser }) => {
  test.setTimeout(180_000);
  const data = mkdtempSync(join(tmpdir(), 'tifa-empty-'));
  chmodSync(data, 0o755); // the server of the database may run as another user
  const env = { TIFA_DATA: data, DATABASE_URL: '' };
  const tsx = join(process.cwd(), 'node_modules/tsx/dist/cli.mjs');
  const database = (command: string) =>
    execFileSync(process.execPath, [tsx, 'scripts/db.ts', command], {
      env: { ...process.env, ...env },
      stdio: 'ignore',
    });
  database('start');
  database('migrate');
  const server = await serve({ port: (await probePort('127.0.0.1', 0)) ?? 0, env });
  try {
    const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
    for (const path of [
      '/',
      '/slogans',
      '/places',
      '/compare',
      '/directives',
      '/documents',
      '/search?q=六稳',
    ]) {
      expect((await page.goto(server.url + path))?.status(), path).toBe(200);
      await expect(page.locator('.commands code').last(), path).toHaveText('npm run demo -- load');
      await expect(page.locator('main').getByRole('link', { name: /导入/ }), path).toBeVisible();
    }
    await expectNoHindrance(page);
    await page.goto(`${server.url}/methods`);
    await expect(page.locator('#share')).toBeVisible();
  } finally {
    server.child.kill('SIGTERM');
    await server.done;
    database('stop');
    rmSync(data, { recursive: true, force: true });
  }
});
