import { expect, it } from 'vitest';
import { placeOptions } from './place-options';

const place = (code: string, parentCode: string | null) => ({ code, name: code, parentCode, reports: 1 });
const few = [place('440000', '100000'), place('440300', '440000'), place('440307', '440300')];

it('lists everything where that is little, each below its parent', () => {
  expect(placeOptions(few, undefined).map((o) => [o.code, o.depth])).toEqual([
    ['440000', 0],
    ['440300', 1],
    ['440307', 2],
  ]);
});

it('opens only the way to the chosen place where there is much', () => {
  const many = Array.from({ length: 80 }, (_, i) => place(String(110100 + i), '110000'));
  const places = [place('110000', null), ...many, ...few];
  expect(placeOptions(places, undefined).map((o) => o.code)).toEqual(['110000', '440000']);
  expect(placeOptions(places, '440300').map((o) => o.code)).toEqual(['110000', '440000', '440300', '440307']);
});
