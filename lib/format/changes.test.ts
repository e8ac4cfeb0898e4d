import { expect, it } from 'vitest';
import { changeScore, sortChanges } from './changes';

it('scores a doubled share by its standard error', () => {
  // 20 of 100 against 10 of 100: pooled 0.15, standard error 0.0505
  expect(changeScore(20, 100, 10, 100)).toBeCloseTo(1.98, 2);
  expect(changeScore(1, 10, 0, 0)).toBe(0);
});

it('tells rising, falling, fresh and gone apart', () => {
  const row = (id: string, now: number, before: number, first: string) => ({ id, now, before, first });
  const rows = [
    row('rising', 60, 20, '2019-01-01'),
    row('falling', 20, 60, '2019-01-01'),
    row('steady', 20, 21, '2019-01-01'),
    row('fresh', 5, 0, '2021-02-01'),
    row('back', 5, 0, '2018-02-01'),
    row('gone', 0, 9, '2019-01-01'),
    row('rare', 0, 1, '2019-01-01'),
  ];
  const sorted = sortChanges(rows, { reportsNow: 200, reportsBefore: 200 }, '2021-01-01', 10);
  expect(sorted.rising.map((r) => r.id)).toEqual(['rising']);
  expect(sorted.falling.map((r) => r.id)).toEqual(['falling']);
  expect(sorted.fresh.map((r) => r.id)).toEqual(['fresh']);
  expect(sorted.gone.map((r) => r.id)).toEqual(['gone']);
});
