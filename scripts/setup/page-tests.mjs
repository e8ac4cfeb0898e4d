import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { packageScript, root, run, start, typescript } from './child.mjs';
import { step } from './console-step.mjs';
import { probePort, serve } from './serve.mjs';
import { readTally, tallyOfPlaywright } from './test-results.mjs';

/** Whether there are page tests to run. */
export function hasPageTests() {
  const folder = join(root, 'e2e');
  return (
    existsSync(folder) && readdirSync(folder, { recursive: true }).some((file) => file.endsWith('.spec.ts'))
  );
}

/**
 * Runs the page tests in a real browser, against the built pages on a free loopback port and with a database of
 * their own that holds the demonstration corpus. Gives their tally; the user's own database is never touched.
 */
export async function runPageTests(reportFile) {
  await ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'tifa-pages-'));
  chmodSync(folder, 0o755); // the server may run as another user; its own folder below is closed
  // An empty DATABASE_URL counts as none; the server of a developer must not be filled with invented reports.
  const env = { TIFA_DATA: folder, DATABASE_URL: '' };
  let server;
  try {
    await run('preparing the data', process.execPath, typescript('scripts/start/prepare-data.ts'), { env });
    const port = (await probePort('127.0.0.1', 0)) ?? 0;
    server = await step('starting the server for the page tests', () => serve({ port, env }));
    const playwright = packageScript('@playwright/test', 'cli.js');
    const code = await start(process.execPath, [playwright, 'test', '--reporter=list,json'], {
      env: { ...env, TIFA_E2E_URL: server.url, PLAYWRIGHT_JSON_OUTPUT_NAME: reportFile },
    }).done;
    return readTally(reportFile, tallyOfPlaywright, code);
  } finally {
    server?.child.kill('SIGTERM');
    await server?.done;
    await start(process.execPath, typescript('scripts/db.ts', ['stop']), { env, stdio: 'ignore' }).done;
    rmSync(folder, { recursive: true, force: true });
  }
}
