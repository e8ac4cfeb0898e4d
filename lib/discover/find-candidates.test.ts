import { expect, test } from 'vitest';
import { generateDemo } from '@/lib/demo/generate-demo';
import { buildAlphabet } from './alphabet';
import { CorpusBuilder } from './corpus';
import { FINDER_DEFAULTS, findCandidates } from './find-candidates';
import { shapeOf } from './shape';

const alphabet = buildAlphabet();

function corpusOf(texts: readonly string[]) {
  const builder = new CorpusBuilder(alphabet, 4_000_000);
  texts.forEach((text, i) => {
    builder.add({ text, day: `20${18 + (i % 6)}-03-01`, place: String(i % 9) });
  });
  return builder.build();
}

test('finds the counted slogans of made-up reports without a lexicon, formulas included', () => {
  const documents = [...generateDemo({ seed: 3, documents: 1_500 })].filter((d) => d.date !== null);
  const truth = new Map<string, number>();
  for (const d of documents)
    for (const [s, n] of Object.entries(d.truth.slogans)) truth.set(s, (truth.get(s) ?? 0) + n);
  const found = new Set(
    findCandidates(corpusOf(documents.map((d) => d.text)), alphabet, {
      ...FINDER_DEFAULTS,
      limit: 400,
    }).flatMap((c) => [c.phrase, ...c.variants]),
  );
  // The generator's sentences are few, so that its other slogans always stand in the same company.
  const common = [...truth]
    .filter(([s, n]) => n >= 40 && shapeOf(s) !== 'phrase' && !s.includes('、'))
    .map(([s]) => s);
  const missed = common.filter((s) => !found.has(s));
  expect(common.length).toBeGreaterThan(10);
  expect(found.has('1+1+9')).toBe(true);
  expect(missed).toEqual([]);
});

test('what is rare is not proposed', () => {
  expect(findCandidates(corpusOf(['落实“四个一”要求。']), alphabet)).toEqual([]);
});
