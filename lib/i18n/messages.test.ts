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

/** What Taiwan calls otherwise than the mainland; names of mainland politics are none of these. */
const MAINLAND: readonly (readonly [word: RegExp, taiwan: string])[] = [
  [/報道/, '報導'],
  [/文檔/, '文件'],
  [/數據/, '資料'],
  [/信息/, '資訊'],
  [/鏈接/, '連結'],
  [/搜索/, '搜尋'],
  [/登錄/, '登入'],
  [/默認/, '預設'],
  [/程序/, '程式'],
  [/軟件/, '軟體'],
  [/網絡/, '網路'],
  [/服務器/, '伺服器'],
  [/變量/, '變數'],
  [/運行/, '執行'],
  [/接口|(?<!使用者)介面/, 'API'],
  [/導入/, '匯入'],
  [/發佈|釋出/, '發布'],
  [/下劃線/, '底線'],
  [/概率/, '機率'],
  [/置信/, '信賴'],
  [/似然/, '概似'],
  [/檢驗/, '檢定'],
  [/發生比|優勢比/, '勝算比'],
  [/泊松/, '卜瓦松'],
  [/回車/, 'Enter 鍵'],
  [/[“”]/, '「」'],
];

it.each(MAINLAND)('traditional Chinese has no %s, but %s', (word) => {
  const wrong = [...(all.get('zh-TW') ?? [])].filter(([, text]) => word.test(text));
  expect(wrong.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
});

it('traditional Chinese holds no simplified character that has a traditional one', () => {
  const simplified =
    /[们这说动时区总数标处报见计间长为与发关书语请过还进边让认识题显据术档开页览词类体围顺]/u;
  const wrong = [...(all.get('zh-TW') ?? [])].filter(([, text]) => simplified.test(text));
  expect(wrong.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
});
