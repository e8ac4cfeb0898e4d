import { describe, expect, it } from 'vitest';
import { comparedPeriods } from './periods';

const stored = { first: '2018-01-05', last: '2023-06-30' };

describe('comparedPeriods', () => {
  it.each([
    ['a month', '2023-03', '2023-03', { from: '2023-02', until: '2023-02' }],
    ['a year', '2021', '2021', { from: '2020-01', until: '2020-12' }],
    ['a quarter across years', '2021-01', '2021-03', { from: '2020-10', until: '2020-12' }],
    ['days', '2021-01-11', '2021-01-20', { from: '2021-01-01', until: '2021-01-10' }],
  ])('%s', (_, from, until, before) => {
    const compared = comparedPeriods({ from, until }, stored);
    expect(compared).toEqual({ now: { from, until }, before, assumed: false });
  });

  it('takes the last stored year where nothing is chosen', () => {
    expect(comparedPeriods({}, stored)).toEqual({
      now: { from: '2022-07-01', until: '2023-06-30' },
      before: { from: '2021-07-01', until: '2022-06-30' },
      assumed: true,
    });
  });
});
