import fc from 'fast-check';
import { expect, test } from 'vitest';
import { poisson, poissonOfClusters, wilson } from './intervals';

/** All intervals are of 95 %. */
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('wilson: %d of %d', (k, n, low, high) => {
  expect(wilson(k, n).low).toBeCloseTo(low, 4);
  expect(wilson(k, n).high).toBeCloseTo(high, 4);
});

test.each([
  [0, 0, 3.6889],
  [1, 0.0253, 5.5716],
  [5, 1.6235, 11.6683],
  [10, 4.7954, 18.3904],
  [100, 81.364, 121.627],
])('poisson: %d events', (k, low, high) => {
  expect(poisson(k).low).toBeCloseTo(low, k === 100 ? 3 : 4);
  expect(poisson(k).high).toBeCloseTo(high, k === 100 ? 3 : 4);
});

test('poisson: 137 events in 24.19893 units', () => {
  const exposure = 24.19893;
  expect(137 / exposure).toBeCloseTo(5.66141, 5);
  expect(poisson(137).low / exposure).toBeCloseTo(4.75312, 5);
  expect(poisson(137).high / exposure).toBeCloseTo(6.69271, 5);
});

test('intervals contain the estimate', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(5000), (a, b) => {
      const [k, n] = [Math.min(a, b), Math.max(a, b)];
      if (n === 0) return;
      const w = wilson(k, n);
      expect(w.low).toBeLessThanOrEqual(k / n);
      expect(w.high).toBeGreaterThanOrEqual(k / n);
      const p = poisson(k);
      expect(p.low).toBeLessThanOrEqual(k);
      expect(p.high).toBeGreaterThanOrEqual(k);
      const c = poissonOfClusters(n, k);
      expect(c.low).toBeLessThanOrEqual(n);
      expect(c.high).toBeGreaterThanOrEqual(n);
      expect(c.high - c.low).toBeGreaterThanOrEqual(poisson(n).high - poisson(n).low - 1e-9);
    }),
  );
});

test('what is no count is our own mistake', () => {
  expect(() => wilson(3, 2)).toThrow(RangeError);
  expect(() => poisson(1.5)).toThrow(RangeError);
});

test('mentions one a report have the exact Poisson interval', () => {
  for (const k of [0, 1, 5, 137]) expect(poissonOfClusters(k, k)).toEqual(poisson(k));
});

test('where reports repeat it, the interval holds the true rate as often as it says, and the plain one does not', () => {
  let state = 12345;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 4_294_967_296;
  };
  // 300 reports, one in six holds it, twice in the mean (geometric): 100 mentions are expected.
  const runs = Array.from({ length: 2_000 }, () => {
    const sizes = Array.from({ length: 300 }, () =>
      random() < 1 / 6 ? 1 + Math.floor(Math.log(random()) / Math.log(0.5)) : 0,
    );
    return { mentions: sizes.reduce((a, b) => a + b, 0), reports: sizes.filter((n) => n > 0).length };
  });
  const covered = (of: (r: (typeof runs)[number]) => { low: number; high: number }) =>
    runs.filter((r) => of(r).low <= 100 && of(r).high >= 100).length / runs.length;
  expect(covered((r) => poissonOfClusters(r.mentions, r.reports))).toBeGreaterThan(0.94);
  expect(covered((r) => poisson(r.mentions))).toBeLessThan(0.85);
});
