import fc from 'fast-check';
import { expect, test } from 'vitest';
import { poisson, wilson } from './intervals';

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
    }),
  );
});

test('what is no count is our own mistake', () => {
  expect(() => wilson(3, 2)).toThrow(RangeError);
  expect(() => poisson(1.5)).toThrow(RangeError);
});
