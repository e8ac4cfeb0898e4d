import { describe, expect, it } from 'vitest';
import { anyOf } from './any-of';
import { NUMERAL_RULES } from './numeral-tables';
import { CLAUSE_RULES } from './parallel-tables';
import { COINAGE_RULES } from './quoted-tables';

describe('anyOf', () => {
  it('fits what any of its patterns fits', () => {
    const any = anyOf([/^甲(.)\1$/, /^[(甲](乙)(丙)\2$/, /^(?:丁)\(1$/]);
    expect(['甲乙乙', '甲乙丙丙', '(乙丙丙', '丁(1'].map((s) => any.test(s))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['甲乙丙', '甲乙丙乙', '丁1'].map((s) => any.test(s))).toEqual([false, false, false]);
  });

  it('refuses patterns that read differently', () => {
    expect(() => anyOf([/a/u, /a/])).toThrow('flags');
  });

  it.each([
    ['clauses', CLAUSE_RULES.map((r) => r.clause), CLAUSE_RULES],
    ['numerals', NUMERAL_RULES.map((r) => r.pattern), NUMERAL_RULES],
    ['coinages', COINAGE_RULES.map((r) => r.pattern), COINAGE_RULES],
  ] as const)('agrees with the rules for %s one by one', (_, patterns, rules) => {
    const any = anyOf(patterns);
    const wordings = rules.flatMap((r) => [...r.example.split('、'), ...r.counterExample.split('、')]);
    const pieces = wordings.flatMap((w) => [w, w.slice(1), w.slice(0, -1), w + w.slice(0, 1)]);
    for (const piece of pieces)
      expect([piece, any.test(piece)]).toEqual([piece, patterns.some((p) => p.test(piece))]);
  });
});
