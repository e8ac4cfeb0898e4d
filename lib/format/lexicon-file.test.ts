import { expect, it } from 'vitest';
import { parseLexicon } from '@/lib/match/lexicon';
import { type FoundPhrase, lexiconFile } from './lexicon-file';

const found = (phrase: string, more: Partial<FoundPhrase> = {}): FoundPhrase => ({
  phrase,
  shape: 'phrase',
  variants: [],
  frequency: 12,
  documents: 8,
  places: 5,
  firstDay: '2019-03-01',
  lastDay: '2022-04-02',
  contexts: [{ document: null }, { document: '123' }],
  ...more,
});

it('is read back as it was meant, without a problem', () => {
  const text = lexiconFile(
    [
      found('三提三效', { shape: 'numeral', variants: ['“三提三效”', '3提3效'] }),
      found('守底线、防风险', { shape: 'parallel' }),
      found('1+3+N', { shape: 'formula' }),
      found('一线工作法'),
    ],
    'data version 7',
  );
  const { entries, problems } = parseLexicon(text, 'accepted.tsv');
  expect(problems).toEqual([]);
  expect(entries.map((e) => [e.canonical, e.kind])).toEqual([
    ['三提三效', 'numeral'],
    ['守底线、防风险', 'parallel'],
    ['1+3+N', 'formula'],
    ['一线工作法', 'set'],
  ]);
  expect(entries[0]?.variants).toEqual(['“三提三效”', '3提3效']);
  expect(entries[1]?.members).toEqual(['守底线', '防风险']);
  expect(entries[0]?.proof).toBe('document 123');
  expect(entries[0]?.note).toBe('found 12 times in 8 documents of 5 places, 2019-03-01 to 2022-04-02');
});

it('has no form twice, and nothing that would break a line', () => {
  const text = lexiconFile(
    [
      found('四早五最', { variants: ['四早\t五最', '四早五最'] }),
      found('五最四早', { variants: ['四早五最'] }),
      found('四早五最'),
      found('早'),
      found('#一号'),
    ],
    'one\ntwo',
  );
  const { entries, problems } = parseLexicon(text, 'accepted.tsv');
  expect(problems).toEqual([]);
  expect(entries.map((e) => e.canonical)).toEqual(['四早五最', '五最四早']);
  expect(entries[1]?.variants).toEqual([]);
});
