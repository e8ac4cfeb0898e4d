import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { expect } from './test';
import { unzip } from './unzip';

export interface EvidencePack {
  readonly names: readonly string[];
  text(name: string): string;
  /** The lines of a CSV by column. */
  rows(name: string): Record<string, string>[];
  bytes(name: string): Buffer;
}

/** Opens a page and downloads the pack of evidence that it offers. */
export async function evidencePackOf(page: Page, path: string): Promise<EvidencePack> {
  await page.goto(path);
  const href = await page.locator('.pack a').getAttribute('href');
  const answer = await page.request.get(href ?? '', { timeout: 60_000 });
  expect(answer.status(), href ?? '').toBe(200);
  expect(answer.headers()['content-type']).toBe('application/zip');
  const files = unzip(await answer.body());
  const bytes = (name: string) => {
    const found = files.get(name);
    if (!found) throw new Error(`the pack holds no ${name}: ${[...files.keys()].join(', ')}`);
    return found;
  };
  const text = (name: string) => bytes(name).toString();
  return {
    names: [...files.keys()],
    bytes,
    text,
    rows: (name) => parse(text(name), { bom: true, columns: true }),
  };
}
