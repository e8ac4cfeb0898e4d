import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gram, gramsOf } from './grams';

test('pairs are distinct, ascending, and within a line', () => {
  expect(gramsOf('abab\nab')).toEqual([gram(97, 98), gram(98, 97)]);
  expect(gramsOf('')).toEqual([]);
  expect(gramsOf('一')).toEqual([]);
});

test('every pair of a part is a pair of the whole', () => {
  const text = fc.string({
    unit: fc.constantFrom('一', '二', '三', '稳', 'a', '\n', '豈', '\ud840', '\udc00'),
  });
  fc.assert(
    fc.property(text, fc.nat(20), fc.nat(20), (s, from, length) => {
      const whole = new Set(gramsOf(s));
      for (const g of gramsOf(s.slice(from, from + length))) expect(whole.has(g)).toBe(true);
    }),
  );
});
