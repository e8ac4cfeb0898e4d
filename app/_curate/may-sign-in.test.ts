import { expect, test } from 'vitest';
import { maySignIn } from './may-sign-in';

test('who guesses has to wait, and nobody else', () => {
  const from = (address: string) =>
    new Request('http://localhost/curate/do', { headers: { 'x-forwarded-for': address } });
  const answers = Array.from({ length: 12 }, () => maySignIn(from('10.0.0.1'), 0));
  expect(answers).toEqual([...Array(10).fill(true), false, false]);
  expect(maySignIn(from('10.0.0.2'), 0)).toBe(true);
  expect(maySignIn(from('10.0.0.1'), 7_000)).toBe(true);
  expect(maySignIn(from('10.0.0.1'), 7_000)).toBe(false);
});
