import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildWordIndex, createHits, HIT, type Hits, scanWords } from './scan';

const characters = fc.constantFrom(...'省市委会议一');
const words = fc.uniqueArray(
  fc.array(characters, { minLength: 2, maxLength: 5 }).map((c) => c.join('')),
  {
    minLength: 1,
    maxLength: 12,
  },
);
const texts = fc.array(characters, { maxLength: 60 }).map((c) => c.join(''));

/** The longest word at each position of `[start, end)`, without overlaps, as plainly as it can be said. */
function plainly(list: readonly string[], text: string, start: number, end: number): number[] {
  const found: number[] = [];
  for (let at = start; at < end; ) {
    const fitting = list.filter((word) => text.startsWith(word, at) && at + word.length <= end);
    const longest = fitting.sort((a, b) => b.length - a.length)[0];
    if (longest !== undefined) found.push(at, list.indexOf(longest));
    at += longest?.length ?? 1;
  }
  return found;
}

/** Position and number of every hit. */
function pairsOf({ numbers, count }: Hits): number[] {
  const all = numbers.read();
  return Array.from({ length: count }, (_, i) => i * HIT.size).flatMap((at) => [
    all[at + HIT.start] ?? -1,
    all[at + HIT.word] ?? -1,
  ]);
}

it('finds the words of a plain reading, within the range only', () => {
  fc.assert(
    fc.property(words, texts, fc.nat(60), fc.nat(60), (list, text, a, b) => {
      const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
      const units = Uint16Array.from(text, (c) => c.charCodeAt(0));
      const hits = createHits(100);
      scanWords(buildWordIndex(list), units, start, end, hits);
      expect(pairsOf(hits)).toEqual(plainly(list, text, start, end));
    }),
    { numRuns: 2000 },
  );
});

it('drops hits for which there is no room', () => {
  const hits = createHits(2);
  const text = '省委'.repeat(5);
  scanWords(
    buildWordIndex(['省委']),
    Uint16Array.from(text, (c) => c.charCodeAt(0)),
    0,
    10,
    hits,
  );
  expect(pairsOf(hits)).toEqual([0, 0, 2, 0]);
});
