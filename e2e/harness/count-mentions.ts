import type { Page } from '@playwright/test';

/** Follows the list of mentions to its end and counts. */
export async function countMentions(page: Page): Promise<number> {
  let count = 0;
  for (;;) {
    count += await page.locator('.concordance > li').count();
    const older = page.locator('a[rel="next"]');
    if ((await older.count()) === 0) return count;
    await page.goto((await older.getAttribute('href')) ?? '');
  }
}
