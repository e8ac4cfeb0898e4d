/** Which units markers of lists consist of: one test of two table entries dismisses nearly every unit of a text. */
import { allocate, buffer } from '@/lib/kernel/memory';
import { MARK } from '@/lib/marks';
import { shapeOf } from '../pattern-shape';
import { INSTRUCTS } from './parallel-openings';

const NUMERALS = '一二三四五六七八九十';
const DIGITS = '0123456789';
const CIRCLES = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟';

/** What a unit may be: the last one of a numeral, the first one of a marker. */
export const CHINESE = 1;
export const DIGIT = 2;
export const BRACKET = 4;
export const ORDER = 8;
export const CIRCLED = 16;
const KINDS = 31;
/** What ends a marker behind a numeral (see source/lists.as). */
const CLOSING = 32;
const POINT = 64;
/** A bit of the table of what may follow: a unit that instructions may begin with. */
const OPENS_INSTRUCTION = 32;

const MAY_BE = table([
  [NUMERALS, CHINESE],
  [DIGITS, DIGIT],
  ['（(', BRACKET],
  ['第其首再最', ORDER],
  [CIRCLES, CIRCLED],
  ['）)', CLOSING],
  ['.．、', POINT],
]);
/** Of what kind a unit may be that this one follows (一 before 是, （ before 一). */
const ADMITS = table([
  ['是要、.．', CHINESE],
  ['.．、）)', DIGIT],
  [' ', CHINESE | DIGIT | BRACKET],
  [NUMERALS, BRACKET | ORDER],
  [DIGITS, BRACKET],
  ['先次后', ORDER],
]).map((bits) => bits | CIRCLED);

/** The kind of marker that may stand at a unit: CHINESE and DIGIT at the last one of its numeral, others at its first. */
export function kindAt(units: Uint16Array, at: number): number {
  return mayBe(units[at] as number) & (ADMITS[units[at + 1] as number] as number);
}

/** The kind of marker that a unit may be part of; 0 for others. */
export function mayBe(unit: number): number {
  return (MAY_BE[unit] as number) & KINDS;
}

/** The marks that those kinds are listed as. */
const MARKS_OF: Readonly<Record<number, number>> = {
  [CHINESE]: MARK.chineseDigit,
  [DIGIT]: MARK.digit,
  [BRACKET]: MARK.openBracket,
  [ORDER]: MARK.order,
  [CIRCLED]: MARK.circled,
};

/**
 * By the last eight bits of a unit the marks that it may follow in a marker: small enough to stay in the cache, and asked
 * of every mark. What it lets through by mistake is found out in the tables above.
 */
function follows(): Int32Array {
  const marks = new Int32Array(256);
  for (const [unit, kinds] of ADMITS.entries())
    for (let kind = CHINESE; kind <= CIRCLED; kind <<= 1)
      if ((kinds & kind) !== 0) marks[unit & 255] = (marks[unit & 255] as number) | (MARKS_OF[kind] ?? 0);
  return marks;
}

/** Where the kernel finds `follows` and the two tables, one behind the other. */
export const TABLES = hand();

function hand(): number {
  const first = follows();
  const address = allocate(first.byteLength + MAY_BE.length + ADMITS.length);
  new Int32Array(buffer, address).set(first);
  new Uint8Array(buffer, address + first.byteLength).set(MAY_BE);
  const second = new Uint8Array(buffer, address + first.byteLength + MAY_BE.length);
  second.set(ADMITS);
  const [ranges = []] = shapeOf(INSTRUCTS).head;
  for (let r = 0; r < ranges.length; r += 2)
    for (let unit = ranges[r] as number; unit <= (ranges[r + 1] as number); unit++)
      second[unit] = (second[unit] as number) | OPENS_INSTRUCTION;
  return address;
}

function table(entries: readonly (readonly [string, number])[]): Uint8Array {
  const bits = new Uint8Array(65_536);
  for (const [characters, bit] of entries)
    for (const c of characters) bits[c.charCodeAt(0)] = (bits[c.charCodeAt(0)] ?? 0) | bit;
  return bits;
}
