import type { DateFinding, Evidence, Span, Text } from '@/lib/types';
import { addDays, isoDay } from './calendar.ts';
import { dayAt, listDays, roleAt } from './day-mention.ts';
import type { Events } from './events.ts';
import type { Window } from './window.ts';
import { chooseYear, yearWindows } from './year-evidence.ts';

/** 7月28日中央政治局会议: what comes after the day is a meeting or a speech that the text cites. */
const CITED_MEETING = /^(?:在)?[^，。；\n]{0,36}(?:会议|讲话|座谈会|精神|考察|指示)/;

/** How far into the text cited meetings are looked for. */
const REACH = 2000;

/** The month after the last dated meeting that the text cites: 日前, after 7月28日中央政治局会议 → August. */
export function afterLastCited(
  text: Text,
  span: Span,
  known: Events,
  lag: number,
  word: Evidence,
): DateFinding | null {
  let windows: readonly Window[] | null = null;
  let latest: { value: string; evidence: Evidence[]; confidence: number } | null = null;
  const count = listDays(text, span.start, Math.min(span.end, span.start + REACH));
  for (let i = 0; i < count; i++) {
    const mention = dayAt(i);
    if (mention.day === 0) continue;
    const role = roleAt(text, i);
    if (role.role === 'ignored' || (mention.year > 0 && role.role !== 'cited')) continue;
    if (!CITED_MEETING.test(text.string.slice(mention.end, mention.end + 40))) continue;
    let { year } = mention;
    const evidence: Evidence[] = [{ start: mention.start, end: mention.end, rule: 'last-cited-day' }];
    let confidence = 0.6;
    if (year === 0) {
      windows ??= yearWindows(text, span, known);
      const choice = chooseYear(mention.month, mention.day, windows);
      if (choice === null || choice === 'even') continue;
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
