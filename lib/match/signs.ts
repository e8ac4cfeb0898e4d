/**
 * What a unit of a text may be to the rules, one bit each, and what it admits before it: a rule is asked only where a
 * unit and the next one agree (一 before 是, （ before 一). One test of two table entries dismisses nearly every unit.
 */
import { RULES_BY_SECOND } from './unquoted-numerals';

/** Last unit of a Chinese or Arabic numeral of a list. */
export const CHINESE = 1;
export const DIGIT = 2;
/** First unit of a marker in brackets, of a word of order, of a number in a circle. */
export const BRACKET = 4;
export const ORDER = 8;
export const CIRCLED = 16;
/** End of a sentence. */
export const STOP = 32;
/** A number that may begin a slogan without quotation marks. */
export const NUMBER = 64;
/** 、, quotation marks and +. */
export const SIGN = 128;

export const LIST_SIGNS = CHINESE | DIGIT | BRACKET | ORDER | CIRCLED | STOP;
export const SLOGAN_SIGNS = NUMBER | SIGN;

const NUMERALS = '一二三四五六七八九十';
const DIGITS = '0123456789';
const CIRCLES = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟';

/** What a unit may be. */
export const MAY_BE = table([
  [NUMERALS, CHINESE | NUMBER],
  ['两双', NUMBER],
  [DIGITS, DIGIT],
  ['（(', BRACKET],
  ['第其首再最', ORDER],
  [CIRCLES, CIRCLED],
  ['。；！？\n', STOP],
  ['、“”‘’+', SIGN],
]);

const ADMITS = table([
  ['是要、.．', CHINESE],
  ['.．、）)', DIGIT],
  [' ', CHINESE | DIGIT | BRACKET],
  [NUMERALS, BRACKET | ORDER],
  [DIGITS, BRACKET],
  ['先次后', ORDER],
]).map((bits, unit) => bits | CIRCLED | STOP | SIGN | (RULES_BY_SECOND[unit] === 0 ? 0 : NUMBER));

/** Both in one: what a unit may be, and eight bits higher what it admits before it. */
export const PLACE = Uint16Array.from(MAY_BE, (bits, unit) => bits | ((ADMITS[unit] as number) << 8));

function table(entries: readonly (readonly [string, number])[]): Uint8Array {
  const bits = new Uint8Array(65_536);
  for (const [characters, bit] of entries)
    for (const c of characters) bits[c.charCodeAt(0)] = (bits[c.charCodeAt(0)] ?? 0) | bit;
  return bits;
}
