import { expect, it } from 'vitest';
import { parseTwoPeriods } from './two-periods';

it('reads years and stretches', () => {
  expect(parseTwoPeriods('2021,2022')).toEqual([
    { from: '2021', until: '2021' },
    { from: '2022', until: '2022' },
  ]);
  expect(parseTwoPeriods('2020-07~2021-06, 2022')?.[0]).toEqual({ from: '2020-07', until: '2021-06' });
});

it.each([undefined, '', '2021', '2021,2022,2023', '2021,x', '2022~2021,2020'])('does not read %s', (text) =>
  expect(parseTwoPeriods(text)).toBeNull(),
);
