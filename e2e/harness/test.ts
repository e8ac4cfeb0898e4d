import { test as base, expect } from '@playwright/test';

interface Watch {
  /** What went wrong so far on the page, in words; a test that expects some of it empties the list. */
  readonly troubles: string[];
}

/**
 * A test of a page that also watches what nobody asserts: errors in the console or in scripts, answers of 500 and
 * above, and requests to anywhere but the server under test. Any of them fails the test at its end.
 */
export const test = base.extend<Watch>({
  troubles: [
    async ({ page, baseURL }, use) => {
      const troubles: string[] = [];
      const home = new URL(baseURL ?? 'http://127.0.0.1').origin;
      page.on('pageerror', (error) => troubles.push(`error in a script: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') troubles.push(`error in the console: ${message.text()}`);
      });
      page.on('response', (response) => {
        if (response.status() >= 500) troubles.push(`${response.status()} from ${response.url()}`);
      });
      page.on('request', (request) => {
        const url = new URL(request.url());
        if (/^https?:$/.test(url.protocol) && url.origin !== home) troubles.push(`request to ${url.origin}`);
      });
      await use(troubles);
      expect(troubles).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
