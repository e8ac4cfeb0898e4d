import { expect, test } from 'vitest';
import { addressOf, RateLimit } from './rate-limit';

test('an address that asks too fast has to wait, others do not', () => {
  const limit = new RateLimit(3, 1);
  const asked = [0, 0, 0, 0].map((now) => limit.take('a', now).allowed);
  expect(asked).toEqual([true, true, true, false]);
  expect(limit.take('b', 0).allowed).toBe(true);
  expect(limit.take('a', 100)).toMatchObject({ allowed: false, retryAfter: 1 });
  expect(limit.take('a', 1100).allowed).toBe(true);
});

test('the address is what the nearest proxy wrote, not what the sender claims', () => {
  const from = (forwarded: string) =>
    addressOf(new Request('http://localhost', { headers: { 'x-forwarded-for': forwarded } }));
  expect(from('1.1.1.1, 10.0.0.7')).toBe('10.0.0.7');
  expect(addressOf(new Request('http://localhost'))).toBe('unknown');
});
