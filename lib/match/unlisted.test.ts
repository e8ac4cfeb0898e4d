import { describe, expect, it } from 'vitest';
import { compileLexicon } from './compile-lexicon';
import { FORMULA_RULES, isQuotedFormula } from './formulas';
import { MEASURED, NUMERAL_RULES } from './numeral-tables';
import { CLAUSE_RULES } from './parallel-tables';
import { COINAGE_RULES } from './quoted-tables';
import { findMatches } from './slogans';
import { COINAGE_CASES, FORMULA_CASES, NUMERAL_CASES, PARALLEL_CASES } from './unlisted.cases';
import { UNQUOTED_RULES } from './unquoted-numerals';

const EMPTY = compileLexicon([]);

function found(string: string): string[] {
  const units = new Uint16Array(string.length);
  for (let i = 0; i < string.length; i++) units[i] = string.charCodeAt(i);
  return findMatches({ string, units }, [{ start: 0, end: string.length }], EMPTY).map((m) => m.slogan);
}

describe.each([
  ['numerals', NUMERAL_CASES],
  ['formulas', FORMULA_CASES],
  ['parallels', PARALLEL_CASES],
  ['coinages', COINAGE_CASES],
])('%s', (_, cases) => {
  it.each(cases)('reads %s', (text, slogans) => {
    expect(found(text)).toEqual(slogans);
  });
});

describe('rules', () => {
  const wordings = [...NUMERAL_RULES, ...COINAGE_RULES].map((r) => [r.name, r] as const);
  it.each(wordings)('%s fits its example and not its counter-example', (_, rule) => {
    expect(rule.pattern.test(rule.example)).toBe(true);
    expect(rule.pattern.test(rule.counterExample) && !MEASURED.test(rule.counterExample)).toBe(false);
  });

  it.each(FORMULA_RULES.map((r) => [r.name, r] as const))(
    '%s fits its example and not its counter-example',
    (_, rule) => {
      expect(rule.pattern.test(rule.example)).toBe(true);
      expect(isQuotedFormula(rule.example, '工作部署')).toBe(true);
      expect(isQuotedFormula(rule.counterExample, '工作部署')).toBe(false);
    },
  );

  it.each(UNQUOTED_RULES.map((r) => [r.name, r] as const))(
    '%s fits its example and not its counter-example',
    (_, rule) => {
      rule.pattern.lastIndex = 0;
      expect(rule.pattern.exec(rule.example)?.[0]).toBe(rule.example);
      rule.pattern.lastIndex = 0;
      expect(rule.pattern.test(rule.counterExample)).toBe(false);
    },
  );

  it.each(CLAUSE_RULES.map((r) => [r.name, r] as const))(
    '%s fits its example and not its counter-example',
    (_, rule) => {
      expect(rule.example.split('、').every((clause) => rule.clause.test(clause))).toBe(true);
      expect(rule.counterExample.split('、').every((clause) => rule.clause.test(clause))).toBe(false);
    },
  );
});
