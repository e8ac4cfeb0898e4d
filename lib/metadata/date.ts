import type { DateFinding, Evidence, Note, Span, Text } from '@/lib/types';
import { addDays, isDay, isoDay, toDayNumber } from './calendar.ts';
import { type DayMention, findDayMentions } from './day-mention.ts';
import { type DayRoleFound, dayRoleOf } from './day-role.ts';
import type { Events } from './events.ts';
import { findRelativeDay } from './relative-day.ts';
import { findYearAlone } from './year-alone.ts';
import { chooseYear, type Window, yearWindows } from './year-evidence.ts';

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

interface Candidate extends DayMention {
  readonly confidence: number;
  readonly rule: string;
}

interface Days {
  /** Days of the event or of signing, best first. */
  readonly events: readonly Candidate[];
  readonly published: Candidate | null;
}

const HEAD = 360;
const TAIL = 160;
/** A relative word further on tells something else than the lead. */
const LEAD = 200;
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
  if (best !== undefined && best.confidence >= 0.5) {
    if (best.year > 0) return explicit(best, published);
    const partial = completeYear(text, span, best, days, context);
    if (partial.finding !== null || published === null) return partial;
  }
  if (context.statedOnly === true) return { finding: null, notes: [] };
  return withoutDay(text, span, days, context);
}

/** Dates of the head and of the tail, each with its role. */
function readDays(text: Text, span: Span): Days {
  const { string } = text;
  const headEnd = Math.min(span.end, span.start + HEAD);
  const days: DaysDraft = { events: [], published: null };
  const inHead = findDayMentions(text, span.start, headEnd);
  const firstStop = inHead.length === 0 ? -1 : string.indexOf('。', span.start);
  for (const mention of inHead) {
    const role = dayRoleOf(text, mention.start, mention.end);
    take(days, mention, role, role.confidence * leadFactor(mention, role.name, firstStop));
  }
  if (days.events.some(suffices))
    return { events: days.events.sort(byConfidence), published: days.published };
  const tailStart = Math.max(headEnd, span.end - TAIL);
  for (const mention of tailStart < span.end ? findDayMentions(text, tailStart, span.end) : []) {
    const role = dayRoleOf(text, mention.start, mention.end);
    if (role.role !== 'event') take(days, mention, role, role.confidence * 0.98);
  }
  return { events: days.events.sort(byConfidence), published: days.published };
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
function leadFactor(mention: DayMention, rule: string, firstStop: number): number {
  if (firstStop < 0 || mention.start < firstStop || rule === 'at-session' || rule === 'signature') return 1;
  if (rule !== 'sentence-start' && rule !== 'before-event') return 1;
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

function evidenceOf(candidate: Candidate): Evidence {
  return { start: candidate.start, end: candidate.end, rule: candidate.rule };
}

function explicit(day: Candidate, published: string | null): DateResult {
  const value =
    day.day > 0 ? isoDay(day.year, day.month, day.day) : isoDay(day.year, day.month, 1).slice(0, 7);
  const late = published !== null && value > published;
  return {
    finding: {
      value,
      precision: day.day > 0 ? 'day' : 'month',
      confidence: late ? day.confidence * 0.5 : day.confidence,
      evidence: [evidenceOf(day)],
    },
    notes: late ? [{ stage: 'date', code: 'after-publication', start: day.start, detail: value }] : [],
  };
}

/** The year of a day written without one: from the publication, otherwise from the evidence in the text. */
function completeYear(text: Text, span: Span, day: Candidate, days: Days, context: DateContext): DateResult {
  const own = evidenceOf(day);
  const published = context.published ?? publishedDay(days);
  if (published !== null) {
    const value = lastBefore(day.month, day.day, published);
    const evidence = days.published === null ? [own] : [own, evidenceOf(days.published)];
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
  if (choice === null)
    return { finding: null, notes: [{ stage: 'date', code: 'no-year', start: day.start }] };
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

function publishedDay(days: Days): string | null {
  const { published } = days;
  return published === null ? null : isoDay(published.year, published.month, published.day);
}

/** The last such day on or before the day of publication (a day's grace for reports dated ahead). */
function lastBefore(month: number, day: number, published: string): string {
  const year = Number(published.slice(0, 4));
  const limit = addDays(published, 1);
  for (let back = 0; back < 5; back++) {
    if (!isDay(year - back, month, Math.max(day, 1))) continue;
    const value = isoDay(year - back, month, Math.max(day, 1));
    if (value <= limit) return value;
  }
  return isoDay(year, month, Math.max(day, 1));
}

/** No day is written: relative words, the publication, a year in the title. */
function withoutDay(text: Text, span: Span, days: Days, context: DateContext): DateResult {
  const relative = findRelativeDay(text, span.start, Math.min(span.end, span.start + LEAD));
  const inText = publishedDay(days);
  const published = context.published?.slice(0, 10) ?? inText;
  const line = days.published === null ? [] : [evidenceOf(days.published)];
  if (published !== null && published.length === 10) {
    const offset = relative?.word.days ?? 0;
    const word =
      relative === null
        ? []
        : [{ start: relative.start, end: relative.end, rule: `relative:${relative.word.word}` }];
    const confidence = relative === null ? 0.6 : relative.word.days === null ? 0.6 : 0.88;
    const value = addDays(published, offset);
    return { finding: { value, precision: 'day', confidence, evidence: [...word, ...line] }, notes: [] };
  }
  if (relative !== null && relative.word.days !== 0) {
    const lag = relative.word.days === null ? LAG_RECENTLY : LAG_YESTERDAY;
    const finding = afterLastCited(text, span, context, lag, {
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

/** 7月28日中央政治局会议: what comes after the day is a meeting or a speech that the text cites. */
const CITED_MEETING = /^(?:在)?[^，。；\n]{0,36}(?:会议|讲话|座谈会|精神|考察|指示)/;

/** The month after the last dated meeting that the text cites: 日前, after 7月28日中央政治局会议 → August. */
function afterLastCited(
  text: Text,
  span: Span,
  context: DateContext,
  lag: number,
  word: Evidence,
): DateFinding | null {
  let windows: readonly Window[] | null = null;
  let latest: { value: string; evidence: Evidence[]; confidence: number } | null = null;
  for (const mention of findDayMentions(text, span.start, Math.min(span.end, span.start + 2000))) {
    if (mention.day === 0) continue;
    const role = dayRoleOf(text, mention.start, mention.end);
    if (role.role === 'ignored' || (mention.year > 0 && role.role !== 'cited')) continue;
    if (!CITED_MEETING.test(text.string.slice(mention.end, mention.end + 40))) continue;
    let { year } = mention;
    const evidence: Evidence[] = [{ start: mention.start, end: mention.end, rule: 'last-cited-day' }];
    let confidence = 0.6;
    if (year === 0) {
      windows ??= yearWindows(text, span, context.events);
      const choice = chooseYear(mention.month, mention.day, windows);
      if (choice === null) continue;
      year = choice.year;
      confidence = Math.min(confidence, choice.confidence);
      evidence.push(...choice.evidence.slice(0, 4));
    }
    const value = isoDay(year, mention.month, mention.day);
    if (latest === null || value > latest.value) latest = { value, evidence, confidence };
  }
  if (latest === null) return null;
  return {
    value: addDays(latest.value, lag).slice(0, 7),
    precision: 'month',
    confidence: latest.confidence,
    evidence: [word, ...latest.evidence],
  };
}
