import { describe, expect, it } from 'vitest';
import { matchLocale, parseLocale } from './locale';

describe('parseLocale', () => {
  it.each([
    ['zh', 'zh-CN'],
    ['zh-Hans-CN', 'zh-CN'],
    ['zh_TW', 'zh-TW'],
    ['zh-Hant', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
    ['tw', 'zh-TW'],
    ['en-GB', 'en'],
    ['fr', null],
    ['', null],
    ['zhuang', null],
  ])('%s is %s', (tag, locale) => expect(parseLocale(tag)).toBe(locale));
});

describe('matchLocale', () => {
  it.each([
    [null, 'zh-CN'],
    ['fr', 'zh-CN'],
    ['fr,en;q=0.5', 'en'],
    ['en;q=0.5,zh-TW;q=0.9', 'zh-TW'],
    ['en;q=0,zh', 'zh-CN'],
    ['en-US,en;q=0.9,zh;q=0.8', 'en'],
  ])('%s reads %s', (header, locale) => expect(matchLocale(header)).toBe(locale));
});
