import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { packageScript, root, start } from './child.mjs';
import { withDemonstration, withServer } from './demonstration.mjs';
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
 * their own that holds the demonstration corpus. Gives their tally.
 * @param {string} reportFile where Playwright is to write what it found
 * @param {Record<string, string>} [more] what the tests find in their environment besides
 */
export async function runPageTests(reportFile, more = {}) {
  await ensureBuilt();
  const playwright = packageScript('@playwright/test', 'cli.js');
  return withDemonstration((env) =>
    withServer(env, async (base) => {
      const code = await start(process.execPath, [playwright, 'test', '--reporter=list,json'], {
        env: { ...env, ...more, TIFA_E2E_URL: base, PLAYWRIGHT_JSON_OUTPUT_NAME: reportFile },
      }).done;
      return readTally(reportFile, tallyOfPlaywright, code);
    }),
  );
}
