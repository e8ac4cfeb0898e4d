import type { Span } from '@/lib/types';
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
function numeralStart(text: string, end: number, floor: number, most: number): number {
  let at = end;
  while (at > floor && end - at < most && isNumeral(text.charCodeAt(at - 1))) at--;
  return at;
}

function numeralEnd(text: string, start: number, ceiling: number, most: number): number {
  let at = start;
  while (at < ceiling && at - start < most && isNumeral(text.charCodeAt(at))) at++;
  return at;
}

/**
 * All dates with a month written with 月, and those of the form 2021-02-10, in `[start, end)`:
 * 2021年2月10日, 二〇二一年二月十日, 2月12号, 2021年2月, 2月; numbers that are no date (13月, 3个月) are passed over.
 */
export function findDayMentions(text: string, start: number, end: number): DayMention[] {
  const mentions: DayMention[] = [];
  // Searched in a slice: what is not there would otherwise be looked for to the end of the text.
  const part = text.slice(start, end);
  for (let at = part.indexOf('月'); at >= 0; at = part.indexOf('月', at + 1)) {
    const mention = mentionAt(text, start + at, start, end);
    if (mention !== null) mentions.push(mention);
  }
  const inMonths = mentions.length;
  for (let at = part.indexOf('20'); at >= 0; at = part.indexOf('20', at + 2)) {
    const mention = dashedAt(text, start + at);
    if (mention !== null) mentions.push(mention);
  }
  return mentions.length === inMonths ? mentions : mentions.sort((a, b) => a.start - b.start);
}

function mentionAt(text: string, at: number, floor: number, ceiling: number): DayMention | null {
  const monthStart = numeralStart(text, at, floor, 3);
  if (monthStart === at) return null;
  const month = smallNumber(text.slice(monthStart, at));
  if (month < 1 || month > 12) return null;
  const dayEnd = numeralEnd(text, at + 1, ceiling, 3);
  const unit = text.charCodeAt(dayEnd);
  // 日 or 号
  const day = unit === 0x65e5 || unit === 0x53f7 ? smallNumber(text.slice(at + 1, dayEnd)) : 0;
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

/** The date of the form 2021-02-10 that begins at `at`, where 20 stands. */
function dashedAt(text: string, at: number): DayMention | null {
  const separator = text.charCodeAt(at + 4);
  // - . /
  if (!(separator >= 0x2d && separator <= 0x2f)) return null;
  DASHED.lastIndex = at;
  const match = DASHED.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isDay(year, month, day) ? { year, month, day, start: at, end: at + match[0].length } : null;
}
