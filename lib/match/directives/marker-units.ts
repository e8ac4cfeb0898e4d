/** Which units markers of lists consist of: one test of two table entries dismisses nearly every unit of a text. */
import { allocate, buffer } from '@/lib/kernel/memory';
import { MARK } from '@/lib/marks';
import { shapeOf } from '../pattern-shape';
import { INSTRUCTS } from './parallel-openings';

const NUMERALS = '一二三四五六七八九十';
const DIGITS = '0123456789';
const CIRCLES = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇';

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
  ['先次后要', ORDER],
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

/** Where the kernel finds all of it, as source/lists.as tells. */
export const TABLES = hand();

function hand(): number {
  const head = Int32Array.of(
    MARK.stop | MARK.newline,
    Object.values(MARKS_OF).reduce((a, b) => a | b),
    0,
    0,
  );
  const may = ADMITS.slice();
  const [ranges = []] = shapeOf(INSTRUCTS).head;
  for (let r = 0; r < ranges.length; r += 2)
    for (let unit = ranges[r] as number; unit <= (ranges[r + 1] as number); unit++)
      may[unit] = (may[unit] as number) | OPENS_INSTRUCTION;
  const parts = [head, moves(), follows(), MAY_BE, may];
  const address = allocate(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = address;
  for (const part of parts) {
    new Uint8Array(buffer, at).set(new Uint8Array(part.buffer));
    at += part.byteLength;
  }
  return address;
}

/** For every four bits: which bytes of four numbers stand first when those are moved together whose bits are set. */
function moves(): Uint8Array {
  const bytes = new Uint8Array(16 * 16);
  for (let bits = 0; bits < 16; bits++) {
    let to = 16 * bits;
    for (let number = 0; number < 4; number++)
      if ((bits & (1 << number)) !== 0) for (let byte = 0; byte < 4; byte++) bytes[to++] = 4 * number + byte;
  }
  return bytes;
}

function table(entries: readonly (readonly [string, number])[]): Uint8Array {
  const bits = new Uint8Array(65_536);
  for (const [characters, bit] of entries)
    for (const c of characters) bits[c.charCodeAt(0)] = (bits[c.charCodeAt(0)] ?? 0) | bit;
  return bits;
}
