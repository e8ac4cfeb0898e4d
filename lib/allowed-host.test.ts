import { expect, test } from 'vitest';
import { isAllowedHost } from './allowed-host';

test.each([
  ['127.0.0.1:3000', true],
  ['localhost', true],
  ['LOCALHOST:4120', true],
  ['localhost.', true],
  ['[::1]:3000', true],
  ['192.168.1.20:3000', true],
  ['tifa.example.org', true],
  ['archive.example.org:8080', true],
  ['evil.example.com', false],
  ['127.0.0.1.evil.example.com', false],
  ['localhost.evil.example.com:3000', false],
  ['evil.example.com:127', false],
  ['', false],
  [null, false],
])('%s: %s', (host, allowed) => {
  expect(isAllowedHost(host, { TIFA_HOSTS: 'tifa.example.org, Archive.example.org' })).toBe(allowed);
});
