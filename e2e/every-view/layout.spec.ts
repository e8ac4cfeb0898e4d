import { expectNoHindrance } from '../harness/no-hindrance';
import { expect, test } from '../harness/test';
import { PAGES } from './pages';

for (const path of PAGES) {
  test(`${path} fits its width and hinders nobody`, async ({ page }) => {
    await page.goto(path);
    const [needed, there] = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return [scrollWidth, clientWidth] as const;
    });
    expect(needed).toBeLessThanOrEqual(there);
    await expectNoHindrance(page);
  });
}
