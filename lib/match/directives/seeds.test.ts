import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Span } from '@/lib/types';
import { findLists } from './find-lists';

interface Truth {
  readonly file: string;
  readonly lists: readonly { style: string; items: number; starts: readonly string[] }[];
}

const SHARED = '../shared';
const present = existsSync(`${SHARED}/gold/seeds.json`);
if (!present) console.log('shared corpus not present: the lists of the first pages are not compared');

function read(file: string) {
  const string = readFileSync(`${SHARED}/seeds/${file}`, 'utf8')
    .replaceAll(',', '，')
    .replaceAll(';', '；')
    .replaceAll(/\((\D)/g, '（$1');
  const paragraphs: Span[] = [{ start: 0, end: string.length }];
  return findLists({ string, units: Uint16Array.from(string, (c) => c.charCodeAt(0)) }, paragraphs, []);
}

describe('the pages that the project began with', () => {
  if (!present) {
    it('shared corpus not present', () => expect(present).toBe(false));
    return;
  }
  const { documents } = JSON.parse(readFileSync(`${SHARED}/gold/seeds.json`, 'utf8')) as {
    documents: readonly Truth[];
  };
  it.each(documents)('$file', ({ file, lists }) => {
    const found = read(file).lists.filter((list) => list.style !== '排比');
    expect(found.map(({ style, items }) => [style, items.length])).toEqual(
      lists.map(({ style, items }) => [style, items]),
    );
  });
});
