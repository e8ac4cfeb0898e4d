import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOUNDED_RULES } from './bounded-tables';
import { SPACES } from './characters';
import { FORMULA_RULES } from './formulas';
import { NUMERAL_RULES } from './numeral-tables';
import { CLAUSE_RULES } from './parallel-tables';
import { PatternSet } from './pattern-set';
import { shapeOf } from './pattern-shape';
import { COINAGE_RULES } from './quoted-tables';

const WORDED = [...NUMERAL_RULES, ...COINAGE_RULES, ...FORMULA_RULES];
const PATTERNS = [
  ...WORDED.map((r) => r.pattern),
  ...CLAUSE_RULES.map((r) => r.clause),
  ...BOUNDED_RULES.map((r) => r.clause),
];
const EXAMPLES = [...WORDED, ...CLAUSE_RULES, ...BOUNDED_RULES]
  .flatMap((r) => [r.example, r.counterExample])
  .flatMap((example) => [example, ...example.split(/[、，。〔〕]/)]);

/** Wordings like those of the examples: pieces of them, put together anew. */
const wordings = fc
  .array(
    fc
      .tuple(fc.constantFrom(...EXAMPLES), fc.nat(6), fc.nat(6))
      .map(([e, from, size]) => e.substr(from, size)),
    { maxLength: 3 },
  )
  .map((pieces) => pieces.join(''));

describe('a set of patterns', () => {
  it('admits whatever one of its patterns matches, examples and pieces of them', () => {
    for (let from = 0; from < PATTERNS.length; from += 31) {
      const patterns = PATTERNS.slice(from, from + 31);
      const set = new PatternSet(patterns);
      const agree = (wording: string) => {
        const matching = patterns.reduce((bits, p, i) => bits | (Number(p.test(wording)) << i), 0);
        expect([wording, matching & ~set.admits(wording, 0, wording.length)]).toEqual([wording, 0]);
        expect(set.test(wording)).toBe(matching !== 0);
      };
      EXAMPLES.forEach(agree);
      fc.assert(fc.property(wordings, agree), { numRuns: 2000 });
    }
  });

  it('admits whatever made-up patterns match', () => {
    const units = fc.string({ unit: fc.constantFrom(...'甲乙丙12aＡ，\n😀'), maxLength: 5 });
    const patterns = [
      /^甲(.)\1$/,
      /^[^甲]乙?$/,
      /甲{2}$/,
      /^\d+|乙/,
      /^(?:甲|乙丙)*$/u,
      /^.$/u,
      /^(?=丙)..$/,
    ];
    const set = new PatternSet(patterns);
    fc.assert(
      fc.property(units, (s) => {
        expect(set.test(s)).toBe(patterns.some((p) => p.test(s)));
      }),
      { numRuns: 5000 },
    );
  });

  it('dismisses by length and by the units at both ends', () => {
    const set = new PatternSet([/^甲[乙丙].{1,2}丁$/, /(?:戊|己)$/]);
    const admits = (wording: string) => set.admits(wording, 0, wording.length);
    expect(['甲乙一丁', '甲一一丁', '甲乙一二三丁', '一二己', '一二三'].map(admits)).toEqual([1, 0, 0, 2, 0]);
  });
});

describe('the shape of a pattern', () => {
  it('has all Han characters and all white space', () => {
    for (const pattern of [/^\p{Script=Han}$/u, /^\s$/]) {
      const [ranges = []] = shapeOf(pattern).head;
      const has = (unit: number) =>
        ranges.some((first, r) => r % 2 === 0 && first <= unit && unit <= (ranges[r + 1] ?? 0));
      for (let unit = 0; unit < 0x10000; unit++)
        if (pattern.test(String.fromCharCode(unit))) expect([unit, has(unit)]).toEqual([unit, true]);
    }
    for (let unit = 0; unit < 0x10000; unit++)
      expect(SPACES.includes(String.fromCharCode(unit))).toBe(/\s/.test(String.fromCharCode(unit)));
  });

  it('has the pairs of which one has to stand somewhere', () => {
    const pairsOf = (pattern: RegExp) => shapeOf(pattern).pairs?.map((pair) => String.fromCharCode(...pair));
    expect(pairsOf(/^(?:甲乙|丙[丁戊])己?$/)).toEqual(['甲乙', '丙丁', '丙戊']);
    expect(pairsOf(/甲(?=己)乙/)).toEqual(['甲乙']);
    expect(pairsOf(/^甲.?乙$|^丙丁/)).toBeUndefined();
    expect(pairsOf(/(?:甲乙)?丙/)).toBeUndefined();
  });

  it('has a least and a greatest length', () => {
    const lengths = [/^甲{2,3}[乙丙]?$/, /^甲/, /^(?!丙)\p{Script=Han}$/u].map(shapeOf);
    expect(lengths.map(({ least, most }) => [least, most])).toEqual([
      [2, 4],
      [1, Number.POSITIVE_INFINITY],
      [1, 2],
    ]);
  });

  it('is not told where the syntax is unknown', () => {
    for (const pattern of [/\w/, /\b甲/, /(?<name>甲)/]) expect(() => shapeOf(pattern)).toThrow('unknown');
  });
});
