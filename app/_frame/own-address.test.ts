import { expect, test } from 'vitest';
import { isOwnAddress } from './own-address';

test.each([
  ['http://tifa.example.org/embed/slogans/1', 'http://tifa.example.org', true],
  ['https://tifa.example.org/slogans/1?place=440000', 'http://tifa.example.org', true],
  ['http://127.0.0.1:4210/figures/trend.svg', 'http://127.0.0.1:4210', true],
  ['http://evil.example/embed/slogans/1', 'http://tifa.example.org', false],
  ['http://tifa.example.org.evil.example/slogans/1', 'http://tifa.example.org', false],
  ['http://tifa.example.org@evil.example/slogans/1', 'http://tifa.example.org', false],
  ['http://127.0.0.1:4211/slogans/1', 'http://127.0.0.1:4210', false],
  ['javascript://tifa.example.org/slogans/1', 'http://tifa.example.org', false],
  ['file:///slogans/1', 'http://tifa.example.org', false],
  ['http://tifa.example.org/slogans/1', 'http://', false],
])('%s at %s: %s', (address, origin, own) => {
  expect(isOwnAddress(new URL(address), origin)).toBe(own);
});
