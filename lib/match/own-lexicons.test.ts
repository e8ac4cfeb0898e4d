import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEXICON_COLUMNS } from '@/lib/types';
import { compileLexicon } from './compile-lexicon';
import { parseLexicon } from './lexicon';
import { fitIndex, loadLexicon } from './load-lexicon';
import { giveWay, WrongLexicon } from './own-lexicons';

const HEADER = LEXICON_COLUMNS.join('\t');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tifa-own-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, ...lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  return path;
}

function row(canonical: string, kind = 'set', variants = ''): string {
  const cells: Readonly<Record<string, string>> = { canonical, kind, variants };
  return LEXICON_COLUMNS.map((name) => cells[name] ?? '').join('\t');
}

describe('a lexicon of one’s own', () => {
  it.each([
    ['a file that is not there', 'none.tsv', null, 'no such file'],
    ['a folder', '.', null, 'it is a folder'],
    ['JSON', 'own.json', '{\n"a": 1\n}', 'is no lexicon'],
    ['rows without a header', 'bare.tsv', row('自己的提法'), 'is no lexicon'],
    ['nothing', 'empty.tsv', '', 'is no lexicon'],
  ])('refuses %s as a wrong argument, and names it', (_, name, text, message) => {
    if (text !== null) write(name, text);
    const load = () => loadLexicon('data', [join(folder, name)]);
    expect(load).toThrow(WrongLexicon);
    expect(load).toThrow(message);
    expect(load).toThrow(join(folder, name));
  });

  it('leaves out a line with a form that is too long for the index, and names it', () => {
    const path = write(
      'long.tsv',
      HEADER,
      row('长'.repeat(256)),
      row('自己的新提法', 'set', '短'.repeat(300)),
      row('长'.repeat(255)),
    );
    const { entries, problems } = loadLexicon('data', [path]);
    expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual(['long.tsv:2', 'long.tsv:3']);
    expect(problems[0]?.message).toContain('longer than 255');
    expect(compileLexicon(entries).forms.has('长'.repeat(255))).toBe(true);
  });

  it('wins over a shipped trap', () => {
    const path = write('win.tsv', HEADER, row('白名单'));
    const { entries, problems } = loadLexicon('data', [path]);
    expect(problems).toEqual([]);
    expect(compileLexicon(entries).forms.get('白名单')).toMatchObject([{ kind: 'set', file: 'win.tsv' }]);
  });

  it('takes from a trap only the forms that it lists', () => {
    const trap = parseLexicon(
      [HEADER, row('甲名单', 'trap', '乙名单|三个名单')].join('\n'),
      'traps.tsv',
    ).entries;
    const own = (...rows: readonly string[]) => parseLexicon([HEADER, ...rows].join('\n'), 'own.tsv').entries;
    const kept = giveWay(trap, own(row('甲名单'), row('3个名单', 'numeral')));
    expect(kept).toMatchObject([{ kind: 'trap', canonical: '乙名单', variants: [] }]);
    expect(giveWay(trap, own(row('甲名单'), row('乙名单'), row('三个名单')))).toEqual([]);
    expect(giveWay(trap, own(row('甲名单', 'trap')))).toEqual(trap);
  });
});

it('fills the index up to its size and names the first line of every file that finds no room', () => {
  const entriesOf = (file: string, ...forms: readonly string[]) =>
    parseLexicon([HEADER, ...forms.map((form) => row(form))].join('\n'), file).entries;
  const all = [
    ...entriesOf('a.tsv', '甲提法', '乙提法'),
    ...entriesOf('b.tsv', '丙提法', '丁提法'),
    ...entriesOf('c.tsv', '戊提法'),
  ];
  expect(fitIndex(all, 5)).toEqual({ entries: all, problems: [] });
  const { entries, problems } = fitIndex(all, 2);
  expect(entries.map((e) => e.canonical)).toEqual(['甲提法', '乙提法']);
  expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual(['b.tsv:2', 'c.tsv:2']);
});
