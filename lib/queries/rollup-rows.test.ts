import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { piecesOf } from './rollup-rows';

const DAY = 86_400_000;
const day = fc
  .integer({ min: Date.parse('2015-01-01') / DAY, max: Date.parse('2024-12-31') / DAY })
  .map((n) => new Date(n * DAY).toISOString().slice(0, 10));
const coarsest = fc.constantFrom('year' as const, 'month' as const, 'day' as const);

describe('a period in pieces', () => {
  test('is whole years, and the months and days that are left', () => {
    expect(piecesOf('2018-11-20', '2021-02-10', 'year')).toEqual([
      { level: 'day', from: '2018-11-20', until: '2018-12-01' },
      { level: 'month', from: '2018-12-01', until: '2019-01-01' },
      { level: 'year', from: '2019-01-01', until: '2021-01-01' },
      { level: 'month', from: '2021-01-01', until: '2021-02-01' },
      { level: 'day', from: '2021-02-01', until: '2021-02-10' },
    ]);
    expect(piecesOf('2019-01-01', '2021-01-01', 'month')).toEqual([
      { level: 'month', from: '2019-01-01', until: '2021-01-01' },
    ]);
    expect(piecesOf('2019-01-05', '2019-01-20', 'year')).toEqual([
      { level: 'day', from: '2019-01-05', until: '2019-01-20' },
    ]);
  });

  test('has every day in exactly one, and each piece begins and ends with what it is made of', () => {
    fc.assert(
      fc.property(day, day, coarsest, (a, b, level) => {
        const [from, until] = a < b ? [a, b] : [b, a];
        const pieces = piecesOf(from, until, level);
        let at = from;
        for (const p of pieces) {
          expect(p.from).toBe(at);
          expect(p.until > p.from).toBe(true);
          at = p.until;
          if (p.level === 'month') expect(p.from.slice(8) + p.until.slice(8)).toBe('0101');
          if (p.level === 'year') expect(p.from.slice(5) + p.until.slice(5)).toBe('01-0101-01');
        }
        expect(at).toBe(until);
      }),
    );
  });
});
