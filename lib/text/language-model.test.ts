import { readFileSync, statSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { codeOf, foldUnit, LanguageModel, logOf, ROOT } from './language-model';
import { buildConversionTables } from './traditional';

const FILE = 'data/language-model.br';
const model = new LanguageModel(brotliDecompressSync(readFileSync(FILE)), buildConversionTables().simplified);

function read(text: string): { score: number; context: number } {
  let [context, score] = [ROOT, 0];
  for (const character of text) {
    score += model.step(context, model.symbols[character.charCodeAt(0)] ?? 0);
    context = model.context;
  }
  return { context, score };
}

const score = (text: string): number => read(text).score;

describe('the language model', () => {
  it('prefers what officials write', () => {
    expect(score('推动高质量发展')).toBeGreaterThan(score('推动高质里发展') + 5);
    expect(score('强化危化品、交通运输')).toBeGreaterThan(score('强化危化品贰交通运输'));
  });

  it('reads traditional and full-width forms as what they stand for', () => {
    expect(score('會議強調')).toBe(score('会议强调'));
    expect(score('２０２１年')).toBe(score('2035年'));
  });

  it.each(['', '委', '市委', '市委书记', '咬文嚼字'])(
    'gives what follows “%s” probabilities that add up to about one',
    (text) => {
      const { context } = read(text);
      let sum = 0;
      for (let symbol = 1; symbol < model.units.length; symbol++)
        sum += Math.exp(model.step(context, symbol));
      expect(sum).toBeGreaterThan(0.9);
      expect(sum).toBeLessThan(1.08);
    },
  );

  it.each(['', '委', '会议强', '推动高质'])('says the same of all symbols after “%s” at once', (text) => {
    const { context } = read(text);
    model.open(context);
    const all = Array.from(model.units, (_, symbol) => model.logAfter(symbol));
    all.forEach((log, symbol) => {
      // Codes of one byte end at 32: what is less likely is not told apart.
      const own = model.step(context, symbol);
      if (symbol > 0 && own > -30) expect(log).toBeCloseTo(own, 5);
    });
  });

  it('stays small', () => {
    expect(statSync(FILE).size).toBeLessThan(9_000_000);
  });
});

describe('codes', () => {
  it('stand for logarithms within a sixteenth', () => {
    for (const log of [0, -0.3, -2.71, -12]) expect(Math.abs(logOf(codeOf(log)) - log)).toBeLessThan(0.0626);
  });
  it('fold digits, letters and widths', () => {
    expect([...'７z　'].map((c) => foldUnit(c.charCodeAt(0)))).toEqual([0x30, 0x61, 0x0a]);
  });
});
