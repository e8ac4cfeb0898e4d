import { expect, test } from 'vitest';
import { generateDemo } from '@/lib/demo/generate-demo';
import { buildAlphabet } from './alphabet';
import { CorpusBuilder } from './corpus';
import { FINDER_DEFAULTS, findCandidates } from './find-candidates';
import { canStand, isBalanced, shapeOf } from './shape';

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
    findCandidates(corpusOf(documents.map((d) => d.text)), alphabet, { ...FINDER_DEFAULTS, limit: 400 }).map(
      (c) => c.phrase,
    ),
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

test.each([
  ['1+1+9', 'formula'],
  ['互联网+', 'formula'],
  ['四个意识', 'numeral'],
  ['两稳一保一防', 'numeral'],
  ['外防输入、内防反弹', 'parallel'],
  ['乡村振兴', 'phrase'],
])('%s is a %s', (text, shape) => {
  expect(shapeOf(text)).toBe(shape);
  expect(canStand(text)).toBe(true);
});

test.each(['的乡村振兴', '三年', '24小时', '强调要', '、内防反弹', '乡村振兴和'])(
  '%s cannot stand by itself',
  (text) => {
    expect(canStand(text)).toBe(false);
  },
);

test.each([
  ['外防输入、内防反弹', true],
  ['稳增长、促改革、调结构', true],
  ['铁路、公路、机场、码头', false],
])('%s is balanced: %s', (text, expected) => {
  expect(isBalanced(text)).toBe(expected);
});
