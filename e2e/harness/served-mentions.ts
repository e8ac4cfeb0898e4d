import type { Page } from '@playwright/test';

/** What an address serves of a list of mentions. */
interface Served {
  readonly status: number;
  /** How many mentions it says there are, in all pages of the list. */
  readonly said: number;
  /** How many it lists. */
  readonly listed: number;
  readonly next: string | null;
}

function serve(page: Page, href: string): Promise<Served> {
  return page.evaluate(async (address) => {
    const answer = await fetch(address);
    const served = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const said = served.querySelector<HTMLElement>('[data-testid="mention-count"]')?.dataset.count;
    const next = served.querySelector('a[rel="next"]')?.getAttribute('href');
    return {
      status: answer.status,
      said: Number(said ?? Number.NaN),
      listed: served.querySelectorAll('.concordance > li').length,
      next: next ? new URL(next, document.baseURI).href : null,
    };
  }, href);
}

/**
 * How many mentions an address says there are, and how many its list holds up to its end: read as it is served, from
 * the page that is open, without putting each page on the screen. The list is followed while it may hold `most`.
 */
export async function servedMentions(
  page: Page,
  href: string,
  most: number,
): Promise<{ said: number; listed: number | undefined }> {
  const first = await serve(page, href);
  if (first.status !== 200) throw new Error(`${first.status} from ${href}`);
  if (first.said > most) return { said: first.said, listed: undefined };
  let listed = first.listed;
  for (let { next } = first; next !== null; ) {
    const served = await serve(page, next);
    listed += served.listed;
    next = served.next;
  }
  return { said: first.said, listed };
}
