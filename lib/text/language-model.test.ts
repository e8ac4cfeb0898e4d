import { readFileSync, statSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BOUNDARY, codeOf, countOf, foldUnit, LanguageModel } from './language-model';
import { buildConversionTables } from './traditional';

const FILE = 'data/language-model.br';
const model = new LanguageModel(brotliDecompressSync(readFileSync(FILE)), buildConversionTables().simplified);

function score(text: string): number {
  let [trigram, bigram, p, sum] = [-1, -1, BOUNDARY, 0];
  for (const character of text) {
    const symbol = model.symbols[character.charCodeAt(0)] ?? 0;
    sum += model.step(trigram, bigram, p, symbol);
    [trigram, bigram, p] = [model.trigram, model.bigram, symbol];
  }
  return sum;
}

describe('the language model', () => {
  it('prefers what officials write', () => {
    expect(score('推动高质量发展')).toBeGreaterThan(score('推动高质里发展') + 5);
    expect(score('强化危化品、交通运输')).toBeGreaterThan(score('强化危化品贰交通运输'));
  });

  it('reads traditional and full-width forms as what they stand for', () => {
    expect(score('會議強調')).toBe(score('会议强调'));
    expect(score('２０２１年')).toBe(score('2035年'));
  });

  it('gives every context probabilities that add up to about one', () => {
    const p = model.symbols['会'.charCodeAt(0)] ?? 0;
    const q = model.symbols['委'.charCodeAt(0)] ?? 0;
    for (const bigram of [-1, model.findBigram(q, p)]) {
      let sum = 0;
      for (let symbol = 1; symbol < model.units.length; symbol++)
        sum += Math.exp(model.step(-1, bigram, p, symbol));
      expect(sum).toBeGreaterThan(0.9);
      expect(sum).toBeLessThan(1.05);
    }
  });

  it('stays small', () => {
    expect(statSync(FILE).size).toBeLessThan(6_000_000);
  });
});

describe('codes', () => {
  it('stand for counts within a quarter of an octave', () => {
    for (const count of [1, 3, 17, 4096])
      expect(Math.abs(Math.log2(countOf(codeOf(count)) / count))).toBeLessThan(0.126);
  });
  it('fold digits, letters and widths', () => {
    expect([...'７z　'].map((c) => foldUnit(c.charCodeAt(0)))).toEqual([0x30, 0x61, 0x0a]);
  });
});
