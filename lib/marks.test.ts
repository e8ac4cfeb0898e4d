import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KindTable, MARK, MarkList, markFrom, marksOf } from './marks';
import type { Text } from './types';

const characters = [...'一二两会议要强调，。；\n、“”‘’+12年月（）第①首：a 😀'];
const texts = fc.array(fc.constantFrom(...characters), { maxLength: 80 }).map((parts) => parts.join(''));

function textOf(string: string): Text {
  return { string, units: Uint16Array.from({ length: string.length }, (_, i) => string.charCodeAt(i)) };
}

describe('marks', () => {
  it('are the units that have a kind, with its bits, in order', () => {
    const table = new KindTable();
    const list = new MarkList();
    fc.assert(
      fc.property(texts, (string) => {
        const { units } = textOf(string);
        const all = list.list(units, units.length, table);
        const expected = [...units.entries()]
          .map(([at, unit]) => ({ at, bits: table.bitsOf(unit) }))
          .filter(({ bits }) => bits !== 0);
        const found = Array.from({ length: list.count }, (_, m) => ({ at: list.at[m], bits: list.bits[m] }));
        expect(found).toEqual(expected);
        expect(all).toBe(expected.reduce((sum, { bits }) => sum | bits, 0));
        for (let i = 0; i <= string.length; i++)
          expect(markFrom(list, i)).toBe(expected.filter(({ at }) => at < i).length);
      }),
    );
  });

  it('grow with the text', () => {
    expect(marksOf(textOf('会一'.repeat(5000))).count).toBe(5000);
  });

  it('come with the text or are listed when they are asked for', () => {
    const text = textOf('2021年2月10日，会议');
    const marks = marksOf(text);
    const months = Array.from({ length: marks.count }, (_, m) => m).filter(
      (m) => ((marks.bits[m] ?? 0) & MARK.month) !== 0,
    );
    expect(months.map((m) => marks.at[m])).toEqual([6]);
    expect(marksOf({ ...text, marks })).toBe(marks);
  });

  it('keep the bits that a unit already has', () => {
    const table = new KindTable();
    table.add(0x6708, 1);
    expect(table.bitsOf(0x6708)).toBe(MARK.month | 1);
    expect(table.bitsOf(0x4f1a)).toBe(0);
  });
});

describe('the bits of marks', () => {
  it('are one each, and none is another one’s or belongs to restoring', () => {
    const bits = Object.values(MARK);
    for (const bit of bits) expect(bit & (bit - 1)).toBe(0);
    expect(new Set(bits).size).toBe(bits.length);
    expect(Math.min(...bits)).toBeGreaterThan(0xff);
  });
});
