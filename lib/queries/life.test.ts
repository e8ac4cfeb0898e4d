import { describe, expect, test } from 'vitest';
import { generateDemo } from '@/lib/demo/generate-demo';
import { SLOGAN_LIVES } from '@/lib/demo/slogan-lives';
import { type LifeEventKind, lifeOfSeries, type MonthlyCount } from './life-of-series';

function monthsFrom(first: string, counts: readonly (readonly [number, number])[]): MonthlyCount[] {
  const [year = 0, month = 0] = first.split('-').map(Number);
  return counts.map(([reports, totalReports], i) => ({
    bucket: new Date(Date.UTC(year, month - 1 + i, 1)).toISOString().slice(0, 10),
    reports,
    totalReports,
  }));
}

const repeat = (n: number, pair: readonly [number, number]) => Array.from({ length: n }, () => pair);

function only(months: MonthlyCount[], kind: LifeEventKind) {
  return lifeOfSeries(months).events.filter((e) => e.event === kind);
}

describe('planted', () => {
  test('a planted end is an end, and the last month stays the last', () => {
    const months = monthsFrom('2018-01', [...repeat(24, [10, 100]), ...repeat(12, [0, 100])]);
    const life = lifeOfSeries(months);
    expect(life.gone).toBe(true);
    expect(life.events.find((e) => e.event === 'last')).toMatchObject({
      from: '2019-12-01',
      totalReports: 1200,
    });
    expect(life.events.filter((e) => e.event === 'change').map((e) => e.from)).toEqual(['2020-01-01']);
    expect(life.trend?.z).toBeLessThan(-3);
  });

  test('a rare slogan with busy months does not change its level every month', () => {
    // Said in one month of three, and much in each March: most neighbours do not differ at all.
    const counts = Array.from(
      { length: 96 },
      (_, i) => [i % 12 === 2 ? 12 : i % 3 === 0 ? 2 : 0, 450] as const,
    );
    expect(only(monthsFrom('2016-01', counts), 'change')).toEqual([]);
    const steady = Array.from({ length: 60 }, (_, i) => [i % 3 === 0 ? 0 : 4 + (i % 2), 450] as const);
    const ends = monthsFrom('2016-01', [...steady, ...repeat(36, [0, 450])]);
    expect(only(ends, 'change').map((e) => e.from)).toEqual(['2021-01-01']);
  });

  test('a source that delivers nothing any more is no end', () => {
    const months = monthsFrom('2018-01', [...repeat(24, [10, 100]), ...repeat(12, [0, 0])]);
    expect(lifeOfSeries(months).gone).toBe(false);
  });

  test('a silence that chance explains is none', () => {
    const rare = monthsFrom('2018-01', [
      ...repeat(12, [1, 100]),
      ...repeat(4, [0, 10]),
      ...repeat(6, [1, 100]),
    ]);
    expect(only(rare, 'silence')).toEqual([]);
    const common = monthsFrom('2018-01', [
      ...repeat(12, [9, 100]),
      ...repeat(4, [0, 100]),
      ...repeat(6, [9, 100]),
    ]);
    expect(only(common, 'silence')).toMatchObject([{ from: '2019-01-01', until: '2019-04-01' }]);
    expect(only(common, 'return')).toMatchObject([{ from: '2019-05-01' }]);
  });

  test('use that halves every three months has that half-life, about', () => {
    const counts = Array.from({ length: 24 }, (_, i) => [Math.round(400 * 2 ** (-i / 3)), 1000] as const);
    const [half] = only(monthsFrom('2020-01', [[10, 1000], ...counts]), 'half-life');
    expect(half?.value).toBeGreaterThanOrEqual(3);
    expect(half?.value).toBeLessThanOrEqual(4);
  });

  test('three mentions have a first and a last, and no story', () => {
    const life = lifeOfSeries(
      monthsFrom('2020-01', [
        [1, 30],
        [0, 30],
        [2, 30],
        [0, 3],
      ]),
    );
    expect(life).toMatchObject({ few: true, trend: null, gone: false });
    expect(life.events.map((e) => e.event)).toEqual(['debut', 'last']);
  });

  test('no mention has nothing', () => {
    expect(lifeOfSeries(monthsFrom('2020-01', repeat(3, [0, 10]))).events).toEqual([]);
  });
});

describe('on the generated corpus', () => {
  const truth = [...generateDemo({ seed: 5, documents: 12_000 })].map((d) => d.truth);
  const totals = new Map<string, number>();
  for (const t of truth) totals.set(t.date.slice(0, 7), (totals.get(t.date.slice(0, 7)) ?? 0) + 1);
  const seriesOf = (slogan: string, within: string): MonthlyCount[] =>
    [...totals.keys()].sort().map((month) => {
      const reports = truth.filter((t) => t.date.startsWith(month) && t.place.startsWith(within));
      const holding = reports.filter((t) => (t.slogans[slogan] ?? 0) > 0);
      return { bucket: `${month}-01`, reports: holding.length, totalReports: reports.length };
    });
  const distance = (a: string, b: string) =>
    Math.abs(
      (Number(a.slice(0, 4)) - Number(b.slice(0, 4))) * 12 + Number(a.slice(5, 7)) - Number(b.slice(5, 7)),
    );

  // Those of a smaller factor are planted into the rise of a slogan, where they cannot be told from it.
  const bursting = SLOGAN_LIVES.filter((l) => (l.burst?.factor ?? 0) >= 1.8);

  test.each(bursting.map((l) => [l.slogan, l] as const))(
    'the burst of %s is found within a month',
    (_, life) => {
      const bursts = only(seriesOf(life.slogan, life.within), 'burst');
      const near = bursts.some(
        (b) =>
          distance(b.from, life.burst?.from ?? '') <= 1 && distance(b.until, life.burst?.until ?? '') <= 1,
      );
      expect(near, JSON.stringify(bursts.map((b) => [b.from, b.until]))).toBe(true);
    },
  );
});
