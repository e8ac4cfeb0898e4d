import { expect, test } from 'vitest';
import { makeTrend } from '@/lib/format/trend';
import { linePaths, scaleOf } from './trend-shapes';

/** Shares of four years; what is unfinished is named. */
function paths(totals: readonly number[], unfinished: readonly number[]) {
  const rows = totals.map((totalReports, i) => ({
    bucket: `${2020 + i}-01-01`,
    mentions: totalReports / 2,
    reports: totalReports / 2,
    totalReports,
    totalCharacters: 1000 * totalReports,
  }));
  const trend = makeTrend([{ key: 'all', name: 'all', rows }], {
    measure: 'share',
    end: (b) => `${Number(b.slice(0, 4)) + 1}-01-01`,
    label: (b) => b,
    href: (b) => b,
    asOf: '2030-01-01',
    warnings: (b) => (unfinished.includes(Number(b.slice(0, 4)) - 2020) ? ['unfinished'] : []),
  });
  const [series] = trend.series;
  if (!series) throw new Error('there is one series');
  const { done, running } = linePaths(series, scaleOf(trend));
  const commands = (d: string) => d.replace(/[^A-Z]/g, '');
  return [commands(done), commands(running)];
}

test.each([
  ['all over', [40, 40, 40, 40], [], 'MLLL', ''],
  ['the last not over', [40, 40, 40, 40], [3], 'MLL', 'ML'],
  ['the first cut', [40, 40, 40, 40], [0], 'MLL', 'ML'],
  ['both', [40, 40, 40, 40], [0, 3], 'ML', 'MLML'],
  ['a gap before the last', [40, 40, 0, 40], [3], 'ML', ''],
] as const)('%s', (_, totals, unfinished, done, running) => {
  expect(paths(totals, unfinished)).toEqual([done, running]);
});
