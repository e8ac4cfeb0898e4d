import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '@/messages/en.json';
import zhCN from '@/messages/zh-CN.json';
import zhTW from '@/messages/zh-TW.json';
import { LOCALES } from './locale';
import { translator } from './translator';

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}

const all = new Map([zhCN, zhTW, en].map((messages, i) => [LOCALES[i], new Map(flatten(messages))]));
const keys = [...(all.get('zh-CN')?.keys() ?? [])];

/** Names of the values that a message takes; those of a plural's branches included. */
function placeholders(message: string): string[] {
  // The brace that opens a branch opens no value.
  const plain = message.replace(/(=\d+|zero|one|two|few|many|other) \{/g, '$1 (');
  return [...new Set([...plain.matchAll(/\{(\w+)\s*[,}]/g)].map((m) => m[1] ?? ''))].sort();
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name) ? [readFileSync(path, 'utf8')] : [];
  });
}

describe.each(LOCALES)('%s', (locale) => {
  const messages = all.get(locale) ?? new Map<string, string>();

  it('has the keys of all others, none empty', () => {
    expect([...messages.keys()].sort()).toEqual([...keys].sort());
    expect(
      [...messages].filter(([, text]) => text === '' && locale !== 'zh-CN' && locale !== 'zh-TW'),
    ).toEqual([]);
  });

  it('takes the same values as the first language', () => {
    const different = keys.filter(
      (key) =>
        String(placeholders(messages.get(key) ?? '')) !==
        String(placeholders(all.get('zh-CN')?.get(key) ?? '')),
    );
    expect(different).toEqual([]);
  });

  it('can be read by the formatter', () => {
    const t = translator(locale) as unknown as (
      key: string,
      values: Record<string, string | number>,
    ) => string;
    for (const [key, text] of messages) {
      const plural = [...text.matchAll(/\{(\w+), (?:plural|number)/g)].map((m) => m[1] ?? '');
      const values = Object.fromEntries(
        placeholders(text).map((name) => [name, plural.includes(name) ? 2 : 'x']),
      );
      expect(() => t(key, values), key).not.toThrow();
    }
  });
});

it('every string is used somewhere', () => {
  const code = ['app', 'components', 'lib/format', 'lib/i18n']
    .flatMap((folder) => sources(folder))
    .join('\n');
  // A key that is put together, such as `kind.${kind}`, stands for all that begin like it.
  const prefixes = [...code.matchAll(/`([\w.-]+[.-])\$\{/g)].map((m) => m[1] ?? '');
  const used = (key: string) => code.includes(`'${key}'`) || prefixes.some((p) => key.startsWith(p));
  expect(keys.filter((key) => !used(key))).toEqual([]);
});

it('traditional Chinese holds no simplified character that has a traditional one', () => {
  const simplified = /[们这里说动时长区总数标处报见计间]/u;
  const kept = [...(all.get('zh-TW') ?? [])].filter(([, text]) =>
    simplified.test(text.replace(/[里长]/g, '')),
  );
  expect(kept.map(([key, text]) => `${key}: ${text}`).filter((line) => !/六稳|四个意识/.test(line))).toEqual(
    [],
  );
});
