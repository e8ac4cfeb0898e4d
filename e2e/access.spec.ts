import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './harness/test';

const PAGES = [
  '/',
  '/slogans',
  '/places',
  '/compare',
  '/directives',
  '/documents',
  '/compare?places=440000,330000',
  '/compare?periods=2020,2022',
  '/compare?slogans=六稳,六保',
  '/search?q=sgys',
  '/search?q=工作责任&all=1',
  '/discover',
  '/curate',
  '/import',
  '/methods',
  '/no-such-page',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    for (const path of PAGES) {
      test(`${path} has nothing that hinders access`, async ({ page, troubles }) => {
        await page.goto(path);
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
        troubles.splice(0, troubles.length, ...troubles.filter((trouble) => !trouble.includes('404')));
      });
    }

    for (const [list, row] of [
      ['/slogans', 'table.ranking tbody tr'],
      ['/documents', 'table.documents tbody tr'],
      ['/places', '.place-row'],
      ['/directives', '.directives .outline'],
    ] as const) {
      test(`the first page of ${list} has nothing that hinders access`, async ({ page }) => {
        await page.goto(list);
        await page.locator(row).first().getByRole('link').first().click();
        await page.waitForURL(/\/\w+\/\d+/);
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      });
    }

    test('the wording of a slogan has nothing that hinders access', async ({ page }) => {
      await page.goto('/slogans?name=六稳');
      await page.locator('main a[href*="/wording"]').first().click();
      await page.waitForURL(/\/wording/);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });
  });
}

for (const width of [375, 768, 1440]) {
  test(`nothing is cut off at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const more = ['/compare?places=130000,440000,330000', '/places/440000', '/slogans?order=mentions'];
    for (const path of [...PAGES.slice(0, -1), ...more]) {
      await page.goto(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(
        width,
      );
    }
  });
}
