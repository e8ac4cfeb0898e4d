/**
 * Remakes docs/screenshots/ from the demonstration corpus alone: builds, serves and looks at every page.
 * Usage: npm run screenshots
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { Command } from 'commander';
import { chromiumLaunch } from '../e2e/harness/chromium';
import { runCommand } from './command/run-command';
import { root } from './setup/child.mjs';
import { withDemonstration, withServer } from './setup/demonstration.mjs';

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
}

/** Height in pixels: what a reader sees first, and somewhat more. */
const HEIGHT = 1_600;
const PLACES = '440000,330000';

const SHOTS: readonly Shot[] = [
  { name: 'overview', path: '/?from=2022&until=2022' },
  { name: 'overview-dark', path: '/?from=2022&until=2022', scheme: 'dark' },
  { name: 'overview-375', path: '/?from=2022&until=2022', width: 375 },
  { name: 'overview-en', path: '/?from=2022&until=2022&lang=en' },
  { name: 'slogans', path: '/slogans' },
  { name: 'slogan', path: '/slogans?name=六稳' },
  { name: 'places', path: '/places' },
  { name: 'place', path: '/places/440000' },
  { name: 'compare', path: `/compare?places=${PLACES}` },
  { name: 'compare-periods', path: '/compare?periods=2020,2022' },
  { name: 'directives', path: '/directives' },
  { name: 'documents', path: '/documents' },
  { name: 'search', path: '/search?q=sgys' },
  { name: 'methods', path: '/methods' },
];

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
