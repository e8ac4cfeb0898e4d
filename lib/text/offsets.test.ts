import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, type Edit, startDraft } from './draft';
import { fromOriginal, toOriginal } from './offsets';

/** 区(qū)委 → 区委 */
const MAP = [0, 1, 0, 1, 1, 1, 5, 1];

describe('toOriginal', () => {
  it('ends right after the last character, before a reading that was cut out', () => {
    expect(toOriginal(MAP, 0, 1)).toEqual({ start: 0, end: 1 });
    expect(toOriginal(MAP, 0, 2)).toEqual({ start: 0, end: 6 });
    expect(toOriginal(MAP, 1, 2)).toEqual({ start: 5, end: 6 });
  });

  it('maps a replaced piece as a whole', () => {
    const map = [0, 2, 0, 2, 2, 3, 2, 9, 5, 4, 11, 4];
    expect(toOriginal(map, 3, 4)).toEqual({ start: 2, end: 11 });
    expect(toOriginal(map, 1, 6)).toEqual({ start: 1, end: 12 });
  });

  it('is the identity for the empty map', () => {
    expect(toOriginal([], 3, 8)).toEqual({ start: 3, end: 8 });
  });
});

describe('fromOriginal', () => {
  it('finds what was kept of an original span', () => {
    expect(fromOriginal(MAP, 0, 5)).toEqual({ start: 0, end: 1 });
    expect(fromOriginal(MAP, 1, 5)).toEqual({ start: 1, end: 1 });
    expect(fromOriginal(MAP, 5, 6)).toEqual({ start: 1, end: 2 });
  });
});

/** Non-overlapping edits from a list of gaps and lengths. */
function makeEdits(length: number, steps: readonly (readonly [number, number, string])[]): Edit[] {
  const edits: Edit[] = [];
  let position = 0;
  for (const [gap, size, text] of steps) {
    const start = position + gap;
    const end = start + size;
    if (end > length) break;
    edits.push({ start, end, text, kind: 'annotation', confidence: 1 });
    position = end + 1;
  }
  return edits;
}

describe('composed maps', () => {
  const step = fc.tuple(fc.nat(5), fc.nat(4), fc.string({ maxLength: 3 }));
  it('keep spans in bounds and map kept characters to themselves', () => {
    fc.assert(
      fc.property(
        fc.nat(40),
        fc.array(fc.array(step, { maxLength: 6 }), { maxLength: 4 }),
        (length, rounds) => {
          const original = Array.from({ length }, (_, i) => String.fromCharCode(0x4e00 + i)).join('');
          let draft = startDraft(original);
          for (const steps of rounds) draft = applyEdits(draft, makeEdits(draft.text.length, steps));
          for (let i = 0; i < draft.text.length; i++) {
            const span = toOriginal(draft.map, i, i + 1);
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeLessThanOrEqual(length);
            const unit = draft.text.charAt(i);
            if (unit >= '一' && draft.map.length > 0)
              expect(original.slice(span.start, span.end)).toContain(unit);
          }
        },
      ),
    );
  });
});
