import { expect, it } from 'vitest';
import { segments } from './segments';

const shape = (start: number, end: number, marks: [number, number][]) =>
  segments(
    start,
    end,
    marks.map(([s, e]) => ({ start: s, end: e })),
  ).map((s) => [s.start, s.end, s.mark !== null]);

it('covers the text without loss', () => {
  expect(
    shape(0, 10, [
      [6, 8],
      [2, 4],
    ]),
  ).toEqual([
    [0, 2, false],
    [2, 4, true],
    [4, 6, false],
    [6, 8, true],
    [8, 10, false],
  ]);
  expect(shape(0, 3, [])).toEqual([[0, 3, false]]);
  expect(shape(2, 2, [])).toEqual([]);
});

it('clips marks at the edges and leaves out overlapping ones', () => {
  expect(
    shape(5, 10, [
      [0, 6],
      [9, 20],
    ]),
  ).toEqual([
    [5, 6, true],
    [6, 9, false],
    [9, 10, true],
  ]);
  expect(
    shape(0, 10, [
      [0, 6],
      [4, 8],
    ]),
  ).toEqual([
    [0, 6, true],
    [6, 10, false],
  ]);
});
