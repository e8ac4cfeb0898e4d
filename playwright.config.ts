import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from './e2e/harness/chromium';
import { VIEWS } from './e2e/harness/views';

/** The tests that change what is stored: by hand, and by planted reports. */
const CHANGES = /curate\.spec\.ts$/;
const PLANTS = /misleading\.spec\.ts$/;
/** Those in the middle of which pages are not to be had. */
const INTERRUPTS = /interrupted\.spec\.ts$/;
/** What access.spec.ts asks of the same pages, in every theme and at every width, after one load of each. */
const ASKED_ALREADY = /every-view\/layout\.spec\.ts$/;

const { executablePath, args, env } = chromiumLaunch();

/** The page tests: `npm test` serves the pages, fills a database of their own and names the address in TIFA_E2E_URL;
 * TIFA_E2E_VIEWS=all is what the drill sets. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/pages',
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // A test that only passes the second time is a failure to be understood.
  retries: 0,
  // All of them once; in the drill those that hold for every reader, at every width, in both themes and languages.
  projects:
    process.env.TIFA_E2E_VIEWS === 'all'
      ? VIEWS
      : [
          { name: 'pages', testIgnore: [CHANGES, PLANTS, INTERRUPTS, ASKED_ALREADY] },
          // Numbers move while somebody imports: these wait until nobody else is counting.
          { name: 'changes', testMatch: CHANGES, dependencies: ['pages'] },
          { name: 'planted', testMatch: PLANTS, dependencies: ['changes'] },
          { name: 'interruptions', testMatch: INTERRUPTS, dependencies: ['planted'] },
        ],
  use: {
    baseURL: process.env.TIFA_E2E_URL ?? 'http://127.0.0.1:3000',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    launchOptions: { ...(executablePath === undefined ? {} : { executablePath }), args, env },
  },
});
