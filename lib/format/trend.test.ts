import { describe, expect, it } from 'vitest';
import { emptyRuns, makeTrend, niceTicks, timeTicks } from './trend';

const row = (bucket: string, mentions: number, reports: number, totalReports: number) => ({
  bucket,
  mentions,
  reports,
  totalReports,
  totalCharacters: totalReports * 1000,
});
const options = {
  measure: 'share' as const,
  end: (b: string) => `${Number(b.slice(0, 4)) + 1}-01-01`,
  label: (b: string) => b.slice(0, 4),
  href: (b: string, key: string) => `/${key}/${b}`,
  asOf: '2022-06-30',
};

describe('makeTrend', () => {
  const rows = [row('2020-01-01', 30, 25, 100), row('2021-01-01', 0, 0, 0), row('2022-01-01', 1, 1, 5)];
  const trend = makeTrend([{ key: 'all', name: 'All', rows }], options);
  const [full, none, last] = trend.series[0]?.cells ?? [];

  it('keeps no documents apart from zero', () => {
    expect(none).toMatchObject({ state: 'empty', value: null });
    expect(emptyRuns(trend)).toEqual([[1, 1]]);
  });
  it('has the numerator, the denominator and the interval of every point', () => {
    expect(full).toMatchObject({ state: 'data', value: 0.25, reports: 25, totalReports: 100, thin: false });
    expect(full?.low).toBeCloseTo(0.1755, 3);
    expect(full?.high).toBeCloseTo(0.343, 3);
  });
  it('marks what is unfinished and thin', () => expect(last).toMatchObject({ state: 'running', thin: true }));
});

describe('niceTicks', () => {
  it.each([
    [0.37, 'share', [0, 0.1, 0.2, 0.3, 0.4]],
    [1, 'share', [0, 0.25, 0.5, 0.75, 1]],
    [3, 'mentions', [0, 1, 2, 3]],
    [0, 'mentions', [0, 1]],
    [130, 'million', [0, 50, 100, 150]],
  ] as const)('up to %s of %s', (top, measure, ticks) => expect(niceTicks(top, measure)).toEqual(ticks));
});

describe('timeTicks', () => {
  it('stand at the beginnings of years', () => {
    const months = Array.from(
      { length: 36 },
      (_, i) => `${2020 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-01`,
    );
    expect(timeTicks(months, 8)).toEqual([0, 12, 24]);
    expect(timeTicks(months.slice(0, 6), 3)).toEqual([0, 2, 4]);
  });
});
