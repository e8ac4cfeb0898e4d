import { expect, test } from 'vitest';
import { rateOf } from './rates';

const counts = { mentions: 0, reports: 0, totalReports: 0, totalCharacters: 0 };

test.each([
  [1, 117036, 0.000854438],
  [11, 212928, 0.0051660655],
  [9, 34061, 0.0264231819],
  [4, 612, 0.6535947712],
])('a share says how thin its denominator is: %d of %d', (reports, totalReports, percent) => {
  const rate = rateOf('share', { ...counts, reports, totalReports });
  expect(((rate.value ?? 0) * 100).toFixed(10)).toBe(percent.toFixed(10));
});

test('the largest share of a thin denominator has the widest interval', () => {
  const wide = rateOf('share', { ...counts, reports: 4, totalReports: 612 });
  const narrow = rateOf('share', { ...counts, reports: 11, totalReports: 212928 });
  expect(wide.high - wide.low).toBeGreaterThan(100 * (narrow.high - narrow.low));
});

test('no documents is not zero', () => {
  expect(rateOf('share', counts).value).toBeNull();
  expect(rateOf('million', counts).value).toBeNull();
  expect(rateOf('share', { ...counts, totalReports: 40 }).value).toBe(0);
});

test('few reports are marked as thin', () => {
  expect(rateOf('share', { ...counts, reports: 2, totalReports: 3 }).thin).toBe(true);
  expect(rateOf('share', { ...counts, reports: 2, totalReports: 300 }).thin).toBe(false);
});

test('of characters the cell with the thin denominator is the one that is greyed, and its interval is the widest', () => {
  const rows = [
    [1, 117036],
    [11, 212928],
    [9, 34061],
    [4, 612],
  ] as const;
  const rates = rows.map(([mentions, totalCharacters]) =>
    rateOf('million', { ...counts, mentions, totalCharacters, reports: mentions, totalReports: 20 }),
  );
  expect(rates.map((r) => r.thin)).toEqual([false, false, false, true]);
  const widths = rates.map((r) => r.high - r.low);
  expect(widths.indexOf(Math.max(...widths))).toBe(3);
  for (const r of rates) expect(r.value).toBeLessThanOrEqual(r.high);
});

test('both measures are shown because they diverge: repeating moves one, and the share ends at 100 %', () => {
  const all = { mentions: 300, reports: 50, totalReports: 50, totalCharacters: 100_000 };
  expect(rateOf('share', all).value).toBe(1);
  expect(rateOf('million', all).value).toBeCloseTo(3000, 9);
  expect(rateOf('share', { ...all, mentions: 600 }).value).toBe(1);
  expect(rateOf('million', { ...all, mentions: 600 }).value).toBeCloseTo(6000, 9);
});
