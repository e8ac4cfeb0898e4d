import { expect, test } from 'vitest';
import { buildAlphabet } from './alphabet';
import { boundariesOf } from './boundaries';
import { cohesionOf } from './cohesion';
import { CorpusBuilder } from './corpus';
import { countLevels, type Level } from './count-level';
import { textAt } from './propose';

const alphabet = buildAlphabet();

function corpusOf(texts: readonly string[]) {
  const builder = new CorpusBuilder(alphabet, 10_000);
  texts.forEach((text, i) => {
    builder.add({ text, day: `20${10 + i}-01-01`, place: String(i) });
  });
  return builder.build();
}

/** Counts of all n-grams by brute force; 0 symbols break. */
function bruteForce(texts: readonly string[], n: number, least: number): Record<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const symbols = [...text].map((c) => alphabet.unitOf[alphabet.symbolOf[c.charCodeAt(0)] as number] ?? 0);
    for (let i = 0; i + n <= symbols.length; i++) {
      const gram = symbols.slice(i, i + n);
      if (gram.includes(0)) continue;
      const s = String.fromCharCode(...gram);
      counts.set(s, (counts.get(s) ?? 0) + 1);
    }
  }
  return Object.fromEntries([...counts].filter(([, c]) => c >= least).sort());
}

const TEXTS = [
  '落实四个意识，坚定四个自信；四个意识。',
  '“四个意识”和四个自信、1+1+9。',
  '四个意识四个意识1+1+9四个自信',
];

test.each([2, 3, 4, 5, 8])('n-grams of length %i are counted as brute force counts them', (n) => {
  const corpus = corpusOf(TEXTS);
  const { levels } = countLevels(corpus, alphabet.size, 2, 8);
  const level = levels[n];
  const found: [string, number][] = [];
  for (let v = 0; v < (level?.size ?? 0); v++)
    found.push([textAt(corpus, alphabet, level?.at[v] as number, n), level?.frequency[v] as number]);
  expect(Object.fromEntries(found.sort())).toEqual(bruteForce(TEXTS, n, 2));
});

test('documents, quotation marks and boundaries are counted', () => {
  const corpus = corpusOf(TEXTS);
  const counts = countLevels(corpus, alphabet.size, 2, 5);
  const level = counts.levels[4] as Level;
  const v = Array.from({ length: level.size }, (_, i) => i).find(
    (i) => textAt(corpus, alphabet, level.at[i] as number, 4) === '四个意识',
  ) as number;
  expect(level.frequency[v]).toBe(5);
  expect(level.documents[v]).toBe(3);
  expect(level.quoted[v]).toBe(1);
  // Behind 落实, ；, “ and at the start of a document; the fifth follows 识.
  expect(level.freeLeft[v]).toBe(4);
  expect(cohesionOf(counts, 4, v)).toBeGreaterThan(0);
  const { left, right } = boundariesOf(level, counts.levels[5]);
  expect(left[v]).toBeCloseTo(Math.log(5), 10);
  expect(right[v]).toBeCloseTo(Math.log(5), 10);
});

test('a function word inside a word is no boundary', () => {
  const corpus = corpusOf(['维护世界和平。', '东部和西部。']);
  const softBefore = (text: string, char: string, document: number) =>
    ((corpus.marks[(corpus.starts[document] as number) + text.indexOf(char)] as number) & 4) !== 0;
  expect(softBefore('维护世界和平。', '平', 0)).toBe(false);
  expect(softBefore('东部和西部。', '西', 1)).toBe(true);
});
