import { describe, expect, it } from 'vitest';
import { chosenBuckets } from './coverage-strip';

const months = ['2020-11', '2020-12', '2021-01', '2021-02', '2021-03'].map((m) => ({
  from: m,
  until: m,
  label: m,
  reports: 1,
}));
const quarters = [
  { from: '2020-10-01', until: '2020-12-31', label: '', reports: 1 },
  { from: '2021-01-01', until: '2021-03-31', label: '', reports: 1 },
];

describe('chosenBuckets', () => {
  it.each([
    [undefined, undefined, [0, 4]],
    ['2021', undefined, [2, 4]],
    ['2021-02', '2021-02', [3, 3]],
    [undefined, '2020', [0, 1]],
    ['2021-01-15', '2021-02-03', [2, 3]],
    ['2022', undefined, [4, 4]],
  ])('months from %s until %s', (from, until, range) =>
    expect(chosenBuckets(months, from, until)).toEqual(range),
  );

  it('reads quarters', () => {
    expect(chosenBuckets(quarters, '2021', '2021')).toEqual([1, 1]);
    expect(chosenBuckets(quarters, '2020-11', '2021-01')).toEqual([0, 1]);
  });
});
