import { expect, test } from 'vitest';
import { isName } from './names';
import { isBalanced, shapeOf } from './shape';
import { canStand, closesCanonically, closesVaguely, opensWithVerb, withoutOpening } from './wording';

test.each([
  ['1+1+9', 'formula'],
  ['互联网+', 'formula'],
  ['四个意识', 'numeral'],
  ['两稳一保一防', 'numeral'],
  ['双拥', 'numeral'],
  ['外防输入、内防反弹', 'parallel'],
  ['乡村振兴', 'phrase'],
])('%s is a %s', (text, shape) => {
  expect(shapeOf(text)).toBe(shape);
  expect(canStand(text)).toBe(true);
});

test.each([
  '的乡村振兴',
  '三年',
  '24小时',
  '要创新',
  '、内防反弹',
  '乡村振兴和',
  '稳增长、',
  'GDP',
  '稳增长、促',
])('%s cannot stand by itself', (text) => {
  expect(canStand(text)).toBe(false);
});

test.each([
  '和平发展道路',
  '对外开放',
  '可持续发展',
  '碳达峰碳中和',
  '国家总体安全',
  '习近平新时代中国特色社会主义思想',
])('%s can, though a function word stands at its edge or it is long', (text) => {
  expect(canStand(text)).toBe(true);
});

test.each([
  ['外防输入、内防反弹', true],
  ['稳增长、促改革、调结构', true],
  ['铁路、公路、机场、码头', false],
])('%s is balanced: %s', (text, expected) => {
  expect(isBalanced(text)).toBe(expected);
});

test.each([
  ['国家发展改革委员会', true],
  ['李四海、王五', true],
  ['中央经济工作会议', true],
  ['美丽乡村', false],
  ['科技强国', false],
  ['人民至上', false],
])('%s is a name: %s', (text, expected) => {
  expect(isName(text)).toBe(expected);
});

test.each([
  ['推动高质量发展', true, true, false],
  ['航天精神', false, false, true],
  ['国庆假期', false, true, false],
])('%s: verb first %s, vague last %s, canonical last %s', (text, verb, vague, canonical) => {
  expect([opensWithVerb(text), closesVaguely(text), closesCanonically(text)]).toEqual([
    verb,
    vague,
    canonical,
  ]);
});

test('the verb in front comes off', () => {
  expect(withoutOpening('坚持以人民为中心')).toBe('以人民为中心');
});
