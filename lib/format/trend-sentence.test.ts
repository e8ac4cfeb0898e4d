import { describe, expect, it } from 'vitest';
import { LOCALES } from '@/lib/i18n/locale';
import { translator } from '@/lib/i18n/translator';
import { numbers } from './numbers';
import { makeTrend } from './trend';
import { formatValue, trendSentence } from './trend-sentence';

const years = (...reports: (number | null)[]) =>
  reports.map((r, i) => ({
    bucket: `${2018 + i}-01-01`,
    mentions: r ?? 0,
    reports: r ?? 0,
    totalReports: r === null ? 0 : 100,
    totalCharacters: 0,
  }));

function say(locale: (typeof LOCALES)[number], ...reports: (number | null)[]): string {
  const trend = makeTrend([{ key: 'a', name: '六稳', rows: years(...reports) }], {
    measure: 'share',
    end: (b) => b,
    label: (b) => b.slice(0, 4),
    href: () => '/',
    asOf: '2030-01-01',
  });
  return trendSentence(trend, translator(locale), numbers(locale));
}

describe('trendSentence', () => {
  it.each([
    ['en', [3, 41, 2], '六稳: 3% in 2018; peaks at 41% in 2019; 2% in 2020.'],
    ['en', [41, 2, 0], '六稳: 41% in 2018; not said after 2019.'],
    ['en', [0, 0], '六稳: not once from 2018 to 2019.'],
    ['en', [null, 3, null], '六稳: 3% in 2019. 2 intervals have no documents.'],
    ['en', [null], '六稳: no documents in this period.'],
    ['zh-CN', [3, 41, 2], '六稳在2018为3%，2019最高，达41%，到2020为2%。'],
    ['zh-TW', [3, 41, 0], '六稳在2018為3%，2019最高，達41%，2019之後不再出現。'],
  ] as const)('%s: %o', (locale, reports, sentence) => expect(say(locale, ...reports)).toBe(sentence));
});

it('values have units in every language', () => {
  const values = LOCALES.map((l) =>
    [1204, 1].map((v) => formatValue(v, 'mentions', translator(l), numbers(l))),
  );
  expect(values).toEqual([
    ['1,204 次', '1 次'],
    ['1,204 次', '1 次'],
    ['1,204 times', 'once'],
  ]);
});
