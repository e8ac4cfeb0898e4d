import { isDigit, MARK, marksOf } from '@/lib/marks';
import type { Span, Text } from '@/lib/types';

/**
 * A second report begins with a lead of its own: a day, an office or body, and what it did. `lead` matches at the
 * day; the headline before it is found by `headlineStart`.
 */
const LEAD =
  /(?:\d{4}年)?\d{1,2}月\d{1,2}[日号](?:上午|下午|晚上|晚|中午)?，?[^。；\n]{0,60}?(?:主持召开|召开|举行)[^。；\n]{2,60}(?:会议|大会|全会|座谈会|学习会|推进会|常务会)/y;
const DAY = /(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]/;
/** A headline has no full stop, and parts set off by blanks. */
const MOST_HEADLINE = 160;
const LEAST_REPORT = 200;

/**
 * The reports inside one page, in order, covering the whole text. A page is split only where a headline without
 * a full stop is followed by a lead sentence with a day other than the report's own; otherwise it is one report.
 */
export function splitReports(text: Text, paragraphs: readonly Span[]): Span[] {
  const { string } = text;
  const whole = { start: 0, end: string.length };
  if (string.length < LEAST_REPORT || !mayBeSeveral(text)) return [whole];
  const days = findDays(text);
  const cuts: number[] = [];
  let ownDay: string | null = null;
  let floor = 0;
  let behind = 0;
  for (const at of days) {
    if (at < behind) continue;
    LEAD.lastIndex = at;
    const match = LEAD.exec(string);
    if (match === null) continue;
    behind = LEAD.lastIndex;
    const day = (DAY.exec(match[0])?.[0] ?? '').replace('号', '日');
    if (ownDay === null) {
      ownDay = day;
      floor = match.index;
      continue;
    }
    if (day === ownDay || match.index - floor < LEAST_REPORT) continue;
    const start = headlineStart(string, match.index, floor, paragraphs);
    if (start === null) continue;
    cuts.push(start);
    ownDay = day;
    floor = match.index;
  }
  if (cuts.length === 0) return [whole];
  const starts = [0, ...cuts];
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? string.length }));
}

const YEAR = 0x5e74; // 年
/** Units of 2021年12月 before its 月, at most. */
const BEFORE_MONTH = 7;

/** Two reports have two days, and the first is not shorter than `LEAST_REPORT`. */
function mayBeSeveral(text: Text): boolean {
  const { at, bits, dated, datedCount } = marksOf(text);
  let first = -1;
  for (let d = 0; d < datedCount; d++) {
    const m = dated[d] as number;
    const position = at[m] as number;
    if (first >= 0 && position - first + BEFORE_MONTH < LEAST_REPORT) continue;
    if (!isMonth(text.units, position, bits[m] as number)) continue;
    if (first >= 0) return true;
    first = position;
  }
  return false;
}

/** Whether a mark is 月 between digits. */
function isMonth(units: Uint16Array, position: number, bits: number): boolean {
  return (bits & MARK.month) !== 0 && isDigit(units[position - 1] ?? 0) && isDigit(units[position + 1] ?? 0);
}

/** Where days begin: 月 between digits, with the month before it and the year before that. */
function findDays(text: Text): readonly number[] {
  const { at, bits, dated, datedCount } = marksOf(text);
  const days: number[] = [];
  for (let d = 0; d < datedCount; d++) {
    const m = dated[d] as number;
    const position = at[m] as number;
    if (isMonth(text.units, position, bits[m] as number)) days.push(startOfDay(text.units, position));
  }
  return days;
}

function startOfDay(units: Uint16Array, month: number): number {
  const start = isDigit(units[month - 2] ?? 0) ? month - 2 : month - 1;
  if (units[start - 1] !== YEAR) return start;
  for (let i = start - 5; i < start - 1; i++) if (!isDigit(units[i] ?? 0)) return start;
  return start - 5;
}

/** The start of the headline that ends right before `lead`; null where running text stands there. */
function headlineStart(
  text: string,
  lead: number,
  floor: number,
  paragraphs: readonly Span[],
): number | null {
  const own = paragraphs.find((each) => each.start === lead);
  if (own !== undefined) return headlineParagraph(text, lead, floor, paragraphs);
  const from = Math.max(floor, lead - MOST_HEADLINE);
  const before = text.slice(from, lead);
  const stop = Math.max(before.lastIndexOf('。'), before.lastIndexOf('！'), before.lastIndexOf('\n'));
  if (stop < 0) return null;
  const headline = before.slice(stop + 1);
  const blank = headline.length - headline.trimStart().length;
  if (!/^[^，；]{8,}[ 　\n]$/.test(headline.trimStart())) return null;
  return from + stop + 1 + blank;
}

/** The lead starts a paragraph of its own: the headline is the short paragraph without a full stop before it. */
function headlineParagraph(
  text: string,
  lead: number,
  floor: number,
  paragraphs: readonly Span[],
): number | null {
  const at = paragraphs.findIndex((each) => each.start === lead);
  const above = paragraphs[at - 1];
  if (above === undefined || above.start <= floor || above.end - above.start > 60) return null;
  const headline = text.slice(above.start, above.end).trim();
  return headline.length >= 8 && !/[。！？；：]$/.test(headline) ? above.start : null;
}
