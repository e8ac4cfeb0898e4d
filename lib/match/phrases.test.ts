import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPhrases, indexPhrases, newHits } from './phrases';

function find(phrases: readonly string[], text: string, alike: readonly string[] = []): string[] {
  const hits = newHits();
  const index = indexPhrases(phrases, alike);
  const units = unitsOf(text);
  findPhrases(index, { string: text, units }, hits);
  return Array.from(
    { length: hits.count },
    (_, h) => `${hits.data[3 * h + 1]}:${phrases[hits.data[3 * h + 2] ?? 0]}`,
  );
}

function unitsOf(text: string): Uint16Array {
  const all = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) all[i] = text.charCodeAt(i);
  return all;
}

describe('phrases', () => {
  it('finds overlapping phrases and those inside others', () => {
    expect(find(['稳增长', '增长', '长效'], '稳增长效').sort()).toEqual(['3:增长', '3:稳增长', '4:长效']);
  });

  it('treats characters of one group as equal', () => {
    expect(find(['甲乙、丙丁'], '甲乙，丙丁；甲乙丙丁', ['、，'])).toEqual(['5:甲乙、丙丁']);
  });

  it('finds a phrase that begins where another one breaks off', () => {
    expect(find(['一二三四', '二三五'], '一二三五')).toEqual(['4:二三五']);
  });

  it('refuses phrases of one unit', () => {
    expect(() => indexPhrases(['一'])).toThrow('shorter');
  });

  it('agrees with a naive search', () => {
    const letters = fc
      .array(fc.constantFrom('一', '二', '三', '、'), { minLength: 2, maxLength: 5 })
      .map((l) => l.join(''));
    const text = fc
      .array(fc.constantFrom('一', '二', '三', '、', '四'), { maxLength: 60 })
      .map((l) => l.join(''));
    fc.assert(
      fc.property(fc.uniqueArray(letters, { minLength: 1, maxLength: 12 }), text, (phrases, t) => {
        const naive: string[] = [];
        for (const phrase of phrases) {
          for (let at = t.indexOf(phrase); at >= 0; at = t.indexOf(phrase, at + 1))
            naive.push(`${at + phrase.length}:${phrase}`);
        }
        expect(find(phrases, t).sort()).toEqual(naive.sort());
      }),
    );
  });

  it('has room for more hits than units', () => {
    const phrases = [2, 3, 4, 5].map((n) => '一'.repeat(n));
    const found = find(phrases, '一'.repeat(20_000));
    expect(found).toHaveLength(4 * 20_000 - 1 - 2 - 3 - 4);
    expect(new Set(found).size).toBe(found.length);
  });
});
