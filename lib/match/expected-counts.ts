import { isDigit } from '@/lib/marks';

/** The value of a number of one character; 0 for what is none. */
const VALUES = new Map(
  Array.from('一二三四五六七八九十', (c, i) => [c.charCodeAt(0), i + 1] as const).concat(
    Array.from('两双', (c) => [c.charCodeAt(0), 2] as const),
  ),
);
const [TEN, TWO, PAIR] = Array.from('十两双', (c) => c.charCodeAt(0));
/** A number and what it counts: nothing else in the slogan is a number of members. */
const COUNTED = /^(?:\d+|[一-龥]{1,2})[个大项条种类]/;
const MOST = 20;

/** Whether a slogan says that it has so many members: 三个到位 3; 三提三效 3 (pairs) or 6; 三到位一处理 4. */
export function expectsCount(slogan: string, count: number): boolean {
  if (count > MOST) return false;
  let first = 0;
  let sum = 0;
  let isOneNumber = true;
  for (let i = 0; i < slogan.length; i++) {
    let value = valueAt(slogan, i);
    if (value < 0) continue;
    if (hasSecond(slogan, i)) value = valueAt(slogan, ++i) + (value === 10 ? 10 : 10 * value);
    if (value === 0) continue;
    if (first === 0) first = value;
    isOneNumber &&= value === first;
    sum += value;
  }
  if (first < 2 || (count !== first && count !== sum)) return false;
  if (COUNTED.test(slogan)) return count === first;
  return count === sum || isOneNumber;
}

/** The value of the digit or number at a position; −1 where none stands there. */
function valueAt(slogan: string, at: number): number {
  const unit = slogan.charCodeAt(at);
  return isDigit(unit) ? unit - 0x30 : (VALUES.get(unit) ?? -1);
}

/** Whether the next character belongs to the same number: 12, 十二. */
function hasSecond(slogan: string, at: number): boolean {
  const next = slogan.charCodeAt(at + 1);
  if (isDigit(slogan.charCodeAt(at))) return isDigit(next);
  return slogan.charCodeAt(at) === TEN && VALUES.has(next) && next !== TEN && next !== TWO && next !== PAIR;
}
