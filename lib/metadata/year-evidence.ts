import { listedFrom, MARK, marksOf } from '@/lib/marks';
import type { Evidence, Span, Text } from '@/lib/types';
import { dayNumber, isDay } from './calendar.ts';
import { addEvent } from './event-windows.ts';
import type { DatedEvent, Events } from './events.ts';
import { createHits, HIT, scanWords } from './scan.ts';
import { monthStart, type Window, windowOf } from './window.ts';
import { yearRuleAt } from './year-rules.ts';

const cueHits = createHits(512);
/** Texts that name more years than this are chronicles; the first ones tell enough. */
const MOST_YEARS = 12;

/** A year that is only named somewhere (0.4), or a past day (0.5), is not enough. */
const LEAST_SCORE = 0.8;
/** Nor are several of these: what is named may lie years back. */
const NAMED_ONLY = new Set(['year-named', 'day-named', 'month-named', 'gathering-named', 'plan-named']);

/** Everything in the text that says which year it was written in. */
export function yearWindows(text: Text, span: Span, events: Events): Window[] {
  const windows: Window[] = [];
  addNamedYears(text, span, windows);
  cueHits.count = 0;
  scanWords(events.index, text.units, span.start, span.end, cueHits);
  const numbers = cueHits.numbers.read();
  for (let i = 0; i < cueHits.count; i++) {
    const hit = i * HIT.size;
    const start = numbers[hit + HIT.start] as number;
    const end = numbers[hit + HIT.end] as number;
    const meant = events.byCue[numbers[hit + HIT.word] as number] as readonly DatedEvent[];
    for (const event of meant) addEvent(text.string, start, end, event, windows);
  }
  return windows;
}

/** The year of four digits that ends at `end`; 0 where there is none. */
function yearBefore(text: string, end: number): number {
  let year = 0;
  for (let i = end - 4; i < end; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return 0;
    year = year * 10 + digit;
  }
  return year >= 1900 && year < 2100 ? year : 0;
}

const FULL_DAY = /(\d{1,2})月(\d{1,2})日(起)?/y;
const FROM_BEFORE = /(?<=自|从|于|至|到)/y;
/** 1月至11月, 1-11月: told when the last of them is over. */
const MONTHS = /\d{1,2}(?:月份?)?(?:至|到|—|-|~)(\d{1,2})月(?!\d)/y;
const MONTH_ONLY = /(\d{1,2})月(?!\d)/y;
/** Cases are counted up to the day before they are told. */
const COUNTED = /(?<=截至|截止)/y;

function addNamedYears(text: Text, span: Span, windows: Window[]): void {
  const { string } = text;
  const marks = marksOf(text);
  const { dated, datedCount } = marks;
  let seen = 0;
  for (let d = listedFrom(marks, dated, datedCount, span.start); d < datedCount; d++) {
    const m = dated[d] as number;
    const at = marks.at[m] as number;
    if (at >= span.end) return;
    if (((marks.bits[m] as number) & MARK.year) === 0) continue;
    const year = at - 4 < span.start ? 0 : yearBefore(string, at);
    if (year === 0) continue;
    if (++seen > MOST_YEARS) return;
    const named: NamedYear = { year, start: at - 4, end: at + 1 };
    if (addDay(string, named, windows) || addMonths(string, named, windows)) continue;
    addByRule(text, named, windows);
  }
}

interface NamedYear extends Span {
  readonly year: number;
}

/** 2021年3月5日: a day that is past, unless something begins or ends on it. False where no day follows. */
function addDay(text: string, { year, start, end }: NamedYear, windows: Window[]): boolean {
  FULL_DAY.lastIndex = end;
  const full = FULL_DAY.exec(text);
  if (full === null || !isDay(year, Number(full[1]), Number(full[2]))) return false;
  FROM_BEFORE.lastIndex = start;
  if (full[3] !== undefined && FROM_BEFORE.test(text)) return true;
  const day = dayNumber(year, Number(full[1]), Number(full[2]));
  COUNTED.lastIndex = start;
  if (COUNTED.test(text)) windows.push(windowOf(day, day + 30, 1, false, start, end, 'counted-up-to'));
  windows.push(windowOf(day, day + 200, 0.5, false, start, end, 'day-named'));
  return true;
}

/** 2020年1月至11月, 2020年3月. False where no month follows. */
function addMonths(text: string, { year, start, end }: NamedYear, windows: Window[]): boolean {
  MONTHS.lastIndex = end;
  const last = Number(MONTHS.exec(text)?.[1] ?? 0);
  if (last >= 1 && last <= 12) {
    const next = monthStart(year, last);
    windows.push(windowOf(next, next + 75, 1, false, start, end, 'months-reported'));
    return true;
  }
  MONTH_ONLY.lastIndex = end;
  const month = Number(MONTH_ONLY.exec(text)?.[1] ?? 0);
  if (month < 1 || month > 12) return false;
  const first = monthStart(year, month - 1);
  windows.push(windowOf(first, first + 200, 0.4, false, start, end, 'month-named'));
  return true;
}

/** By the words around a year that stands alone. */
function addByRule(text: Text, { year, start, end }: NamedYear, windows: Window[]): void {
  const rule = yearRuleAt(text, start, end);
  if (rule.months === null) return;
  const [first, last] = rule.months;
  const [from, to] = [monthStart(year, first), monthStart(year, last + 1) - 1];
  windows.push(windowOf(from, to, rule.weight, false, start, end, rule.name));
  if (rule.yearEnd === undefined) return;
  // 2019年重点项目 in November: those of the year that ends, or of the next one.
  for (const month of [monthStart(year, -2), monthStart(year, 10)])
    windows.push(windowOf(month, month + 60, rule.yearEnd, false, start, end, rule.name));
}

export interface YearChoice {
  readonly year: number;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  readonly conflict: boolean;
}

/**
 * The year in which month and day best agree with all windows; null where nothing supports one, `even` where two are
 * supported alike.
 * Weights add up; a hard window that a year falls out of excludes it.
 */
export function chooseYear(
  month: number,
  day: number,
  windows: readonly Window[],
): YearChoice | 'even' | null {
  if (!mayDecide(windows)) return null;
  const years = new Set<number>();
  for (const { from, to, weight } of windows) {
    if (weight === 0) continue;
    const first = yearOf(from);
    const last = Math.min(yearOf(to), first + 6);
    for (let year = first; year <= last; year++) years.add(year);
  }
  const ranked: { year: number; score: number; evidence: Evidence[] }[] = [];
  for (const year of years) {
    if (!isDay(year, month, Math.max(day, 1))) continue;
    const { score, evidence } = scoreYear(dayNumber(year, month, Math.max(day, 1)), windows);
    const says = evidence.some((each) => !NAMED_ONLY.has(each.rule));
    if (score >= LEAST_SCORE && says) ranked.push({ year, score, evidence });
  }
  ranked.sort((a, b) => b.score - a.score || a.year - b.year);
  const [best, second] = ranked;
  if (best === undefined) return null;
  const margin = best.score - (second?.score ?? 0);
  if (second !== undefined && margin < 0.3) return 'even';
  const total = windows.reduce((sum, each) => sum + each.weight, 0);
  const conflict = total - best.score > best.score;
  const confidence = Math.min(0.95, 0.6 + 0.15 * Math.min(margin, 2) + 0.05 * best.evidence.length);
  return {
    year: best.year,
    confidence: conflict ? confidence - 0.2 : confidence,
    evidence: best.evidence,
    conflict,
  };
}

/** Whether a year could be found at all: all windows together weigh enough, and one says more than that a year is named. */
function mayDecide(windows: readonly Window[]): boolean {
  let weight = 0;
  let says = false;
  for (const window of windows) {
    weight += window.weight;
    says ||= window.weight > 0 && !NAMED_ONLY.has(window.evidence.rule);
  }
  // Sums of the same numbers in another order may differ in the last place.
  return says && weight > LEAST_SCORE - 1e-6;
}

/** Close enough for listing candidates: the year in which the day lies, or the one before. */
function yearOf(day: number): number {
  return 1970 + Math.floor(day / 365.2425);
}

function scoreYear(day: number, windows: readonly Window[]): { score: number; evidence: Evidence[] } {
  const evidence: Evidence[] = [];
  const counted = new Set<string>();
  let score = 0;
  for (const window of windows) {
    const inside = window.from <= day && day <= window.to;
    if (!inside && window.hard) return { score: 0, evidence: [] };
    if (!inside || window.weight === 0) continue;
    const key = `${window.evidence.rule}${window.from}`;
    score += counted.has(key) ? window.weight * 0.1 : window.weight;
    if (!counted.has(key)) evidence.push(window.evidence);
    counted.add(key);
  }
  return { score, evidence };
}
