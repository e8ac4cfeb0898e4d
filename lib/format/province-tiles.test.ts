import { expect, it } from 'vitest';
import { PROVINCE_TILES, tileLevel } from './province-tiles';

it('has all 34 provinces, each in a place of its own', () => {
  expect(new Set(PROVINCE_TILES.map((t) => t.code)).size).toBe(34);
  expect(new Set(PROVINCE_TILES.map((t) => `${t.column} ${t.row}`)).size).toBe(34);
});

it('colours by four steps, none for nothing', () =>
  expect([0, 1, 10, 100, 1000].map((n) => tileLevel(n, 1000))).toEqual([0, 1, 2, 3, 4]));
