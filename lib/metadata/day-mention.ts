import { listedFrom, MARK, marksOf } from '@/lib/marks';
import type { Span, Text } from '@/lib/types';
import { isDay, smallNumber, yearNumber } from './calendar.ts';

/** A date as written: 0 stands for a part that is not written. */
export interface DayMention extends Span {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A character of a written number: 0–9, Han numerals, 十, 〇. */
function isNumeral(code: number): boolean {
  if (code >= 0x30 && code <= 0x39) return true;
  switch (code) {
    case 0x3007: // 〇
    case 0x25cb: // ○
    case 0x96f6: // 零
    case 0x4e00: // 一
    case 0x4e8c: // 二
    case 0x4e09: // 三
    case 0x56db: // 四
    case 0x4e94: // 五
    case 0x516d: // 六
    case 0x4e03: // 七
    case 0x516b: // 八
    case 0x4e5d: // 九
    case 0x5341: // 十
      return true;
    default:
      return false;
  }
}

/** The first position of the run of numerals that ends before `end`; at most `most` characters. */
function numeralStart(units: Uint16Array, end: number, floor: number, most: number): number {
  let at = end;
  while (at > floor && end - at < most && isNumeral(units[at - 1] as number)) at--;
  return at;
}

function numeralEnd(units: Uint16Array, start: number, ceiling: number, most: number): number {
  let at = start;
  while (at < ceiling && at - start < most && isNumeral(units[at] as number)) at++;
  return at;
}

const NONE: readonly DayMention[] = [];
/** Digits of a year. */
const YEAR = 4;

/**
 * All dates with a month written with 月, and those of the form 2021-02-10, in `[start, end)`:
 * 2021年2月10日, 二〇二一年二月十日, 2月12号, 2021年2月, 2月; numbers that are no date (13月, 3个月) are passed over.
 */
export function findDayMentions(text: Text, start: number, end: number): readonly DayMention[] {
  const { month, dash } = MARK;
  const wanted = month | dash;
  const marks = marksOf(text);
  const { at, bits, dated, datedCount } = marks;
  let mentions: DayMention[] | null = null;
  for (let d = listedFrom(marks, dated, datedCount, start); d < datedCount; d++) {
    const m = dated[d] as number;
    const found = (bits[m] as number) & wanted;
    if (found === 0) continue;
    const position = at[m] as number;
    // The first dash of 2021-02-10 may stand behind the part that is read.
    if (position >= end + YEAR - 2) break;
    let mention: DayMention | null = null;
    if (found === dash) {
      if (position - YEAR >= start && position - YEAR + 2 <= end) mention = dashedAt(text, position - YEAR);
    } else if (position < end) mention = mentionAt(text, position, start, end);
    if (mention !== null) {
      mentions ??= [];
      mentions.push(mention);
    }
  }
  if (mentions === null) return NONE;
  return mentions.length > 1 ? mentions.sort((a, b) => a.start - b.start) : mentions;
}

/** `smallNumber` of `[start, end)`; what is written in digits is read without a copy. */
function numberAt(text: string, units: Uint16Array, start: number, end: number): number {
  const first = (units[start] as number) - 0x30;
  if (end > start && first >= 0 && first <= 9) {
    if (end - start === 1) return first;
    const second = (units[start + 1] as number) - 0x30;
    if (end - start === 2 && second >= 0 && second <= 9) return 10 * first + second;
  }
  return smallNumber(text.slice(start, end));
}

function mentionAt(
  { string: text, units }: Text,
  at: number,
  floor: number,
  ceiling: number,
): DayMention | null {
  const monthStart = numeralStart(units, at, floor, 3);
  if (monthStart === at) return null;
  const month = numberAt(text, units, monthStart, at);
  if (month < 1 || month > 12) return null;
  const dayEnd = numeralEnd(units, at + 1, ceiling, 3);
  const unit = text.charCodeAt(dayEnd);
  // 日 or 号
  const day = unit === 0x65e5 || unit === 0x53f7 ? numberAt(text, units, at + 1, dayEnd) : 0;
  let year = 0;
  let start = monthStart;
  if (text.charCodeAt(monthStart - 1) === 0x5e74 && monthStart - 5 >= floor) {
    const written = yearNumber(text.slice(monthStart - 5, monthStart - 1));
    if (written > 1900) {
      year = written;
      start = monthStart - 5;
    }
  }
  if (day > 0 && !isDay(year === 0 ? 2020 : year, month, day)) return null;
  return { year, month, day: Math.max(day, 0), start, end: day > 0 ? dayEnd + 1 : at + 1 };
}

const DASHED = /(?<![\d/.-])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d/.-]\d)/y;

/** The date of the form 2021-02-10 that begins at `at`. */
function dashedAt({ string, units }: Text, at: number): DayMention | null {
  if (units[at] !== 0x32 || units[at + 1] !== 0x30) return null;
  DASHED.lastIndex = at;
  const match = DASHED.exec(string);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isDay(year, month, day) ? { year, month, day, start: at, end: at + match[0].length } : null;
}
