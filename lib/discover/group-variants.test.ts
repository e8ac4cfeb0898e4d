import { expect, test } from 'vitest';
import { groupVariants } from './group-variants';

type Row = readonly [phrase: string, frequency: number];

function grouped(rows: readonly Row[]): Record<string, readonly string[]> {
  const ranked = rows.map(([phrase, frequency]) => ({ phrase, frequency, quoted: 0 }));
  return Object.fromEntries(
    groupVariants(ranked, 100).map((g) => [g.head.phrase, g.variants.map((v) => v.phrase)]),
  );
}

test.each<[string, readonly Row[], Record<string, readonly string[]>]>([
  [
    'a fragment joins the whole',
    [
      ['中央八项规定', 100],
      ['八项规定', 110],
    ],
    { 中央八项规定: ['八项规定'] },
  ],
  [
    'what often stands by itself stays',
    [
      ['四个意识', 100],
      ['意识', 900],
    ],
    { 四个意识: [], 意识: [] },
  ],
  [
    'a part of a chain gives way to the chain',
    [
      ['大局意识、核心意识', 40],
      ['政治意识、大局意识、核心意识、看齐意识', 38],
    ],
    { '政治意识、大局意识、核心意识、看齐意识': ['大局意识、核心意识'] },
  ],
  [
    'a longer wording that takes most occurrences joins',
    [
      ['强国建设、民族复兴', 100],
      ['强国建设、民族复兴伟业', 80],
    ],
    { '强国建设、民族复兴': ['强国建设、民族复兴伟业'] },
  ],
  [
    'a verb in front makes no new phrase',
    [
      ['乡村振兴', 100],
      ['推进乡村振兴', 20],
    ],
    { 乡村振兴: [] },
  ],
  [
    'even where it ranks before the bare phrase',
    [
      ['推动高质量发展', 20],
      ['高质量发展', 80],
    ],
    { 高质量发展: ['推动高质量发展'] },
  ],
  [
    'an extension that is a canonical wording of its own stays',
    [
      ['新发展', 100],
      ['新发展理念', 50],
    ],
    { 新发展: [], 新发展理念: [] },
  ],
])('%s', (_, rows, expected) => {
  expect(grouped(rows)).toEqual(expected);
});

test('stops at the limit', () => {
  expect(
    groupVariants(
      ['四个意识', '两个维护', '六稳六保'].map((phrase) => ({ phrase, frequency: 10, quoted: 0 })),
      2,
    ),
  ).toHaveLength(2);
});
