/** Dates as they are written, each with the rules that the units around it allow to say what it is the date of. */
import { has, unitAt } from './parts/units';

const TO_YEAR: i32 = 5; // 2021年
const YEAR: i32 = 0x5e74; // 年
const DAY: i32 = 0x65e5; // 日
const NUMBER: i32 = 0x53f7; // 号
/** Numbers a date takes: start, end, year, month, day (0 where not written), rules as bits. */
const FIELDS: i32 = 6;
/** Where in the rules what is looked for on either side begins. */
const BACK: usize = 16;
const FORTH: usize = 40;
/** A year that has to be there for 2月29日 where none is written. */
const LEAP: i32 = 2020;

/**
 * Writes all dates in `[start, end)` of the `n` units of a text that have a month written with 月, and those of the
 * form 2021-02-10, to `dates`; returns how many there are, at most `most`: 2021年2月10日, 二〇二一年二月十日, 2月12号,
 * 2021年2月, 2月; numbers that are no date (13月, 3个月) are passed over. `at` and `bits` are the marks of the text, `listed`
 * the numbers of those `count` among them that dates are read at; a mark has one of `month` and `dash` where a date may be.
 * `rules` is as `lib/metadata/day-role.ts` lays it out.
 */
export function days(
  units: usize,
  n: i32,
  at: usize,
  bits: usize,
  listed: usize,
  count: i32,
  month: i32,
  dash: i32,
  start: i32,
  end: i32,
  rules: usize,
  dates: usize,
  most: i32,
): i32 {
  let found = 0;
  let into = dates;
  for (let d = firstFrom(at, listed, count, start); d < count && found < most; d++) {
    const mark = <usize>load<i32>(listed + (d << 2)) << 2;
    const position = load<i32>(at + mark);
    // The first dash of 2021-02-10 may stand behind the part that is read.
    if (position >= end + 2) break;
    const kind = load<i32>(bits + mark);
    let isDate = false;
    if ((kind & month) != 0) isDate = position < end && readDate(units, position, start, end, n, into);
    else if ((kind & dash) != 0)
      isDate = position - 4 >= start && position - 2 <= end && readDashed(units, position - 4, into);
    if (!isDate) continue;
    store<i32>(into, rulesAt(units, n, load<i32>(into), load<i32>(into, 4), rules), 20);
    into += FIELDS << 2;
    found++;
  }
  return found;
}

/** The index in `listed` of the first mark at or behind a position. */
function firstFrom(at: usize, listed: usize, count: i32, position: i32): i32 {
  // What lies at the beginning is asked for most.
  if (position == 0) return 0;
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (load<i32>(at + (<usize>load<i32>(listed + (middle << 2)) << 2)) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What a digit says, half-width or Han; 10 for 十, -1 for what is none. */
function digitOf(unit: i32): i32 {
  if (unit < 0x80) return <u32>(unit - 0x30) <= 9 ? unit - 0x30 : -1;
  switch (unit) {
    case 0x3007: // 〇
    case 0x25cb: // ○
    case 0x96f6: // 零
      return 0;
    case 0x4e00: // 一
      return 1;
    case 0x4e8c: // 二
      return 2;
    case 0x4e09: // 三
      return 3;
    case 0x56db: // 四
      return 4;
    case 0x4e94: // 五
      return 5;
    case 0x516d: // 六
      return 6;
    case 0x4e03: // 七
      return 7;
    case 0x516b: // 八
      return 8;
    case 0x4e5d: // 九
      return 9;
    case 0x5341: // 十
      return 10;
    default:
      return -1;
  }
}

function isDigit(unit: i32): bool {
  return <u32>(unit - 0x30) <= 9;
}

/** The number up to 99 that up to three numerals write, as `smallNumber` of lib/metadata/calendar.ts reads it; -1 for none. */
function numberIn(units: usize, start: i32, end: i32): i32 {
  if (end == start) return -1;
  const first = unitAt(units, start);
  if (isDigit(first)) {
    if (end - start == 1) return first - 0x30;
    const second = unitAt(units, start + 1);
    return end - start == 2 && isDigit(second) ? 10 * (first - 0x30) + second - 0x30 : -1;
  }
  // 二 十 八, each of which may be missing; zeros are passed over.
  let high = 0;
  let ten = false;
  let low = 0;
  for (let i = start; i < end; i++) {
    const unit = unitAt(units, i);
    if (unit < 0x80) return -1;
    const digit = digitOf(unit);
    if (digit == 0) continue;
    if (digit == 10) {
      if (ten || low != 0) return -1;
      ten = true;
    } else if (ten) {
      if (low != 0) return -1;
      low = digit;
    } else {
      if (high != 0) return -1;
      high = digit;
    }
  }
  return ten ? (high == 0 ? 10 : 10 * high) + low : high;
}

/** The year of four digits that begins at a position; -1 where there is none. */
function yearIn(units: usize, start: i32): i32 {
  const isArabic = unitAt(units, start) <= 0x39;
  let year = 0;
  for (let i = start; i < start + 4; i++) {
    const unit = unitAt(units, i);
    const digit = digitOf(unit);
    if (digit < 0 || digit > 9 || isDigit(unit) != isArabic) return -1;
    year = 10 * year + digit;
  }
  return year;
}

function isDay(year: i32, month: i32, day: i32): bool {
  if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1) return false;
  if (month == 2) return day <= ((year & 3) == 0 && year != 1900 ? 29 : 28);
  return day <= (month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31);
}

/** Writes a date; false, so that nothing follows, where it cannot be. */
function write(into: usize, start: i32, end: i32, year: i32, month: i32, day: i32): bool {
  store<i32>(into, start);
  store<i32>(into, end, 4);
  store<i32>(into, year, 8);
  store<i32>(into, month, 12);
  store<i32>(into, day, 16);
  return true;
}

/** The date whose 月 stands at a position. */
function readDate(units: usize, position: i32, floor: i32, ceiling: i32, n: i32, into: usize): bool {
  let start = position;
  while (start > floor && position - start < 3 && digitOf(unitAt(units, start - 1)) >= 0) start--;
  if (start == position) return false;
  const month = numberIn(units, start, position);
  if (month < 1 || month > 12) return false;
  let end = position + 1;
  while (end < ceiling && end - position <= 3 && digitOf(unitAt(units, end)) >= 0) end++;
  const behind = end < n ? unitAt(units, end) : 0;
  const day = behind == DAY || behind == NUMBER ? numberIn(units, position + 1, end) : 0;
  let year = 0;
  if (start - TO_YEAR >= floor && unitAt(units, start - 1) == YEAR) {
    const written = yearIn(units, start - TO_YEAR);
    if (written > 1900) {
      year = written;
      start -= TO_YEAR;
    }
  }
  if (day <= 0) return write(into, start, position + 1, year, month, 0);
  return isDay(year == 0 ? LEAP : year, month, day) && write(into, start, end + 1, year, month, day);
}

/** Whether a unit parts year, month and day: - . / */
function isDash(unit: i32): bool {
  return unit >= 0x2d && unit <= 0x2f;
}

/** Whether a date may end before a position: no digit, no dash, or one without a digit behind it. */
function mayEnd(units: usize, end: i32): bool {
  const unit = unitAt(units, end);
  return !((isDigit(unit) || isDash(unit)) && isDigit(unitAt(units, end + 1)));
}

/** The date of the form 2021-02-10 that begins at a position. Behind the text stand zeros. */
function readDashed(units: usize, start: i32, into: usize): bool {
  if (unitAt(units, start) != 0x32 || unitAt(units, start + 1) != 0x30) return false;
  if (start > 0) {
    const before = unitAt(units, start - 1);
    if (isDigit(before) || isDash(before)) return false;
  }
  if (!isDigit(unitAt(units, start + 2)) || !isDigit(unitAt(units, start + 3))) return false;
  const year = yearIn(units, start);
  const first = start + TO_YEAR;
  const toDay = isDigit(unitAt(units, first + 1)) ? first + 2 : first + 1;
  if (!isDigit(unitAt(units, first)) || !isDash(unitAt(units, toDay))) return false;
  if (!isDigit(unitAt(units, toDay + 1))) return false;
  let end = toDay + 2;
  if (isDigit(unitAt(units, end)) && mayEnd(units, end + 1)) end++;
  else if (!mayEnd(units, end)) return false;
  const month = numberIn(units, first, toDay);
  const day = numberIn(units, toDay + 1, end);
  return isDay(year, month, day) && write(into, start, end, year, month, day);
}

/**
 * Which rules the units around a date allow, as bits: the unit on either side, and what stands further off. `rules`:
 * for what stands before and behind, the number by unit and the rules by number; then for either side what `look` needs.
 */
export function rulesAt(units: usize, n: i32, start: i32, end: i32, rules: usize): i32 {
  let left = -1;
  if (start > 0) left &= allowedBy(load<usize>(rules), load<usize>(rules, 4), unitAt(units, start - 1));
  if (end < n) left &= allowedBy(load<usize>(rules, 8), load<usize>(rules, 12), unitAt(units, end));
  if ((left & load<i32>(rules, BACK)) != 0) left &= look(units, start - 1, -1, rules + BACK, start);
  if ((left & load<i32>(rules, FORTH)) != 0) left &= look(units, end, 1, rules + FORTH, n - end);
  return left;
}

function allowedBy(numbers: usize, rules: usize, unit: i32): i32 {
  return load<i32>(rules + (<usize>load<u8>(numbers + unit) << 2));
}

/**
 * Looks for up to four kinds of units at once, from a position on in steps of `step`, of which there are `most`; returns the
 * rules that what is found allows. `table`: the rules that ask; how far the farthest of them looks; the set of the units that
 * any of them looks for or ends with; by unit the kinds that look for it (bits 0 to 3) and those that end with it (4 to 7);
 * by distance the kinds that reach so far; by the kinds found the rules.
 */
function look(units: usize, from: i32, step: i32, table: usize, most: i32): i32 {
  const steps = min(most, load<i32>(table, 4));
  const set = load<usize>(table, 8);
  let found = 0;
  let open = 15;
  let at = units + (from << 1);
  for (let distance = 0; distance < steps; distance++, at += step << 1) {
    const unit = <i32>load<u16>(at);
    if (!has(set, unit)) continue;
    open &= <i32>load<u8>(load<usize>(table, 16) + distance);
    const kind = <i32>load<u8>(load<usize>(table, 12) + unit);
    found |= kind & open;
    open &= ~(kind | (kind >>> 4));
    if (open == 0) break;
  }
  return load<i32>(load<usize>(table, 20) + (found << 2));
}
