import { expect, it } from 'vitest';
import { onlyIn, parsePlaces, sharedBy, silentIn, topOf } from './comparison';

const slogan = (id: number, canonical: string, ...reports: number[]) => ({ id, canonical, reports });
const slogans = [
  slogan(1, '六稳', 10, 1),
  slogan(2, '四个意识', 6, 3),
  slogan(3, '三小', 0, 2),
  slogan(4, '一盘棋', 4, 0),
];

it('sorts the slogans of places', () => {
  expect(topOf(slogans, 0, 2).map((s) => s.id)).toEqual([1, 2]);
  expect(sharedBy(slogans, [100, 10], 9).map((s) => s.id)).toEqual([1, 2]);
  expect(onlyIn(slogans, 0, 9).map((s) => s.id)).toEqual([4]);
  expect(onlyIn(slogans, 1, 9, 3)).toEqual([]);
});

it('reads the places of an address', () => {
  expect(parsePlaces('440300,440600,440300,x', '440000')).toEqual(['440300', '440600', '440000']);
  expect(parsePlaces(undefined)).toEqual([]);
});

it('says what the others say and one place does not, with the probability of seeing none', () => {
  const [first, ...rest] = silentIn(slogans, [10, 20], 0, 9);
  expect(rest).toEqual([]);
  expect(first?.slogan.canonical).toBe('三小');
  expect(first?.expected).toBeCloseTo(1, 10);
  expect(first?.p).toBeCloseTo(0.9 ** 10, 10);
});
