import type { Page } from '@playwright/test';
import { countMentions } from '../harness/count-mentions';
import { servedMentions } from '../harness/served-mentions';
import { expect, test } from '../harness/test';
import { PAGES } from './pages';

/** So many numbers of each kind (a table, a chart) are followed on each page. */
const FOLLOWED = 2;

interface NumberLink {
  readonly href: string;
  readonly n: number;
}

/** The numbers that say how many mentions they lead to (`data-n`), first and last of each table or chart. */
async function numbersOf(page: Page): Promise<NumberLink[]> {
  return page.locator('main').evaluate((main, followed) => {
    const groups = new Map<Element | null, NumberLink[]>();
    for (const link of main.querySelectorAll<SVGAElement | HTMLAnchorElement>('a[data-n]')) {
      const group = link.closest('table, .plot, svg, figure, section');
      const href = new URL(link.getAttribute('href') ?? '', document.baseURI).href;
      groups.set(group, [...(groups.get(group) ?? []), { href, n: Number(link.dataset.n) }]);
    }
    return [...groups.values()].flatMap((links) =>
      links.filter((_, i) => i === links.length - 1 || i < followed - 1),
    );
  }, FOLLOWED);
}

/** Lists longer than this are counted by the number above them only. */
const COUNTED = 120;

for (const path of PAGES) {
  test(`every number on ${path} leads to as many mentions`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.goto(path);
    const seen = new Set<string>();
    for (const { href, n } of await numbersOf(page)) {
      if (seen.has(href)) continue;
      seen.add(href);
      // The first is followed on the screen. What the others lead to is the same page, and its numbers are served.
      if (seen.size === 1) {
        await page.goto(href);
        await expect(page.getByTestId('mention-count'), href).toHaveAttribute('data-count', String(n));
        if (n <= COUNTED) expect(await countMentions(page), href).toBe(n);
        continue;
      }
      const { said, listed } = await servedMentions(page, href, COUNTED);
      expect(said, href).toBe(n);
      if (n <= COUNTED) expect(listed, href).toBe(n);
    }
    test.info().annotations.push({ type: 'numbers followed', description: String(seen.size) });
  });
}

test('there are numbers to follow on the pages that count', async ({ page }) => {
  for (const path of [
    '/',
    '/slogans?order=mentions',
    '/slogans?name=六稳',
    '/compare?places=440000,330000',
  ]) {
    await page.goto(path);
    expect((await numbersOf(page)).length, path).toBeGreaterThan(0);
  }
});
