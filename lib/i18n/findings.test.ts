import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import zhCN from '@/messages/zh-CN.json';

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.ts$/.test(entry.name) && !/\.(test|cases)\./.test(entry.name)
      ? [readFileSync(path, 'utf8')]
      : [];
  });
}

function words(folders: readonly string[], pattern: RegExp): string[] {
  const code = folders.flatMap(sources).join('\n');
  return [...new Set([...code.matchAll(pattern)].map((m) => m[1] ?? ''))].sort();
}

/** Whatever the code can write into a document's findings has a name in the language of the reader. */
it('every rule that can be evidence of a date or place has a name', () => {
  const rules = words(['lib/metadata'], /\b(?:rule|name): '([a-z-]+)'/g);
  expect(rules.length).toBeGreaterThan(8);
  expect(rules.filter((rule) => !(rule in zhCN.rule))).toEqual([]);
});

it('every note that the pipeline can leave has a name', () => {
  const codes = words(['lib/metadata', 'lib/text', 'lib/match'], /\bcode: '([a-z-]+)'/g);
  expect(codes.length).toBeGreaterThan(8);
  expect(codes.filter((code) => !(code in zhCN.note))).toEqual([]);
});
