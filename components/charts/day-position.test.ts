import { expect, it } from 'vitest';
import { dayPosition } from './day-position';

const QUARTERS = ['2021-01-01', '2021-04-01', '2021-07-01', '2021-10-01'];

it.each([
  ['2021-01-01', 0],
  ['2021-04-01', 25],
  ['2020-12-31', 0],
  ['2021-10-01', 75],
  ['2022-01-01', 100],
  ['2023-01-01', 100],
])('%s lies at %d %%', (day, percent) => expect(dayPosition(day, QUARTERS)).toBeCloseTo(percent, 5));

it('puts every day of a single bucket in its middle', () =>
  expect(dayPosition('2021-05-05', ['2021-01-01'])).toBe(50));
