/**
 * One form for punctuation: full-width ， ； ： ？ ！ （ ） next to Chinese characters, half-width letters, digits
 * and signs everywhere. Decisions look only at characters that no decision changes, so that deciding again
 * gives the same.
 */
import { isHan } from './classes';

const NEWLINE = 0x0a;
export const FULL_COLON = 0xff1a;
export const FULL_COMMA = 0xff0c;
/** Farthest that the other bracket of a pair is looked for. */
const BRACKET_REACH = 120;

const SEE_THROUGH = new Uint8Array(65536);
for (const c of ' \t\r\u00a0\u3000,;:?!()，；：？！（）"“”‘’') SEE_THROUGH[c.charCodeAt(0)] = 1;
for (let unit = 0x2000; unit <= 0x200a; unit++) SEE_THROUGH[unit] = 1;

const isDigit = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);
const isCjk = (unit: number): boolean =>
  isHan(unit) || (unit >= 0x3001 && unit <= 0x3002) || (unit >= 0x3008 && unit <= 0x3011) || unit === 0x2026;

/** The nearest character on one side, in the same line, that is no space, bracket, quotation mark or comma. */
function neighbour(units: Uint16Array, n: number, index: number, step: 1 | -1): number {
  for (let i = index + step; i >= 0 && i < n; i += step) {
    const unit = units[i] ?? 0;
    if (unit === NEWLINE) return 0;
    if (SEE_THROUGH[unit] === 0) return unit;
  }
  return 0;
}

/** What the half-width mark at `index` should be; brackets are decided by `BracketPairs`. */
export function widenMark(units: Uint16Array, n: number, index: number): number {
  const unit = units[index] ?? 0;
  const before = units[index - 1] ?? 0;
  const after = units[index + 1] ?? 0;
  // What is left of damage that could not be undone stays as it was: ?qū) and ?;.
  if (unit === 0x3f && (after === 0x3b || isLatin(after))) return unit;
  if (unit === 0x3b && before === 0x3f) return unit;
  if (isCjk(neighbour(units, n, index, -1)) || isCjk(neighbour(units, n, index, 1))) return unit + 0xfee0;
  // 80%,2021年: a share or a degree ends the clause, what stands before the number tells the script.
  if (SIGNS.has(before) && isCjk(beforeNumber(units, index - 1))) return unit + 0xfee0;
  return unit;
}

const SIGNS = new Set([...'%％‰℃°'].map((c) => c.charCodeAt(0)));

/** The nearest character before a number with its sign. */
function beforeNumber(units: Uint16Array, index: number): number {
  let i = index;
  while (
    i > 0 &&
    (isDigit(units[i] ?? 0) || SIGNS.has(units[i] ?? 0) || units[i] === 0x2e || units[i] === 0x7e)
  )
    i--;
  return units[i] ?? 0;
}

const isLatin = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xe0 && unit <= 0x1dc) || unit === 0x251 || unit === 0x261;

/** A full-width sign as the normalised text has it: 1:1 ：, ％, Ａ. */
export function narrowMark(units: Uint16Array, n: number, index: number): number {
  const unit = units[index] ?? 0;
  if (unit === 0xff61) return 0x3002;
  if (unit === 0xff64) return 0x3001;
  return unit >= 0xff01 && unit <= 0xff5e && index < n ? unit - 0xfee0 : unit;
}

/** True for a full-width comma between thousands, as in 62，000: three digits follow, and no fourth. */
export function isThousandsComma(units: Uint16Array, index: number): boolean {
  if (!isDigit(units[index - 1] ?? 0)) return false;
  for (let i = 1; i <= 3; i++) if (!isDigit(units[index + i] ?? 0)) return false;
  return !isDigit(units[index + 4] ?? 0);
}

/** True for a full-width mark that half-width numbers have instead: 12：30 and 62，000. */
export function isNumberMark(units: Uint16Array, index: number): boolean {
  return units[index] === FULL_COLON ? isTimeColon(units, index) : isThousandsComma(units, index);
}

/** True for a full-width colon between digits, as in 12：30. */
export function isTimeColon(units: Uint16Array, index: number): boolean {
  return isDigit(units[index - 1] ?? 0) && isDigit(units[index + 1] ?? 0);
}

/** Decides brackets in pairs, so that both of a pair have the same width. */
export class BracketPairs {
  private closing: Map<number, boolean> | null = null;

  /** Whether the bracket at `index` becomes (or stays) full-width. Ask in reading order. */
  isWide(units: Uint16Array, n: number, index: number): boolean {
    const unit = units[index] ?? 0;
    if (unit === 0x28 || unit === 0xff08) return this.open(units, n, index, unit);
    const known = this.closing?.get(index);
    if (known !== undefined) return known;
    if (unit === 0xff09) return true;
    const before = units[index - 1] ?? 0;
    if (isLatin(before) && hasTone(units, index)) return false;
    if (followsWideBracket(units, index)) return true;
    return isCjk(neighbour(units, n, index, -1)) || isCjk(neighbour(units, n, index, 1));
  }

  private open(units: Uint16Array, n: number, index: number, unit: number): boolean {
    let depth = 0;
    let hasHan = unit === 0xff08;
    let close = -1;
    for (let i = index; i < Math.min(n, index + BRACKET_REACH); i++) {
      const inner = units[i] ?? 0;
      if (inner === NEWLINE) break;
      if (isCjk(inner)) hasHan = true;
      if (inner === 0x28 || inner === 0xff08) depth++;
      else if ((inner === 0x29 || inner === 0xff09) && --depth === 0) {
        close = i;
        break;
      }
    }
    if (close < 0)
      return unit === 0xff08 || isCjk(neighbour(units, n, index, -1)) || isCjk(neighbour(units, n, index, 1));
    const isWide = hasHan || isCjk(neighbour(units, n, index, -1)) || isCjk(neighbour(units, n, close, 1));
    this.closing ??= new Map();
    this.closing.set(close, isWide || units[close] === 0xff09);
    return isWide;
  }
}

/** True when a toned vowel stands among the few letters before `index`: the rest of a reading in brackets. */
function hasTone(units: Uint16Array, index: number): boolean {
  for (let i = index - 1; i >= Math.max(0, index - 7); i--) {
    const unit = units[i] ?? 0;
    if (!isLatin(unit)) return false;
    if (unit > 0x7f) return true;
  }
  return false;
}

/** True when the bracket that `index` closes is an open full-width one. */
function followsWideBracket(units: Uint16Array, index: number): boolean {
  let depth = 0;
  for (let i = index - 1; i >= Math.max(0, index - BRACKET_REACH); i--) {
    const unit = units[i] ?? 0;
    if (unit === NEWLINE) return false;
    if (unit === 0x29 || unit === 0xff09) depth++;
    else if ((unit === 0x28 || unit === 0xff08) && depth-- === 0) return unit === 0xff08;
  }
  return false;
}
