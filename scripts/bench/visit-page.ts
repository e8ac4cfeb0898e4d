import { join } from 'node:path';
import type { Browser, CDPSession, Page } from '@playwright/test';

/** What one visit with an empty cache cost. Kilobytes are of 1,000 bytes as sent (compressed), times milliseconds. */
export interface Visit {
  /** Scripts that the page asks for by itself, before anybody touches it. */
  readonly jsFirstKb: number;
  /** All scripts, those included that pointing at charts and opening the palette bring. */
  readonly jsKb: number;
  readonly lcpMs: number;
  /** Blocking time: what tasks of the main thread take beyond 50 ms each, from the first paint to rest. */
  readonly tbtMs: number;
  /** Sum of the layout shifts that no input caused, the visit through. */
  readonly cls: number;
  readonly htmlKb: number;
}

/** What `observe-page.js` leaves in the page. */
interface Observed {
  lcp: number;
  fcp: number;
  shift: number;
  tasks: [start: number, duration: number][];
}

declare global {
  interface Window {
    observed: Observed;
  }
}

/** Adds up the bytes of what the network sends, by kind. */
class Bytes {
  private readonly kinds = new Map<string, string>();
  private readonly sums = new Map<string, number>();

  static async watch(session: CDPSession): Promise<Bytes> {
    const bytes = new Bytes();
    session.on('Network.responseReceived', ({ requestId, type }) => void bytes.kinds.set(requestId, type));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const kind = bytes.kinds.get(requestId) ?? '';
      bytes.sums.set(kind, (bytes.sums.get(kind) ?? 0) + encodedDataLength);
    });
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    return bytes;
  }

  kb(kind: string): number {
    return (this.sums.get(kind) ?? 0) / 1_000;
  }
}

/** Long enough for tasks that wait for the page to be idle. */
const REST_MS = 600;

/** Points at charts and opens the palette, as a reader would, so that what is loaded on demand comes. */
async function touchEverything(page: Page): Promise<void> {
  const plots = page.locator('.plot');
  if ((await plots.count()) > 0) await plots.first().hover();
  await page.keyboard.press('Control+k');
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(REST_MS / 2);
}

/** Visits an address with a new, empty browser profile at 1440 by 900 pixels. @throws when it does not answer 200 */
export async function visitPage(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1_440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  try {
    const page = await context.newPage();
    const bytes = await Bytes.watch(await context.newCDPSession(page));
    await page.addInitScript({ path: join(import.meta.dirname, 'observe-page.js') });
    const answer = await page.goto(url, { waitUntil: 'load' });
    if (answer?.status() !== 200) throw new Error(`${url} answered ${answer?.status()}`);
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(REST_MS);
    const jsFirstKb = bytes.kb('Script');
    const { lcp, fcp, tasks } = await page.evaluate(() => window.observed);
    const tbtMs = tasks
      .filter(([start, duration]) => start + duration > fcp)
      .reduce((sum, [, duration]) => sum + Math.max(0, duration - 50), 0);
    await touchEverything(page);
    const { shift } = await page.evaluate(() => window.observed);
    return {
      jsFirstKb,
      jsKb: bytes.kb('Script'),
      lcpMs: lcp,
      tbtMs,
      cls: shift,
      htmlKb: bytes.kb('Document'),
    };
  } finally {
    await context.close();
  }
}
