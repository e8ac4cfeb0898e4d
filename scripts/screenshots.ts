/**
 * Remakes docs/screenshots/ from the demonstration corpus alone: builds, serves and looks at every page.
 * Usage: npm run screenshots
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { Command } from 'commander';
import { chromiumLaunch } from '../e2e/harness/chromium';
import { runCommand } from './command/run-command';
import { root } from './setup/child.mjs';
import { withDemonstration, withServer } from './setup/demonstration.mjs';

interface Shot {
  readonly name: string;
  readonly path: string;
  /** The first link in the main part whose address begins so is followed: keys of documents and lists are not fixed. */
  readonly follow?: string;
  /** What the address of that link holds besides. */
  readonly contains?: string;
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
}

/** Height in pixels: what a reader sees first, and somewhat more. */
const HEIGHT = 1_600;
const PLACES = '440000,330000';

const SLOGAN = '/slogans?name=六稳';

const SHOTS: readonly Shot[] = [
  { name: 'overview', path: '/?from=2022&until=2022' },
  { name: 'overview-dark', path: '/?from=2022&until=2022', scheme: 'dark' },
  { name: 'overview-375', path: '/?from=2022&until=2022', width: 375 },
  { name: 'overview-768', path: '/?from=2022&until=2022', width: 768 },
  { name: 'overview-en', path: '/?from=2022&until=2022&lang=en' },
  { name: 'slogans', path: '/slogans' },
  { name: 'slogan', path: SLOGAN },
  { name: 'slogan-dark', path: SLOGAN, scheme: 'dark' },
  { name: 'slogan-375', path: SLOGAN, width: 375 },
  { name: 'slogan-en', path: `${SLOGAN}&lang=en` },
  { name: 'wording', path: SLOGAN, follow: '/slogans/', contains: '/wording' },
  { name: 'places', path: '/places' },
  { name: 'place', path: '/places/440000' },
  { name: 'place-768', path: '/places/440000', width: 768 },
  { name: 'compare', path: `/compare?places=${PLACES}` },
  { name: 'compare-dark', path: `/compare?places=${PLACES}`, scheme: 'dark' },
  { name: 'compare-periods', path: '/compare?periods=2020,2022' },
  { name: 'compare-slogans', path: '/compare?slogans=六稳,六保' },
  { name: 'directives', path: '/directives' },
  { name: 'directive', path: '/directives?q=责任', follow: '/directives/' },
  { name: 'documents', path: '/documents' },
  { name: 'document', path: SLOGAN, follow: '/documents/' },
  { name: 'document-dark', path: SLOGAN, follow: '/documents/', scheme: 'dark' },
  { name: 'document-375', path: SLOGAN, follow: '/documents/', width: 375 },
  { name: 'search', path: '/search?q=sgys' },
  { name: 'search-phrase', path: '/search?q=会议强调' },
  { name: 'discover', path: '/discover' },
  { name: 'curate', path: '/curate' },
  { name: 'import', path: '/import' },
  { name: 'methods', path: '/methods' },
  { name: 'methods-en', path: '/methods?lang=en' },
];

async function followLink(page: Page, base: string, start: string, part: string): Promise<void> {
  const address = await page
    .locator(`main a[href^="${start}"][href*="${part}"]`)
    .first()
    .getAttribute('href');
  if (!address) throw new Error(`${page.url()} leads to no ${start}…${part}`);
  await page.goto(new URL(address, base).href);
}

async function take(browser: Browser, base: string, folder: string, shot: Shot): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: shot.width ?? 1_440, height: HEIGHT },
    colorScheme: shot.scheme ?? 'light',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  try {
    const page = await context.newPage();
    const answer = await page.goto(base + shot.path);
    if (answer?.status() !== 200) throw new Error(`${shot.path} answered ${answer?.status()}`);
    if (shot.follow) await followLink(page, base, shot.follow, shot.contains ?? '/');
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(folder, `${shot.name}.png`), timeout: 120_000 });
    console.log(`${shot.name}.png`);
  } finally {
    await context.close();
  }
}

async function takeAll(base: string, folder: string, only: string | undefined): Promise<void> {
  const { executablePath, args, env } = chromiumLaunch();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args, env });
  try {
    for (const shot of SHOTS)
      if (!only || shot.name.startsWith(only)) await take(browser, base, folder, shot);
  } finally {
    await browser.close();
  }
}

await runCommand(
  new Command('screenshots')
    .description('Remakes the pictures of the pages in docs/screenshots from the demonstration corpus.')
    .option('--only <prefix>', 'only the pictures whose names begin so')
    .option('--base <url>', 'a server that runs already, instead of one of our own')
    .action(async (options: { only?: string; base?: string }) => {
      const folder = join(root, 'docs/screenshots');
      mkdirSync(folder, { recursive: true });
      if (options.base) await takeAll(options.base, folder, options.only);
      else await withDemonstration((env) => withServer(env, (base) => takeAll(base, folder, options.only)));
    }),
);
