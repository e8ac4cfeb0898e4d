import { describe, expect, test } from 'vitest';
import { readOffset, readPosition, writePosition } from './position';

describe('a position', () => {
  test.each(['2020-02-29_1_1', '0001-01-01_9223372036854775807_0', '9999-12-31_1_999999999'])(
    '%s is read and written back',
    (text) => {
      const position = readPosition(text);
      expect(position && writePosition(position)).toBe(text);
    },
  );

  test.each([
    ['2020-02-31_1_1', 'no such day'],
    ['2021-02-29_1_1', 'no leap year'],
    ['9999-99-99_1_1', 'no such month'],
    ['0000-01-01_1_1', 'no such year'],
    ['2020-01-01_9223372036854775808_1', 'beyond 63 bits'],
    ['2020-01-01_9999999999999999999_1', 'beyond 63 bits'],
    ['2020-01-01_1_9999999999', 'beyond four bytes'],
    ['2020-01-01_-1_1', 'below zero'],
    ['2020-01-01_1', 'too short'],
    ['', 'nothing'],
  ])('%s is none: %s', (text) => {
    expect(readPosition(text)).toBeNull();
  });
});

test('an offset is a whole number, and none at the beginning', () => {
  expect(readOffset(undefined)).toBe(0);
  expect(readOffset('40')).toBe(40);
  for (const text of ['', '-1', 'x', '1e3', '99999999999']) expect(() => readOffset(text)).toThrow(/cursor/);
});
