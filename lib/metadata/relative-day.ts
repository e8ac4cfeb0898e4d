import { listedFrom, MARK, marksOf } from '@/lib/marks';
import type { Evidence, Text } from '@/lib/types';
import { addDays, isDay, isoDay, weekdayOf } from './calendar.ts';

/** Words that say when by counting from the day of writing. `days` null: recently, no certain day. */
export interface RelativeWord {
  readonly word: string;
  readonly days: number | null;
}

export const RELATIVE_WORDS: readonly RelativeWord[] = [
  { word: '今日', days: 0 },
  { word: '今天', days: 0 },
  { word: '今晨', days: 0 },
  { word: '今早', days: 0 },
  { word: '今晚', days: 0 },
  { word: '昨日', days: -1 },
  { word: '昨天', days: -1 },
  { word: '昨晚', days: -1 },
  { word: '前日', days: -2 },
  { word: '前天', days: -2 },
  { word: '日前', days: null },
  { word: '近日', days: null },
  { word: '连日来', days: null },
  { word: '近期', days: null },
];

/** The words by their first two units, which no two of them share. */
const BY_OPENING = new Map(
  RELATIVE_WORDS.map((each) => [(each.word.charCodeAt(0) << 16) | each.word.charCodeAt(1), each]),
);

/** What may stand before such a word that says when: a pause, or the body that acted. A bit a unit. */
const BEFORE = new Int32Array(0x10000 / 32);
for (const c of '\n。，：:）)】”讯道 　会府委局厅部长央院记社市省区县席团播') {
  const unit = c.charCodeAt(0);
  BEFORE[unit >> 5] = (BEFORE[unit >> 5] as number) | (1 << unit);
}

function mayStandBefore(unit: number): boolean {
  return (((BEFORE[unit >> 5] as number) >>> unit) & 1) !== 0;
}

/** The first such word in `[start, end)` that says when something happened; null without one. */
export function findRelativeDay(
  text: Text,
  start: number,
  end: number,
): { readonly start: number; readonly end: number; readonly word: RelativeWord } | null {
  const { relative } = MARK;
  const { string, units } = text;
  const marks = marksOf(text);
  const { dated, datedCount } = marks;
  for (let d = listedFrom(marks, dated, datedCount, start); d < datedCount; d++) {
    const m = dated[d] as number;
    const at = marks.at[m] as number;
    if (at + 1 >= end) return null;
    if (((marks.bits[m] as number) & relative) === 0) continue;
    if (at > 0 && !mayStandBefore(units[at - 1] as number)) continue;
    const word = BY_OPENING.get(((units[at] as number) << 16) | (units[at + 1] as number));
    if (word !== undefined && string.startsWith(word.word, at))
      return { start: at, end: at + word.word.length, word };
  }
  return null;
}

/** How a text goes on behind the day of a dateline: 讯, 电（记者 李明）. */
const BEHIND_DATELINE = /(?:电|讯|专电|消息)[\s　]*(?:[（(][^）)\n]{0,30}[）)])?[\s　：:]*/y;

/** 苏州日报5月13日|讯 昨日: the word with which the report opens, and its days; `end` is where the dateline's day ends. */
export function wordBehindDateline(text: Text, end: number): { days: number; evidence: Evidence } | null {
  BEHIND_DATELINE.lastIndex = end;
  const at = end + (BEHIND_DATELINE.exec(text.string)?.[0].length ?? 0);
  const found = findRelativeDay(text, at, Math.min(text.string.length, at + 4));
  if (found === null || found.start !== at || found.word.days === null) return null;
  const evidence = { start: at, end: found.end, rule: `relative:${found.word.word}` };
  return { days: found.word.days, evidence };
}

export interface CountedDay {
  readonly value: string;
  readonly evidence: Evidence;
}

/** A day of the month without its month, that says when: 12日上午，…; 市委书记22日在…. */
const DAY_ALONE =
  /(?:(?<=^|[\n。：）】　 讯])(\d{1,2})[日号](?=上午|下午|晚|中午|凌晨|[，,]|在|召开|举行)|(?<=[\u4e00-\u9fff])(?<!月|年|于|至|到|前|共|近)(\d{1,2})[日号](?=上午|下午|晚|在|召开|举行|主持|会见|宣布|表示|通报))/;

/** The last such day on or before the publication. */
export function dayOfMonth(text: Text, start: number, end: number, published: string): CountedDay | null {
  const match = DAY_ALONE.exec(text.string.slice(start, end));
  if (match === null) return null;
  const day = Number(match[1] ?? match[2]);
  let [year = 0, month = 0] = published.split('-').map(Number);
  if (day > Number(published.slice(8))) {
    month = month === 1 ? 12 : month - 1;
    if (month === 12) year--;
  }
  if (!isDay(year, month, day)) return null;
  const at = start + match.index;
  return {
    value: isoDay(year, month, day),
    evidence: { start: at, end: at + match[0].length, rule: 'day-of-month' },
  };
}

const WEEKDAY = /(上|本|这)(?:周|星期)([一二三四五六日天])/;
const WEEK = '一二三四五六日';

/** 上周五, 本周三: counted from the Monday of the week of publication. */
export function dayOfWeek(text: Text, start: number, end: number, published: string): CountedDay | null {
  const match = WEEKDAY.exec(text.string.slice(start, end));
  if (match === null) return null;
  const monday = addDays(published, -((weekdayOf(published) + 6) % 7));
  const weekday = WEEK.indexOf((match[2] ?? '').replace('天', '日'));
  const value = addDays(monday, weekday - (match[1] === '上' ? 7 : 0));
  if (value > published) return null;
  const at = start + match.index;
  return { value, evidence: { start: at, end: at + match[0].length, rule: 'day-of-week' } };
}
