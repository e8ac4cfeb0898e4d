import type { Span, Text } from '@/lib/types';
import { isoDay, lastBefore, toDayNumber } from './calendar.ts';
import { type DayMention, dayAt, listDays, roleAt } from './day-mention.ts';
import { type DayRoleFound, NO_RULE } from './day-role.ts';

/** A date that may be that of the report. */
export interface Candidate extends DayMention {
  readonly confidence: number;
  readonly rule: string;
}

/** What the head and the tail of a report date. */
export interface Days {
  /** Days of the event or of signing, best first. */
  readonly events: readonly Candidate[];
  readonly published: Candidate | null;
}

const HEAD = 360;
/** Sentences that open with a day before this year tell history. */
const HISTORY = 1978;
const TAIL = 160;
/** A report is signed within so many days of what it tells. */
const SIGNED_WITHIN = 60;

/** Dates of the head and of the tail, each with its role. */
export function readDays(text: Text, span: Span): Days {
  const headEnd = Math.min(span.end, span.start + HEAD);
  const days: DaysDraft = { events: [], published: null };
  const inHead = listDays(text, span.start, headEnd);
  let firstMentioned: DayMention | null = null;
  for (let i = 0; i < inHead; i++) {
    const role = roleAt(text, i);
    if (role === NO_RULE) firstMentioned ??= wholeDayAt(i);
    else if (role.role !== 'ignored' && role.role !== 'cited') {
      const mention = dayAt(i);
      take(days, mention, role, role.confidence * leadFactor(text, span, mention, role.name));
    }
  }
  if (days.events.some(suffices)) return ranked(days);
  const tailStart = Math.max(headEnd, span.end - TAIL);
  const inTail = tailStart < span.end ? listDays(text, tailStart, span.end) : 0;
  for (let i = 0; i < inTail; i++) {
    const role = roleAt(text, i);
    if (role.role === 'signed' || role.role === 'published')
      take(days, dayAt(i), role, role.confidence * 0.98);
  }
  // A day that is only mentioned ranks too, though too low to be taken itself.
  if (firstMentioned !== null && days.events.length > 0)
    take(days, firstMentioned, NO_RULE, NO_RULE.confidence);
  return ranked(days);
}

/** A listed date that has a day; null where it is only a month. */
function wholeDayAt(number: number): DayMention | null {
  const mention = dayAt(number);
  return mention.day > 0 ? mention : null;
}

function ranked(days: DaysDraft): Days {
  if (days.events.length > 1) days.events.sort(byConfidence);
  return days;
}

interface DaysDraft {
  readonly events: Candidate[];
  published: Candidate | null;
}

function take(days: DaysDraft, mention: DayMention, role: DayRoleFound, confidence: number): void {
  const { year, month, day, start, end } = mention;
  const candidate: Candidate = { year, month, day, start, end, confidence, rule: role.name };
  const whole = mention.year > 0 && mention.day > 0;
  if (role.role === 'published') {
    if (whole) days.published ??= candidate;
  } else if (role.role === 'signed') {
    // Bodies act on days (局9月25日印发): only a whole date signs.
    if (whole || (role.name === 'bare-line' && mention.year > 0)) days.events.push(candidate);
  } else if (role.role === 'event' && mention.day > 0) days.events.push(candidate);
}

/**
 * Behind the first full stop a sentence that opens with a day tells history when it has a year of its own, and
 * mostly still the same event when it has none.
 */
function leadFactor(text: Text, span: Span, mention: DayMention, rule: string): number {
  if (rule !== 'sentence-start' && rule !== 'before-event') return 1;
  if (mention.year > 0 && mention.year < HISTORY) return 0.5;
  if (!text.string.slice(span.start, mention.start).includes('。')) return 1;
  return mention.year > 0 ? 0.5 : 0.85;
}

function suffices(candidate: Candidate): boolean {
  return candidate.confidence > 0.9 && (candidate.year > 0 || candidate.rule === 'sentence-start');
}

/** Full days before days without a year before months; then by confidence, then by order. */
function byConfidence(a: Candidate, b: Candidate): number {
  return wholeDay(b) - wholeDay(a) || a.start - b.start;
}

function wholeDay({ confidence, day }: Candidate): number {
  return confidence - (day === 0 ? 0.5 : 0);
}

/** 本报郑州2021年3月5日讯: the paper's day, which tells the year of a day that the report names without one. */
export function datelineOf({ events }: Days): Candidate | null {
  return events.find((each) => each.rule === 'dateline' && each.year > 0) ?? null;
}

/** …。 and on the last line 2019年10月9日, 2019年10月9日发布: the day of signing tells the year of a day shortly before it. */
export function signedBelow(text: Text, span: Span, day: Candidate): Candidate | null {
  const days: DaysDraft = { events: [], published: null };
  const count = listDays(text, Math.max(day.end, span.end - TAIL), span.end);
  for (let i = 0; i < count; i++) {
    const role = roleAt(text, i);
    if (role.role === 'signed' || role.name === 'published-below')
      take(days, dayAt(i), role, role.confidence);
  }
  const signed = days.events.find((each) => each.day > 0) ?? days.published;
  const value = isoOf(signed);
  if (value === null) return null;
  return toDayNumber(value) - toDayNumber(lastBefore(day.month, day.day, value)) <= SIGNED_WITHIN
    ? signed
    : null;
}

/** Its day, ISO. */
export function isoOf(day: Candidate | null): string | null {
  return day === null ? null : isoDay(day.year, day.month, day.day);
}
