import { describe, expect, it } from 'vitest';
import { editCharacters, editSentences, seededRandom } from './edit-text';
import { BANDS, bandKey, commonNumbers, compare, SHORTEST, similarity, sketchOf } from './sketch';

const words = [
  ...'会议强调要扎实做好防汛备汛工作落实责任压紧压实细化预案加强值守确保群众生命财产安全各乡镇街道部门单位主要负责同志参加研究部署下一步重点任务',
];

/** A text of random characters: no two have more in common than chance gives. */
function text(seed: number, length = 800): string {
  const random = seededRandom(seed);
  const parts: string[] = [];
  for (let i = 0; i < length; i++) {
    parts.push(String.fromCharCode(0x4e00 + Math.floor(random() * 4000)));
    if (random() < 0.04) parts.push('。');
  }
  return parts.join('');
}

const dated = (t: string, day: number | null = null) => ({ signature: sketchOf(t), day });
const share = (a: string, b: string) => similarity(sketchOf(a), sketchOf(b));

function shingles(t: string): Set<string> {
  const letters = t.replace(/[。，\s]/g, '');
  return new Set(Array.from({ length: letters.length - 2 }, (_, i) => letters.slice(i, i + 3)));
}

describe('the sketch of a text', () => {
  it('is the same whatever the spaces and punctuation', () => {
    const t = text(1);
    expect(sketchOf(t.replaceAll('。', ' ，\n'))).toEqual(sketchOf(t));
  });

  it('estimates the share of common shingles', () => {
    for (const edit of [0.02, 0.05, 0.1, 0.2, 0.4]) {
      const [a, b] = [text(2), editSentences(text(2), edit, text(3), seededRandom(4))];
      const [x, y] = [shingles(a), shingles(b)];
      const both = [...x].filter((s) => y.has(s)).length;
      expect(Math.abs(share(a, b) - both / (x.size + y.size - both))).toBeLessThan(0.1);
    }
  });

  it('is empty for texts that are too short to tell', () => {
    expect(sketchOf('会议强调，要压实责任。')).toHaveLength(0);
    expect(sketchOf(text(5, SHORTEST)).length).toBeGreaterThan(0);
  });

  it('fills all bins of a short text that repeats itself', () => {
    const t = words.slice(0, 4).join('').repeat(50);
    expect(share(t, t)).toBe(1);
  });
});

describe('copies', () => {
  it('are found after edits of a tenth', () => {
    let found = 0;
    for (let seed = 0; seed < 200; seed++) {
      const [a, other, random] = [text(seed), text(seed + 1000), seededRandom(seed)];
      const b = seed % 2 ? editCharacters(a, 0.1, other, random) : editSentences(a, 0.1, other, random);
      const [x, y] = [dated(a), dated(b)];
      const bands = Array.from({ length: BANDS }, (_, band) => band);
      const met = bands.some((band) => bandKey(x.signature, band) === bandKey(y.signature, band));
      if (met && compare(x, y) === 'copies') found++;
    }
    expect(found).toBeGreaterThanOrEqual(194);
  });

  it('are not texts of different content', () => {
    expect(compare(dated(text(1)), dated(text(2)))).toBe('different');
  });

  it('are not the same words months later, unless letter by letter', () => {
    const [a, b] = [text(1), editSentences(text(1), 0.05, text(2), seededRandom(1))];
    expect(compare(dated(a, 18_000), dated(b, 18_005))).toBe('copies');
    expect(compare(dated(a, 18_000), dated(b, 18_100))).toBe('different');
    expect(compare(dated(a, null), dated(b, 18_100))).toBe('copies');
  });

  it('are not bulletins that say the same with other numbers', () => {
    const bulletin = (n: number) =>
      `${text(9, 140)}新增${n}例，出院${n + 7}例，重症${n * 2}例，疑似${n + 11}例，累计${n * 31}例，解除${n * 5}人，尚有${n + 400}人。`;
    const [a, b] = [bulletin(13), bulletin(29)];
    expect(share(a, b)).toBeGreaterThan(0.55);
    expect(compare(dated(a), dated(b))).toBe('different');
    expect(compare(dated(a), dated(`${a}来源：某某网`))).toBe('copies');
  });

  it('share numbers by the smallest hashes', () => {
    const numbers = (from: number) => Array.from({ length: 12 }, (_, i) => `${from + i}人`).join('，');
    const of = (t: string) => sketchOf(text(3) + t);
    expect(commonNumbers(of(numbers(100)), of(numbers(100)), 6)).toBe(1);
    expect(commonNumbers(of(numbers(100)), of(numbers(200)), 6)).toBe(0);
    expect(commonNumbers(of(numbers(100)), of(''), 6)).toBeNull();
    expect(commonNumbers(of(numbers(100)), of(numbers(104)), 6)).toBeCloseTo(0.5, 1);
  });
});
