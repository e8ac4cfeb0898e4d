// npm test [-- FILTER…]: on a fresh clone as well. Unit tests and tests against a real Postgres (vitest), then the
// page tests in a real Chromium; with arguments, which go to vitest, only the former.
// The last line is always "N passed, N failed".
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isInterrupted, packageScript, start, typescript } from './setup/child.mjs';
import { command, SetupError } from './setup/console-step.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { checkNode } from './setup/node-version.mjs';
import { hasPageTests, runPageTests } from './setup/page-tests.mjs';
import { readTally, sum, tallyOfVitest } from './setup/test-results.mjs';

/** Neither a forgotten `withDatabase` nor DATABASE_URL in the environment may lead a test to somebody's own data. */
const ownData = (folder) => ({ DATABASE_URL: '', TIFA_DATA: folder, TIFA_TEST_FOLDER: folder });

/** Ends the test server where vitest did not get to it, as after Ctrl-C, and removes everything. */
async function cleanUp(folder) {
  if (existsSync(join(folder, 'pg'))) {
    await start(process.execPath, typescript('scripts/db.ts', ['stop']), {
      env: ownData(folder),
      stdio: 'ignore',
    }).done;
  }
  rmSync(folder, { recursive: true, force: true });
}

async function runUnitTests(folder, filters) {
  const reportFile = join(folder, 'unit.json');
  const vitest = packageScript('vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const code = await start(process.execPath, [vitest, 'run', ...reporters, ...filters], {
    env: ownData(folder),
  }).done;
  if (isInterrupted()) throw new SetupError('Ended on request.', 130);
  return readTally(reportFile, tallyOfVitest, code);
}

/** A page test run that cannot even begin is a failed test, not a reason to hide the tally of the others. */
async function pageTally(reportFile) {
  try {
    return await runPageTests(reportFile);
  } catch (error) {
    if (!(error instanceof SetupError) || isInterrupted()) throw error;
    console.error(`\nThe page tests did not run: ${error.message}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

await command(async () => {
  checkNode();
  await ensureInstalled();
  const { generate } = await import('./prisma-generate.mjs');
  if (generate() !== 0)
    throw new SetupError('The Prisma client cannot be generated; the reason stands above.');
  const filters = process.argv.slice(2);
  const folder = mkdtempSync(join(tmpdir(), 'tifa-run-'));
  chmodSync(folder, 0o755); // the server may run as another user; its own folder below is closed
  const tallies = [];
  try {
    tallies.push(await runUnitTests(folder, filters));
    if (filters.length === 0 && hasPageTests()) tallies.push(await pageTally(join(folder, 'pages.json')));
  } finally {
    await cleanUp(folder);
  }
  const { passed, failed, skipped } = sum(tallies);
  if (skipped > 0) console.log(`\n${skipped} skipped`);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
});
