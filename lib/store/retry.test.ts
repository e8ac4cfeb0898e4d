import { expect, test } from 'vitest';
import { isPassing, withRetry } from './retry';

const failure = (code: string, message = 'x') => Object.assign(new Error(message), { code });

test.each([
  ['refused', failure('ECONNREFUSED'), true],
  ['stopping', failure('57P01'), true],
  ['starting', failure('57P03'), true],
  ['cut', new Error('Connection terminated unexpectedly'), true],
  ['of several addresses', new AggregateError([failure('ECONNREFUSED'), failure('ECONNREFUSED')]), true],
  ['wrong password', failure('28P01'), false],
  ['disk full', failure('53100'), false],
  ['duplicate key', failure('23505'), false],
  ['no error at all', 'x', false],
])('%s', (_, error, passes) => expect(isPassing(error)).toBe(passes));

test('work is done again until it succeeds', async () => {
  process.env.DATABASE_URL ??= 'postgresql://127.0.0.1:1/none';
  let attempts = 0;
  const waits: string[] = [];
  const work = async () => {
    if (++attempts < 3) throw failure('ECONNREFUSED', 'away');
    return attempts;
  };
  expect(await withRetry(work, { onWait: (reason) => waits.push(reason) })).toBe(3);
  expect(waits).toEqual(['away', 'away']);
});

test('what does not pass is thrown at once, and patience ends', async () => {
  let attempts = 0;
  const work = (code: string) => async () => {
    attempts++;
    throw failure(code);
  };
  await expect(withRetry(work('23505'))).rejects.toThrow();
  expect(attempts).toBe(1);
  await expect(withRetry(work('ECONNREFUSED'), { seconds: 0.05 })).rejects.toThrow();
  expect(attempts).toBe(2);
});
