import type { Page } from '@playwright/test';
import { PAGES as EVERY_VIEW } from './every-view/pages';
import { expectNoHindrance } from './harness/no-hindrance';
import { expect, test } from './harness/test';

/** Those of the drill (every-view/layout.spec.ts), and what only has to hold in Chinese. */
const PAGES = new Set<string>([
  ...EVERY_VIEW,
  '/slogans',
  '/compare',
  '/compare?places=440000,330000',
  '/compare?places=130000,440000,330000',
  '/compare?slogans=六稳,六保',
  '/search?q=工作责任&all=1',
  '/discover',
  '/curate',
  '/import',
]);
const THEMES = ['light', 'dark'] as const;
const WIDTHS = [375, 768, 1_280, 1_440] as const;

/** A theme is colours and which switch is shown, both by CSS: it changes without loading the page again. */
async function expectNoHindranceInBothThemes(page: Page): Promise<void> {
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme });
    await expectNoHindrance(page, colorScheme);
  }
}

/** What a page needs at each width is worked out by CSS alone, so one load shows them all. */
async function expectNothingCutOff(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const [needed, there] = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return [scrollWidth, clientWidth] as const;
    });
    expect(needed, `at ${width} pixels`).toBeLessThanOrEqual(there);
  }
}

for (const path of PAGES) {
  test(`${path} hinders nobody in either theme, and is not cut off at any width`, async ({ page }) => {
    await page.goto(path);
    await expectNoHindranceInBothThemes(page);
    await expectNothingCutOff(page);
  });
}

test('the page that says there is none hinders nobody in either theme', async ({ page, troubles }) => {
  await page.goto('/no-such-page');
  await expectNoHindranceInBothThemes(page);
  troubles.splice(0, troubles.length, ...troubles.filter((trouble) => !trouble.includes('404')));
});

for (const [list, row] of [
  ['/slogans', 'table.ranking tbody tr'],
  ['/documents', 'table.documents tbody tr'],
  ['/places', '.place-row'],
  ['/directives', '.directives .outline'],
] as const) {
  test(`the first page of ${list} hinders nobody in either theme`, async ({ page }) => {
    await page.goto(list);
    await page.locator(row).first().getByRole('link').first().click();
    await page.waitForURL(/\/\w+\/\d+/);
    await expectNoHindranceInBothThemes(page);
  });
}

test('the wording of a slogan hinders nobody in either theme', async ({ page }) => {
  await page.goto('/slogans?name=六稳');
  await page.locator('main a[href*="/wording"]').first().click();
  await page.waitForURL(/\/wording/);
  await expectNoHindranceInBothThemes(page);
});
