import { afterEach, expect, it, vi } from 'vitest';
import { isCuratorToken, makeSession, readSession } from './session';

afterEach(() => vi.unstubAllEnvs());

const HOUR = 3_600_000;

it('knows the token and nothing else', () => {
  vi.stubEnv('TIFA_CURATOR_TOKEN', 'open sesame');
  expect(isCuratorToken('open sesame')).toBe(true);
  expect(isCuratorToken('open sesam')).toBe(false);
  expect(isCuratorToken('')).toBe(false);
});

it('reads its own sessions until they are over, and no others', () => {
  vi.stubEnv('TIFA_CURATOR_TOKEN', 'open sesame');
  const session = makeSession('何', 0);
  expect(readSession(session, HOUR)).toBe('何');
  expect(readSession(session, 13 * HOUR)).toBeNull();
  expect(readSession(`x${session}`, HOUR)).toBeNull();
  expect(readSession(session.slice(0, -1), HOUR)).toBeNull();
  expect(readSession(undefined, HOUR)).toBeNull();
  vi.stubEnv('TIFA_CURATOR_TOKEN', 'another');
  expect(readSession(session, HOUR)).toBeNull();
});
