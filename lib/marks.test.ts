import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROUP, KindTable, listedFrom, MARK, MarkList, marksOf } from './marks';
import type { Text } from './types';

const characters = [...'一二两会议要强调，。；\n、“”‘’+12年月（）第①⑴首：a 😀'];
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
        const dated = expected.filter(({ at }) => '年月'.includes(string.charAt(at)));
        expect([...list.dated.subarray(0, list.datedCount)].map((m) => list.at[m])).toEqual(
          dated.map((d) => d.at),
        );
        for (let i = 0; i <= string.length; i++)
          expect(listedFrom(list, list.dated, list.datedCount, i)).toBe(
            dated.filter(({ at }) => at < i).length,
          );
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

  it('put units into the groups of their bits, whichever came first', () => {
    const table = new KindTable();
    const groupsOf = (unit: number) => table.groups[table.kinds[unit] as number];
    table.add(0x41, 1);
    table.group(GROUP.announced, 1 | 2);
    table.add(0x42, 2);
    expect([groupsOf(0x41), groupsOf(0x42)]).toEqual([GROUP.announced, GROUP.announced]);
    table.add(0x6708, 1);
    expect(groupsOf(0x6708)).toBe(GROUP.dated | GROUP.announced);
  });
});

describe('the bits of marks', () => {
  it('are one each, and none is another one’s or belongs to restoring', () => {
    const bits = Object.values(MARK);
    for (const bit of bits) expect(bit & (bit - 1)).toBe(0);
    expect(new Set(bits).size).toBe(bits.length);
    expect(Math.min(...bits)).toBeGreaterThan(0xff);
    expect(Math.max(...bits)).toBeLessThan(1 << 27);
  });
});
