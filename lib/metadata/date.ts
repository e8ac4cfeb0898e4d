import type { DateFinding, Evidence, Note, Span, Text } from '@/lib/types';
import { addDays, isoDay, lastBefore, toDayNumber } from './calendar.ts';
import { afterLastCited } from './cited-day.ts';
import type { Events } from './events.ts';
import { type Candidate, type Days, datelineOf, isoOf, readDays, signedBelow } from './read-days.ts';
import { dayOfMonth, dayOfWeek, findRelativeDay, wordBehindDateline } from './relative-day.ts';
import { findYearAlone } from './year-alone.ts';
import { chooseYear, yearWindows } from './year-evidence.ts';

export interface DateContext {
  /** The day of publication, ISO, where it is known. */
  readonly published: string | null;
  readonly events: Events;
  /** The day of another report on the same page, ISO: reports on one page lie close together. */
  readonly near?: string | null;
  /** Only a day that the text states is wanted, nothing that is inferred from relative words. */
  readonly statedOnly?: boolean;
}

export interface DateResult {
  readonly finding: DateFinding | null;
  readonly notes: readonly Note[];
}

/** A relative word further on tells something else than the lead. */
const LEAD = 200;
/** A day without a year that lies further back than this is one to come: 4月27日至30日举行, told on the 18th. */
const AHEAD = 250;
/** How many days after the last meeting it cites a report without a date appears, by the word it uses. */
const LAG_YESTERDAY = 1;
const LAG_RECENTLY = 10;

/**
 * The day of the event that `span` reports (a document's day of signing, a news item's day of publication where
 * the event's own is not given). A year that is not written comes from the publication or from evidence in the
 * text; where nothing supports one the finding is null with the note `no-year`.
 */
export function findDate(text: Text, span: Span, context: DateContext): DateResult {
  const days = readDays(text, span);
  const best = days.events[0];
  const published = context.published?.slice(0, 10) ?? null;
  if (best !== undefined && best.confidence >= 0.5 && !isHistory(text, span, best, published)) {
    if (best.year > 0) return behindDateline(text, best, explicit(text, span, best, published));
    const partial = completeYear(text, span, best, days, context);
    if (partial.finding !== null || published === null) return behindDateline(text, best, partial);
  }
  if (context.statedOnly === true) return { finding: null, notes: [] };
  return withoutDay(text, span, days, context);
}

/** 5月13日讯 昨日: the word behind a dateline is counted from its day. */
function behindDateline(text: Text, day: Candidate, result: DateResult): DateResult {
  const { finding } = result;
  if (day.rule !== 'dateline' || finding?.precision !== 'day') return result;
  const word = wordBehindDateline(text, day.end);
  if (word === null) return result;
  const value = addDays(finding.value, word.days);
  return { ...result, finding: { ...finding, value, evidence: [word.evidence, ...finding.evidence] } };
}

/** 1935年1月15日，…。今天，…: a day long before the publication opens the text, another word tells the day of the report. */
function isHistory(text: Text, span: Span, day: Candidate, published: string | null): boolean {
  if (day.year === 0 || published === null || Number(published.slice(0, 4)) - day.year < 2) return false;
  if (day.rule !== 'sentence-start' && day.rule !== 'before-event') return false;
  const relative = findRelativeDay(text, span.start, Math.min(span.end, span.start + LEAD));
  return relative !== null && relative.start > day.start;
}

function evidenceOf(candidate: Candidate): Evidence {
  return { start: candidate.start, end: candidate.end, rule: candidate.rule };
}

/** What is told years after a day: 如今, 十年来, 三年后. */
const YEARS_AFTER = /如今|(?:[一二三四五六七八九十]|\d)年(?:来|后|过去)|多年来/;
/** How far behind the day such words are looked for. */
const AFTERMATH = 600;

function explicit(text: Text, span: Span, day: Candidate, published: string | null): DateResult {
  const value =
    day.day > 0 ? isoDay(day.year, day.month, day.day) : isoDay(day.year, day.month, 1).slice(0, 7);
  const notes: Note[] = [];
  let { confidence } = day;
  if (published !== null && value > published) {
    confidence *= 0.5;
    notes.push({ stage: 'date', code: 'after-publication', start: day.start, detail: value });
  }
  const opens = day.rule === 'sentence-start' || day.rule === 'before-event';
  if (opens && YEARS_AFTER.test(text.string.slice(day.end, Math.min(span.end, day.end + AFTERMATH)))) {
    confidence *= 0.6;
    notes.push({ stage: 'date', code: 'perhaps-history', start: day.start, detail: value });
  }
  return {
    finding: { value, precision: day.day > 0 ? 'day' : 'month', confidence, evidence: [evidenceOf(day)] },
    notes,
  };
}

/** The year of a day written without one: from the publication, otherwise from the evidence in the text. */
function completeYear(text: Text, span: Span, day: Candidate, days: Days, context: DateContext): DateResult {
  const own = evidenceOf(day);
  const line =
    days.published ?? datelineOf(days) ?? (context.published === null ? signedBelow(text, span, day) : null);
  const published = context.published ?? isoOf(line);
  if (published !== null) {
    const value = lastBefore(day.month, day.day, published);
    if (toDayNumber(published) - toDayNumber(value) > AHEAD) return { finding: null, notes: [] };
    const evidence = line === null ? [own] : [own, evidenceOf(line)];
    return { finding: dayOrMonth(value, day.day, day.confidence * 0.97, evidence), notes: [] };
  }
  const windows = yearWindows(text, span, context.events);
  const near = context.near ?? null;
  if (near !== null && near.length === 10) {
    const evidence = { ...own, rule: 'other-report-on-page' };
    const day = toDayNumber(near);
    windows.push({ from: day - 60, to: day + 60, weight: 3, hard: false, evidence });
  }
  const choice = chooseYear(day.month, day.day, windows);
  if (choice === null || choice === 'even') {
    const code = choice === null ? 'no-year' : 'year-conflict';
    return { finding: null, notes: [{ stage: 'date', code, start: day.start }] };
  }
  const notes: Note[] = choice.conflict ? [{ stage: 'date', code: 'year-conflict', start: day.start }] : [];
  const value = isoDay(choice.year, day.month, Math.max(day.day, 1));
  const confidence = Math.min(day.confidence, choice.confidence);
  return { finding: dayOrMonth(value, day.day, confidence, [own, ...choice.evidence.slice(0, 4)]), notes };
}

function dayOrMonth(
  value: string,
  day: number,
  confidence: number,
  evidence: readonly Evidence[],
): DateFinding {
  if (day > 0) return { value, precision: 'day', confidence, evidence };
  return { value: value.slice(0, 7), precision: 'month', confidence: confidence * 0.8, evidence };
}

/** The day of publication, moved by what the lead says of when: 昨日, 上周五, 12日上午. */
function fromPublication(text: Text, span: Span, published: string, line: readonly Evidence[]): DateFinding {
  const end = Math.min(span.end, span.start + LEAD);
  const relative = findRelativeDay(text, span.start, end);
  if (relative !== null && relative.word.days !== null) {
    const word = { start: relative.start, end: relative.end, rule: `relative:${relative.word.word}` };
    const value = addDays(published, relative.word.days);
    return { value, precision: 'day', confidence: 0.88, evidence: [word, ...line] };
  }
  const counted = dayOfMonth(text, span.start, end, published) ?? dayOfWeek(text, span.start, end, published);
  if (counted !== null)
    return {
      value: counted.value,
      precision: 'day',
      confidence: 0.85,
      evidence: [counted.evidence, ...line],
    };
  const word =
    relative === null
      ? []
      : [{ start: relative.start, end: relative.end, rule: `relative:${relative.word.word}` }];
  return { value: published, precision: 'day', confidence: 0.6, evidence: [...word, ...line] };
}

/** No day is written: relative words, the publication, a year in the title. */
function withoutDay(text: Text, span: Span, days: Days, context: DateContext): DateResult {
  const relative = findRelativeDay(text, span.start, Math.min(span.end, span.start + LEAD));
  const inText = isoOf(days.published);
  const published = context.published?.slice(0, 10) ?? inText;
  const line = days.published === null ? [] : [evidenceOf(days.published)];
  if (published !== null && published.length === 10)
    return { finding: fromPublication(text, span, published, line), notes: [] };
  if (relative !== null && relative.word.days !== 0) {
    const lag = relative.word.days === null ? LAG_RECENTLY : LAG_YESTERDAY;
    const finding = afterLastCited(text, span, context.events, lag, {
      start: relative.start,
      end: relative.end,
      rule: `relative:${relative.word.word}`,
    });
    if (finding !== null) return { finding, notes: [] };
  }
  const year = findYearAlone(text, span);
  const notes: Note[] =
    year !== null || relative === null ? [] : [{ stage: 'date', code: 'no-year', start: relative.start }];
  return { finding: year, notes };
}
