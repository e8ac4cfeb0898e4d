import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileLexicon } from './compile-lexicon';
import { type LexiconEntry, parseLexicon } from './lexicon';
import { loadLexicon } from './load-lexicon';

const HEADER =
  'canonical\tkind\tvariants\tmembers\tgloss\tdomain\tintroduced\toccasion\tlevel\tplace\tproof\twhen\tunless\tnote';

function line(cells: Readonly<Record<string, string>>): string {
  return HEADER.split('\t')
    .map((name) => cells[name] ?? '')
    .join('\t');
}

describe('parseLexicon', () => {
  it('reads a line and leaves empty cells empty', () => {
    const text = [
      HEADER,
      '# a comment',
      line({ canonical: '六稳', kind: 'numeral', members: '稳就业|稳金融' }),
    ].join('\n');
    const { entries, problems } = parseLexicon(text, 'a.tsv');
    expect(problems).toEqual([]);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      canonical: '六稳',
      members: ['稳就业', '稳金融'],
      introduced: null,
      line: 3,
    });
  });

  it.each([
    ['too few columns', '六稳\tnumeral', 'columns'],
    ['an unknown kind', line({ canonical: '六稳', kind: 'numerals' }), 'kind'],
    ['a date that is none', line({ canonical: '六稳', kind: 'numeral', introduced: '2018-13' }), 'date'],
    ['a place that is no code', line({ canonical: '六稳', kind: 'numeral', place: '广东' }), 'place'],
    ['a form of one character', line({ canonical: '稳', kind: 'set' }), 'shorter'],
  ])('reports %s', (_, raw, message) => {
    const { entries, problems } = parseLexicon(`${HEADER}\n${raw}`, 'a.tsv');
    expect(entries).toEqual([]);
    expect(problems[0]?.message).toContain(message);
    expect(problems[0]).toMatchObject({ file: 'a.tsv', line: 2 });
  });

  it('reports a form that stands twice, unless sense words tell the entries apart', () => {
    const first = line({ canonical: '动态清零', kind: 'set' });
    const plain = line({ canonical: '清零', kind: 'set', variants: '动态清零' });
    const marked = line({ canonical: '动态清零（拖欠）', kind: 'set', variants: '动态清零', when: '欠薪' });
    expect(parseLexicon([HEADER, first, plain].join('\n'), 'a.tsv').problems).toHaveLength(1);
    expect(parseLexicon([HEADER, first, marked].join('\n'), 'a.tsv').problems).toEqual([]);
  });

  it.each([
    ['另一种顿号，另一种逗号', '另一种顿号、另一种逗号'],
    ['三个“放心”', '三个放心'],
    ['三个放心', '3个放心'],
    ['三个放心', '三个放心（旧）'],
  ])('reports a form that stands twice in another spelling: %s, %s', (one, other) => {
    const rows = [one, other].map((canonical) => line({ canonical, kind: 'set' }));
    const { problems } = parseLexicon([HEADER, ...rows].join('\n'), 'a.tsv');
    expect(problems).toMatchObject([{ file: 'a.tsv', line: 3 }]);
  });
});

it('the shipped lexicon names every slogan once: the store knows them by their canonical form', () => {
  const named = loadLexicon('data', [])
    .entries.filter((e) => e.kind !== 'trap')
    .map((e) => e.canonical);
  expect(named.filter((name, i) => named.indexOf(name) !== i)).toEqual([]);
});

/** The members of a slogan in no order; null where it has none of its own. */
function membersInAnyOrder({ canonical, members }: LexiconEntry): string | null {
  const clauses = canonical
    .replace(/（[^（）]*）$/, '')
    .replace(/[“”‘’]/g, '')
    .split(/[、，；,;]/);
  const parts = clauses.length > 1 ? clauses : members;
  return parts.length > 1 ? [...parts].sort().join('|') : null;
}

it('the shipped lexicon lists no saying twice for the order of its members: orders are variants', () => {
  const owner = new Map<string, string>();
  const twice: string[] = [];
  for (const entry of loadLexicon('data', []).entries) {
    const members = entry.kind === 'parallel' ? membersInAnyOrder(entry) : null;
    if (members === null) continue;
    const other = owner.get(members);
    if (other !== undefined) twice.push(`${entry.canonical} = ${other}`);
    owner.set(members, entry.canonical);
  }
  expect(twice).toEqual([]);
});

describe('compileLexicon', () => {
  it('expands separators and digits', () => {
    const rows = [
      line({ canonical: '外防输入、内防反弹', kind: 'parallel' }),
      line({ canonical: '四个意识', kind: 'numeral' }),
      line({ canonical: '五个100%', kind: 'numeral' }),
    ];
    const { forms } = compileLexicon(parseLexicon([HEADER, ...rows].join('\n'), 'a.tsv').entries);
    expect([...forms.keys()]).toEqual([
      '外防输入、内防反弹',
      '外防输入内防反弹',
      '四个意识',
      '4个意识',
      '五个100%',
      '5个100%',
      '五个百分之百',
      '5个百分之百',
    ]);
  });
});

describe('the shipped lexicon', () => {
  const data = new URL('../../data', import.meta.url).pathname;
  it('has no problems', () => {
    expect(loadLexicon(data).problems).toEqual([]);
  });

  it('names no document as proof that a truth holds which nobody is to read', () => {
    const held = readdirSync(`${data}/truth`)
      .filter((name) => name.startsWith('slogans-measured'))
      .flatMap((name) => readFileSync(`${data}/truth/${name}`, 'utf8').match(/(?<="id":\s*")[^"]+/g) ?? []);
    expect(held.length).toBeGreaterThan(0);
    const named = loadLexicon(data).entries.filter(({ proof }) => held.some((id) => proof.includes(id)));
    expect(named.map(({ file, line }) => `${file}:${line}`)).toEqual([]);
  });

  it('compares entries only with forms that there are', () => {
    const { entries } = loadLexicon(data);
    const forms = new Set(entries.flatMap((entry) => [entry.canonical, ...entry.variants]));
    const lost = entries.filter(({ note }) => {
      const other = /akin to ([^;]+)/.exec(note)?.[1]?.trim();
      return other !== undefined && !forms.has(other);
    });
    expect(lost.map(({ file, line, note }) => `${file}:${line} ${note}`)).toEqual([]);
  });
});
