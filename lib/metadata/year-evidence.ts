import type { Evidence, Span, Text } from '@/lib/types';
import { dayNumber, isDay } from './calendar.ts';
import type { DatedEvent, Events } from './events.ts';
import { createHits, scanWords } from './scan.ts';
import { yearRuleAt } from './year-rules.ts';

/** Days within which the text may have been written, as one piece of evidence says; a hard one excludes all others. */
export interface Window {
  /** Day numbers (see calendar). */
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  readonly hard: boolean;
  readonly evidence: Evidence;
}

const cueHits = createHits(512);
const LATEST = dayNumber(2099, 12, 31);
/** Texts that name more years than this are chronicles; the first ones tell enough. */
const MOST_YEARS = 12;

/** A year that is only named somewhere (0.4), or a past day (0.5), is not enough. */
const LEAST_SCORE = 0.8;

/** Everything in the text that says which year it was written in. */
export function yearWindows(text: Text, span: Span, events: Events): Window[] {
  const windows: Window[] = [];
  addNamedYears(text, span, windows);
  cueHits.size = 0;
  scanWords(events.index, text.units, span.start, span.end, cueHits);
  for (let i = 0; i < cueHits.size; i += 2) {
    const at = cueHits.flat[i] ?? 0;
    const number = cueHits.flat[i + 1] ?? 0;
    const cue = events.index.words[number] ?? '';
    for (const event of events.byCue[number] ?? [])
      addEvent(text.string, at, at + cue.length, event, windows);
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

function addNamedYears({ string: text, units }: Text, span: Span, windows: Window[]): void {
  let seen = 0;
  for (let at = text.indexOf('年', span.start); at >= 0 && at < span.end; at = text.indexOf('年', at + 1)) {
    const start = at - 4;
    const year = start < span.start ? 0 : yearBefore(text, at);
    if (year === 0) continue;
    if (++seen > MOST_YEARS) return;
    FULL_DAY.lastIndex = at + 1;
    const full = FULL_DAY.exec(text);
    if (full !== null && isDay(year, Number(full[1]), Number(full[2]))) {
      FROM_BEFORE.lastIndex = start;
      if (full[3] !== undefined && FROM_BEFORE.test(text)) continue;
      const day = dayNumber(year, Number(full[1]), Number(full[2]));
      windows.push(windowOf(day, day + 200, 0.5, false, start, at + 1, 'day-named'));
      continue;
    }
    const rule = yearRuleAt({ string: text, units }, start, at + 1);
    if (rule.months === null) continue;
    const [first, last] = rule.months;
    const [from, to] = [monthStart(year, first), monthStart(year, last + 1) - 1];
    windows.push(windowOf(from, to, rule.weight, false, start, at + 1, rule.name));
    if (rule.yearEnd === undefined) continue;
    // 2019年重点项目 in November: those of the year that ends, or of the next one.
    for (const month of [monthStart(year, -2), monthStart(year, 10)])
      windows.push(windowOf(month, month + 60, rule.yearEnd, false, start, at + 1, rule.name));
  }
}

/** The first day of the month that lies `month` months after January of the year. */
function monthStart(year: number, month: number): number {
  return dayNumber(year + Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, 1);
}

function windowOf(
  from: number,
  to: number,
  weight: number,
  hard: boolean,
  start: number,
  end: number,
  rule: string,
): Window {
  return { from, to, weight, hard, evidence: { start, end, rule } };
}

const AHEAD = /(?:迎接|喜迎|迎|即将召开的|筹备|备战)[“《]?$/;
const AHEAD_AFTER = /^(?:的)?(?:胜利召开|召开|顺利召开|前后|期间|安保|保驾护航|营造)/;
const BEHIND_AFTER =
  /^(?:的)?(?:精神|报告|以来|开局|胜利闭幕|提出|擘画|决策|部署|战略|决定|审议|作出|通过|《)/;

/** 学习贯彻, 传达学习 right before a meeting is news of it; 全面贯彻, 贯彻落实 is a formula for years. */
const STUDIED =
  /(?:传达|学习|宣讲|宣传|(?<!全面|深入|坚决)贯彻)(?:学习|宣传|领会|贯彻|落实){0,2}(?:好)?(?:中国共产党|中共|党的)?[“]?$/;
/** Five years name the congress: only while it is conveyed it is news, not where it is carried out. */
const CONVEYED =
  /(?:(?:传达|宣讲)(?:学习|宣传|贯彻|领会){0,3}|学习(?:宣传(?:贯彻)?|领会)?|宣传)(?:好)?(?:中国共产党|中共|党的)?[“]?$/;
/** A campaign that is organized goes on; what it taught is praised for years. */
const ORGANIZED =
  /^[”]?(?:工作)?(?:动员|部署|推进|启动|专题民主生活会|专题组织生活会|第[一二三]批|领导小组|总结(?:大)?会|巡回指导|读书班|调研|座谈会|工作会)/;

function addEvent(text: string, start: number, end: number, event: DatedEvent, windows: Window[]): void {
  const before = text.slice(Math.max(0, start - 10), start);
  const after = text.slice(end, end + 10);
  const cue: Cue = { start, end, windows };
  const studied = (event.kind === 'congress' ? CONVEYED : STUDIED).test(before);
  switch (event.kind) {
    case 'congress':
    case 'plenum':
    case 'session':
      if (AHEAD.test(before) || AHEAD_AFTER.test(after)) {
        put(cue, event.from - 400, event.to, 1, true, 'before-event');
      } else if (event.kind !== 'congress' || BEHIND_AFTER.test(after) || text.startsWith('精神', end - 2)) {
        put(cue, event.from, LATEST, 0, true, 'after-event');
        addAftermath(event, studied, cue);
      }
      return;
    case 'study':
    case 'meeting':
    case 'yearly':
      put(cue, event.from, event.to + 100, 1, false, `after-${event.kind}`);
      return;
    case 'campaign':
      put(cue, event.from, event.to + 90, ORGANIZED.test(after) ? 0.9 : 0.6, false, 'during-campaign');
      return;
    case 'plan':
      addPlan(after, event, cue);
      return;
    case 'founding':
      addAnniversary(after, event, cue);
      return;
    case 'first-use':
      put(cue, event.from, LATEST, 0, true, 'first-use');
      return;
  }
}

/** Where an event is named, and the windows that follow from it. */
interface Cue extends Span {
  readonly windows: Window[];
}

function put(
  { start, end, windows }: Cue,
  from: number,
  to: number,
  weight: number,
  hard: boolean,
  rule: string,
): void {
  windows.push(windowOf(from, to, weight, hard, start, end, rule));
}

/**
 * How long after it ended a meeting is news: an NPC session for weeks, a plenum for months, a congress longer.
 * Studied (see STUDIED), it alone tells the year to the days that follow closely.
 */
function addAftermath(event: DatedEvent, studied: boolean, cue: Cue): void {
  const { from, to, kind } = event;
  if (kind === 'session') {
    put(cue, from, to + 75, 1, false, 'after-session');
    return;
  }
  if (studied) put(cue, to, to + (kind === 'congress' ? 70 : 120), 0.5, false, 'studied-event');
  put(cue, from, to + (kind === 'congress' ? 500 : 150), 0.4, false, 'soon-after-event');
}

function addPlan(after: string, event: DatedEvent, cue: Cue): void {
  const year = Number(event.start.slice(0, 4));
  if (/^[”]?(?:规划|时期)?(?:的)?(?:收官|最后一年|圆满收官|收官之年)/.test(after)) {
    put(cue, monthStart(year + 4, 0), monthStart(year + 5, 0) - 1, 1.5, false, 'plan-last-year');
  } else if (/^[”]?(?:规划|时期)?(?:的)?(?:开局|起步|第一年|首年)/.test(after)) {
    put(cue, monthStart(year, 0), monthStart(year + 1, 0) - 1, 1.5, false, 'plan-first-year');
  } else put(cue, monthStart(year - 2, 5), monthStart(year + 6, 0) - 1, 0.2, false, 'plan-named');
}

function addAnniversary(after: string, event: DatedEvent, cue: Cue): void {
  const match = /^[^，。]{0,4}?(\d{1,3})周年/.exec(after);
  if (match === null) return;
  const year = Number(event.start.slice(0, 4)) + Number(match[1]);
  put(cue, monthStart(year - 1, 10), monthStart(year + 1, 0) - 1, 2, false, 'anniversary');
}

export interface YearChoice {
  readonly year: number;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  readonly conflict: boolean;
}

/**
 * The year in which month and day best agree with all windows; null where nothing supports one, or two equally.
 * Weights add up; a hard window that a year falls out of excludes it.
 */
export function chooseYear(month: number, day: number, windows: readonly Window[]): YearChoice | null {
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
    if (score >= LEAST_SCORE) ranked.push({ year, score, evidence });
  }
  ranked.sort((a, b) => b.score - a.score || a.year - b.year);
  const [best, second] = ranked;
  if (best === undefined) return null;
  const margin = best.score - (second?.score ?? 0);
  if (second !== undefined && margin < 0.3) return null;
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
