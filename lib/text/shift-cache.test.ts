import { describe, expect, it } from 'vitest';
import { PageCache } from './shift-cache';

describe('what a page has said', () => {
  const cache = new PageCache();
  cache.add([1, 20, 30, 40, 0, 50, 1, 20, 30]);

  it('makes what it repeats likelier, the more so after two characters that fit', () => {
    expect(cache.raise(-10, 99, 20, 30)).toBeGreaterThan(-10);
    expect(cache.raise(-10, 1, 20, 30)).toBeGreaterThan(cache.raise(-10, 99, 20, 30));
  });

  it('says nothing about what it has not seen, nor across an unknown character', () => {
    expect(cache.raise(-10, 1, 20, 40)).toBe(-10);
    expect(cache.raise(-10, 30, 40, 50)).toBe(-10);
  });

  it('never makes a certainty of it', () => {
    expect(cache.raise(-0.7, 1, 20, 30)).toBeLessThan(0);
  });
});
