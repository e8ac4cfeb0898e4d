import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { halfLife, silenceProbability, spreadShape } from './adoption';
import { normalisedPmi, pmi } from './association';
import { batchedBursts, burstLevels } from './bursts';
import { characterLength, cValues } from './c-value';
import { changePoints } from './change-points';
import { carrollD2, deviationOfProportions, juillandD } from './dispersion';
import { heatTier } from './heat';
import { kaplanMeier } from './kaplan-meier';
import {
  adjustForMany,
  chiSquareP,
  logLikelihood,
  logLikelihoodTable,
  logRatio,
  percentDifference,
  simpleMaths,
} from './keyness';
import { logOdds } from './log-odds';
import { meetingProbability, meetingThreshold } from './near-duplicate-odds';
import { smooth, smoothRates } from './smoothing';
import { mannKendall } from './trend-test';

const part = (count: number, size: number) => ({ count, size });

describe('keyness', () => {
  test.each([
    [52, 50_000, 57, 75_000, 2.6517, 4],
    [392, 1e6, 170, 1e6, 90.13, 2],
    [348, 1e6, 99, 1e6, 146.95, 2],
    [15, 1e6, 14, 1e6, 0.03, 2],
    [9, 1e6, 32, 1e6, -13.68, 2],
    [21, 1e6, 25, 1e6, -0.35, 2],
  ])('log-likelihood of %d in %d against %d in %d', (a, n, b, m, expected, digits) => {
    expect(logLikelihood(part(a, n), part(b, m))).toBeCloseTo(expected, digits);
  });
  test('log-likelihood of a table (Dunning 1993)', () =>
    expect(logLikelihoodTable(10, 0, 3, 31764)).toBeCloseTo(167.23, 2));
  test.each([
    [3.84, 0.05],
    [6.63, 0.01],
    [10.83, 0.001],
    [15.13, 0.0001],
  ])('%d is the cut-off of p = %d', (value, p) => expect(chiSquareP(value) / p).toBeCloseTo(1, 1));
  test('simple maths', () => {
    const [a, b] = [part(263, 1_559_716_979), part(35, 112_289_776)];
    expect((1e6 * a.count) / a.size).toBeCloseTo(0.1686, 4);
    expect((1e6 * b.count) / b.size).toBeCloseTo(0.3117, 4);
    expect(simpleMaths(b, a)).toBeCloseTo(1.1224, 4);
  });
  test('%DIFF', () =>
    expect(percentDifference(part(206_523, 959_641), part(178_174, 1_562_358))).toBeCloseTo(88.7, 1));
  test('log ratio', () => expect(logRatio(part(52, 50_000), part(57, 75_000))).toBeCloseTo(0.4525, 4));
  test('many tests at once', () => {
    expect(adjustForMany([0.01, 0.04, 0.03, 0.005]).map((p) => +p.toFixed(4))).toEqual([
      0.02, 0.04, 0.04, 0.02,
    ]);
  });
  test('log-odds with informative Dirichlet prior (Monroe, Colaresi & Quinn 2008)', () => {
    const words = 'the quick brown fox jumps over lazy pig purple lazier donkey'.split(' ');
    const count = (text: string) => words.map((w) => text.split(' ').filter((x) => x === w).length);
    const rows = logOdds(
      count('the quick brown fox jumps over the lazy pig'),
      count('the lazy purple pig jumps over the lazier donkey'),
      words.map(() => 0.05),
    );
    const of = (word: string) => rows[words.indexOf(word)];
    for (const w of ['quick', 'brown', 'fox']) {
      expect(of(w)?.delta).toBeCloseTo(3.1557, 4);
      expect(of(w)?.z).toBeCloseTo(0.6894227887, 10);
    }
    expect(words).toHaveLength(11);
    for (const w of ['purple', 'lazier', 'donkey']) {
      expect(of(w)?.delta).toBeCloseTo(-3.1557, 4);
      expect(of(w)?.z).toBeCloseTo(-0.6894227887, 10);
    }
    for (const w of ['the', 'jumps', 'over', 'lazy', 'pig']) expect(of(w)?.z).toBeCloseTo(0, 12);
  });
});

describe('phrases', () => {
  test('PMI', () => expect(pmi(8, 1105, 44, 15_000_000)).toBeCloseTo(11.2692, 4));
  test('normalised PMI', () => {
    const of = (a: number, b: number, c: number, d: number) => normalisedPmi(a, a + b, a + c, a + b + c + d);
    expect(of(10, 0, 0, 90)).toBeCloseTo(1, 12);
    expect(of(1, 9, 9, 81)).toBeCloseTo(0, 12);
  });
  test('C-value (Frantzi et al. 2000)', () => {
    const terms: [string, number, number][] = [
      ['adenoid cystic basal cell carcinoma', 5, 11.60964],
      ['cystic basal cell carcinoma', 11, 12],
      ['ulcerated basal cell carcinoma', 7, 14],
      ['recurrent basal cell carcinoma', 5, 10],
      ['circumscribed basal cell carcinoma', 3, 6],
      ['basal cell carcinoma', 984, 1551.361296],
    ];
    const values = cValues(terms.map(([t, frequency]) => ({ parts: t.split(' '), frequency })));
    terms.forEach(([, , expected], i) => {
      expect(values[i]).toBeCloseTo(expected, 5);
    });
  });
  test('short Chinese terms keep a weight', () =>
    expect(cValues([{ parts: ['稳'], frequency: 3 }], characterLength)).toEqual([3]));
});

describe('bursts', () => {
  const range = (from: number, to: number, step: number) =>
    Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
  const offsets = [
    0,
    100,
    200,
    300,
    400,
    ...range(410, 450, 5),
    ...range(451, 470, 2),
    ...range(480, 600, 5),
    700,
    ...range(710, 800, 5),
    900,
    1000,
  ];
  const runs = (levels: readonly number[]) => {
    const found: string[] = [];
    for (let from = 0; from < levels.length; ) {
      let to = from;
      while (levels[to] === levels[from] && to < levels.length) to++;
      found.push(`${levels[from]}×${to - from}`);
      from = to;
    }
    return found.join(', ');
  };
  test.each([
    [2, 1, '0×6, 1×8, 2×10, 1×25, 0×2, 1×18, 0×2'],
    [3, 1, '0×6, 1×43, 0×2, 1×18, 0×2'],
    [2, 3, '0×6, 1×43, 0×22'],
  ])('gaps form (Kleinberg 2002), s = %d, γ = %d', (s, gamma, expected) => {
    expect(offsets).toHaveLength(71);
    expect(offsets.slice(1).map((x, i) => x - (offsets[i] ?? 0))).toHaveLength(70);
    expect(runs(burstLevels(offsets, { s, gamma }))).toBe(expected);
  });
  test('batched form', () => {
    const bursts = batchedBursts([2, 1, 3, 2, 10, 12, 11, 9, 2, 1, 2, 3], new Array(12).fill(100), {
      s: 2,
      gamma: 1,
    });
    expect(bursts.map(({ first, last }) => [first + 1, last + 1])).toEqual([[5, 8]]);
    expect(bursts[0]?.weight).toBeCloseTo(10.4521, 4);
  });
  test('a steady stream has no burst', () => {
    expect(batchedBursts(new Array(24).fill(5), new Array(24).fill(100), { s: 2, gamma: 1 })).toEqual([]);
  });
});

describe('dispersion', () => {
  test('DP', () => {
    const { dp, dpNorm } = deviationOfProportions([1, 2, 3, 4, 5], [9, 10, 10, 10, 11]);
    expect(dp).toBeCloseTo(0.18, 10);
    expect(dpNorm).toBeCloseTo(0.2195, 4);
    expect(deviationOfProportions([2, 1, 0], [1, 1, 1])).toEqual({
      dp: expect.closeTo(1 / 3, 10),
      dpNorm: expect.closeTo(0.5, 10),
    });
  });
  test('Juilland D', () => expect(juillandD([0, 4, 3, 2, 1])).toBeCloseTo(0.6464, 4));
  test('Carroll D2', () => expect(carrollD2([2, 1, 1, 1, 0])).toBeCloseTo(0.8277, 4));
});

describe('adoption', () => {
  test('Kaplan–Meier', () => {
    const observations = '9,13,13+,18,23,28+,31,34,45+,48,161+'
      .split(',')
      .map((t) => ({ time: Number.parseInt(t, 10), adopted: !t.endsWith('+') }));
    const steps = kaplanMeier(observations);
    expect(steps.map((s) => s.time)).toEqual([9, 13, 18, 23, 31, 34, 48]);
    const expected = [0.9091, 0.8182, 0.7159, 0.6136, 0.4909, 0.3682, 0.1841];
    steps.forEach((s, i) => {
      expect(s.survival).toBeCloseTo(expected[i] ?? 0, 4);
    });
  });
  test('after a mandate all follow at once, imitation is slow, fast, slow', () => {
    expect(spreadShape([0, 1, 1, 2, 2, 3, 5, 20, 60, 90])).toBe('R');
    expect(spreadShape([0, 20, 35, 42, 48, 50, 53, 60, 75, 100])).toBe('S');
    expect(spreadShape([0, 80, 85, 88, 90, 92, 95, 97, 99, 100])).toBe('late');
    expect(spreadShape([0, 1, 2])).toBeNull();
  });
  test('half-life', () => {
    expect(halfLife([0.1, 0.4, 0.3, 0.1, 0.25, 0.1, 0.05])).toBe(4);
    expect(halfLife([0.1, 0.2, 0.4])).toBeNull();
    expect(halfLife([null, 0])).toBeNull();
  });
  test('silence', () => expect(silenceProbability(0.1, 20)).toBeCloseTo(0.12158, 5));
});

test('MinHash bands', () => {
  expect([0.4, 0.6, 0.8].map((s) => +meetingProbability(s, 20, 5).toFixed(3))).toEqual([0.186, 0.802, 1]);
  expect(meetingThreshold(20, 5)).toBeCloseTo(0.549, 3);
});

test('Nile 1871–1970: one change, after the 28th value (1898)', () => {
  const nile = [
    1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958,
    1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020,
    1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796,
    1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874,
    848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718,
    714, 740,
  ];
  expect(nile).toHaveLength(100);
  expect(changePoints(nile)).toEqual([28]);
});

test('trend', () => {
  expect(mannKendall([1, 2, 3, 4, 5])).toEqual({ s: 10, z: expect.closeTo(2.2045, 4) });
  expect(mannKendall([3, 3, 3])).toEqual({ s: 0, z: 0 });
});

test('heat', () => {
  expect([300, 120, 50, 20, 6, 1, 0].map((n) => heatTier(n, 1000))).toEqual([
    '沸',
    '烫',
    '热',
    '暖',
    '温',
    '冷',
    '冷',
  ]);
  expect(heatTier(0, 0)).toBeNull();
});

describe('smoothing', () => {
  test('is a centred mean, cut at the ends', () =>
    expect(smooth([1, 2, 3, null, 5], 1)).toEqual([1.5, 2, 2.5, null, 5]));
  test('of rates takes numerators and denominators apart', () => {
    const row = (reports: number, totalReports: number) => ({
      mentions: 2 * reports,
      reports,
      totalReports,
      totalCharacters: 1000 * totalReports,
    });
    const rows = [row(1, 10), row(9, 30), row(0, 0), row(0, 20)];
    expect(smoothRates('share', rows, 1)).toEqual([0.25, 0.25, null, 0]);
    expect(smoothRates('million', rows, 1)).toEqual([500, 500, null, 0]);
    expect(smoothRates('mentions', rows, 1)).toEqual([10, 10, null, 0]);
  });
  test('of nothing is the series', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat())), (xs) => {
        expect(smooth(xs, 0)).toEqual(xs);
      }),
    );
  });
});
