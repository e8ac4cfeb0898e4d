import { describe, expect, it } from 'vitest';
import { formatBucket, formatDate, formatDay } from './dates';
import { numbers } from './numbers';

describe('formatDate', () => {
  it.each([
    ['2021', 'en', '2021'],
    ['2021-03', 'en', 'Mar 2021'],
    ['2021-03-05', 'en', '5 Mar 2021'],
    ['2021', 'zh-CN', '2021年'],
    ['2021-03', 'zh-TW', '2021年3月'],
    ['2021-03-05', 'zh-CN', '2021年3月5日'],
  ] as const)('%s in %s', (value, locale, text) => expect(formatDate(value, locale)).toBe(text));
});

describe('formatBucket', () => {
  it.each([
    ['2021-01-01', 'year', 'zh-CN', '2021年'],
    ['2021-04-01', 'quarter', 'en', 'Q2 2021'],
    ['2021-04-01', 'quarter', 'zh-CN', '2021年第2季度'],
    ['2021-03-01', 'month', 'en', 'Mar 2021'],
    ['2021-03-01', 'week', 'en', 'week of 1 Mar 2021'],
    ['2021-03-01', 'week', 'zh-CN', '2021年3月1日起一周'],
  ] as const)('%s by %s in %s', (day, grain, locale, text) =>
    expect(formatBucket(day, grain, locale)).toBe(text),
  );
});

describe('formatDay', () => {
  it('is as long as the precision', () => {
    expect(formatDay('2021-03-01', 'month', 'en')).toBe('Mar 2021');
    expect(formatDay('0001-01-01', 'none', 'en')).toBeNull();
  });
});

describe('numbers', () => {
  it('keeps small shares apart from zero', () => {
    const n = numbers('en');
    expect([0, 0.0004, 0.0123, 0.5, 1].map(n.share)).toEqual(['0%', '0.04%', '1.2%', '50%', '100%']);
    expect([0.01234, 12.345, 12345.6].map(n.rate)).toEqual(['0.0123', '12.3', '12,346']);
    expect(n.count(12345)).toBe('12,345');
  });
});
