import { type Browser, chromium } from '@playwright/test';
import { chromiumLaunch } from '@/e2e/harness/chromium';
import { closeConnections, getPool } from '@/lib/store/client';
import { ensureDatabase } from '@/lib/store/embedded';
import { withDemonstration, withServer } from '../setup/demonstration.mjs';
import type { BenchResult } from './bench-result';
import { median } from './rounds';
import { type Visit, visitPage } from './visit-page';

/** Every page, with addresses that hold in any database that holds the demonstration corpus. */
const PATHS = [
  '/',
  '/?from=2022&until=2022&place=440000',
  '/slogans',
  '/slogans?name=六稳',
  '/slogans?name=高质量发展',
  '/places',
  '/places/440000',
  '/compare?places=440000,330000',
  '/compare?periods=2020,2022',
  '/directives',
  '/directives › first',
  '/documents',
  '/documents › first',
  '/search?q=sgys',
  '/search?q=安全生产',
  '/methods',
] as const;

const ROWS: Readonly<Record<string, string>> = {
  '/directives': 'main a[href^="/directives/"]',
  '/documents': 'main a[href^="/documents/"]',
};

/** The address that a path stands for: `LIST › first` is the first entry of a list. */
async function resolve(browser: Browser, base: string, path: string): Promise<string> {
  const [list = path, entry] = path.split(' › ');
  if (entry === undefined) return base + path;
  const page = await browser.newPage();
  try {
    await page.goto(base + list);
    const href = await page
      .locator(ROWS[list] ?? 'main a')
      .first()
      .getAttribute('href');
    if (href === null) throw new Error(`${list} has no entries`);
    return new URL(href, base).href;
  } finally {
    await page.close();
  }
}

const KEYS = ['jsKb', 'jsFirstKb', 'lcpMs', 'tbtMs', 'cls', 'htmlKb'] as const;

function summary(path: string, visits: readonly Visit[]): Record<string, string | number> {
  const row: Record<string, string | number> = { path };
  for (const key of KEYS) row[key] = +median(visits.map((v) => v[key])).toFixed(key === 'cls' ? 4 : 1);
  return row;
}

async function visitAll(base: string, rounds: number): Promise<BenchResult> {
  const { executablePath, args, env } = chromiumLaunch();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args, env });
  try {
    const urls = new Map<string, string>();
    for (const path of PATHS) urls.set(path, await resolve(browser, base, path));
    const visits = new Map<string, Visit[]>(PATHS.map((path) => [path, []]));
    for (let round = -1; round < rounds; round++) {
      for (const [path, url] of urls) {
        const visit = await visitPage(browser, url);
        // The first round warms the server up; it is not counted.
        if (round >= 0) visits.get(path)?.push(visit);
      }
    }
    const pages = [...visits].map(([path, all]) => summary(path, all));
    const worst = Object.fromEntries(
      KEYS.map((key) => [key, Math.max(...pages.map((page) => Number(page[key])))]),
    );
    return { node: process.version, rounds, worst, pages };
  } finally {
    await browser.close();
  }
}

async function countDocuments(env: Record<string, string>): Promise<number> {
  Object.assign(process.env, env);
  await ensureDatabase();
  try {
    const { rows } = await (await getPool('read')).query<{ n: number }>(
      'SELECT count(*)::int AS n FROM document',
    );
    return rows[0]?.n ?? 0;
  } finally {
    await closeConnections();
  }
}

/**
 * Scripts, first paint, blocking time and layout shifts of every page in a real browser, medians of rounds.
 * @param options `documents`: a database of its own with so many generated documents; `here`: the database that
 *   DATABASE_URL or TIFA_DATA selects, as it is
 */
export async function benchPages(options: {
  documents: number | undefined;
  here: boolean;
  rounds: number;
}): Promise<BenchResult> {
  const visit = async (env: Record<string, string>) => ({
    documents: await countDocuments(env),
    ...(await withServer(env, (base) => visitAll(base, options.rounds))),
  });
  return options.here ? visit({}) : withDemonstration(visit, options.documents);
}
