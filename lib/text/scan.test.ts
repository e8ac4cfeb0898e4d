import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLASS } from './classes';
import { isNumberMark } from './punctuation';
import { findPlaced, Positions, readFlags } from './scan';
import { loadTextTables } from './tables';

const tables = loadTextTables('data');
const PLACED = CLASS.layout | CLASS.width;

/** What `readFlags` and `findPlaced` are to find, unit by unit, as plainly as it can be said. */
function plainly(string: string): { flags: number; placed: number[] } {
  const units = unitsOf(string);
  let flags = 0;
  const placed: number[] = [];
  for (let i = 0; i < string.length; i++) {
    const unit = units[i] as number;
    let found = tables.kinds.bitsOf(unit) & 0xff & ~CLASS.boilerplate;
    if (tables.triggers.pairs.has(((units[i - 1] ?? 0) << 16) | unit)) found |= CLASS.boilerplate;
    if (isNumberMark(units, i) && '：，'.includes(string.charAt(i))) found |= CLASS.width;
    const next = string.charAt(i + 1);
    const isEnd = string.charAt(i) === '\n';
    if (isEnd && (i === 0 || next === '' || next === '\n')) found |= CLASS.layout;
    if (isEnd || (found & PLACED) !== 0) placed.push(i);
    flags |= found;
  }
  return { flags, placed };
}

function unitsOf(string: string): Uint16Array {
  return Uint16Array.from({ length: string.length + 8 }, (_, i) => string.charCodeAt(i) || 0);
}

const pieces = [
  ...'会議区，。：12３,;:?()（）“” 　\n\t&qū\u200bâ',
  '1，234',
  '12：30',
  '责任编辑：',
  ' |',
  '首页',
];
const messy = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));

describe('the look at a text', () => {
  it('finds the classes and positions of a plain reading', () => {
    const { marks } = tables.scratch;
    fc.assert(
      fc.property(fc.oneof(messy, fc.string({ unit: 'binary', maxLength: 30 })), (string) => {
        const units = unitsOf(string);
        const all = marks.list(units, string.length, tables.kinds);
        const placed = new Positions();
        findPlaced(units, marks, placed);
        const flags = readFlags(units, string.length, marks, all, tables.triggers, new Positions());
        expect({ flags, placed: [...placed.at.subarray(0, placed.count)] }).toEqual(plainly(string));
      }),
      { numRuns: 3000 },
    );
  });
});
