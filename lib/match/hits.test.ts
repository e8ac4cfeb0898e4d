import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEXICON_COLUMNS, type Text } from '@/lib/types';
import { type CompiledLexicon, compileLexicon } from './compile-lexicon';
import { findListed, type ListedHits, newListedHits, quotationKey, toCandidates } from './hits';
import { parseLexicon } from './lexicon';
import { settle } from './settle';

function lexiconOf(forms: readonly string[], traps: readonly string[] = []): CompiledLexicon {
  const line = (kind: string) => (form: string) =>
    `${form}\t${kind}${'\t'.repeat(LEXICON_COLUMNS.length - 2)}`;
  const lines = [LEXICON_COLUMNS.join('\t'), ...forms.map(line('set')), ...traps.map(line('trap'))];
  return compileLexicon(parseLexicon(lines.join('\n'), 'test.tsv').entries);
}

function textOf(string: string): Text {
  return { string, units: Uint16Array.from(string, (c) => c.charCodeAt(0)) };
}

function listed(lexicon: CompiledLexicon, string: string): ListedHits {
  const hits = newListedHits();
  findListed(lexicon, textOf(string), hits);
  return hits;
}

describe('hits of the lexicon', () => {
  it('are chosen in the kernel as settling all of them would choose', () => {
    const words = fc.uniqueArray(
      fc.array(fc.constantFrom(...'甲乙丙三2'), { minLength: 2, maxLength: 4 }).map((c) => c.join('')),
      { minLength: 2, maxLength: 8 },
    );
    const letters = fc.constantFrom(...'甲乙丙三2“”局');
    const cases = words.chain((forms) =>
      fc.tuple(
        fc.constant(forms),
        fc.array(fc.oneof(letters, fc.constantFrom(...forms)), { minLength: 1, maxLength: 6 }),
      ),
    );
    let clear = 0;
    fc.assert(
      fc.property(cases, ([[trap = '', ...forms], pieces]) => {
        const text = pieces.join('');
        const lexicon = lexiconOf(forms, [trap]);
        const hits = listed(lexicon, text);
        if (hits.chosenCount < 0) return;
        clear += Math.min(1, hits.chosenCount);
        const chosen = toCandidates(text, lexicon, hits, []);
        const all = toCandidates(text, lexicon, { ...hits, chosenCount: -1 }, []);
        expect(chosen).toEqual(settle(all, text));
      }),
      { numRuns: 300 },
    );
    expect(clear).toBeGreaterThan(30);
  });

  it('stand alone: no number is read out of a larger one', () => {
    const lexicon = lexiconOf(['三甲', '1+1', '5G']);
    const found = (text: string) =>
      toCandidates(text, lexicon, listed(lexicon, text), []).map((c) => text.slice(c.start, c.end));
    expect(found('三甲，第三甲，1+1，1+1+9，2.1+1，5G，15G')).toEqual(['三甲', '1+1', '5G']);
  });

  it('settle quotations where there is no room for all of them', () => {
    const lexicon = lexiconOf(['一一', '一一一', '一一一一', '一一一一一']);
    const text = `“一一”${'一'.repeat(20_000)}“一一一”`;
    const { count, chosenCount, settled } = listed(lexicon, text);
    expect(count).toBeGreaterThan(3 * text.length);
    expect(chosenCount).toBe(-1);
    const last = text.length - 4;
    expect([...(settled ?? [])].sort((a, b) => a - b)).toEqual([
      quotationKey(1, 3),
      quotationKey(last, last + 2),
      quotationKey(last, last + 3),
    ]);
  });
});
