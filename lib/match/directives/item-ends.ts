import type { Span } from '@/lib/types';
import { SPACES, UnitSet } from '../characters';
import type { Draft } from './draft';
import { Attachment } from './marker-rules';
import type { Marker } from './scan-markers';

const ENDS_SENTENCE = new UnitSet('。！？');
const CLOSING = new UnitSet('”’』」');
const CLOSING_OR_SPACE = new UnitSet(`”’』」${SPACES}`);
/** Words with which a report turns to the next speaker or topic, found by their verb. */
const FRAME_VERBS = '强调|指出|要求|认为|表示|提出|号召|审议|听取|传达|研究';
const FRAME = new RegExp(`(?:${FRAME_VERBS})(?:了|，|：|并)`, 'y');
const VERBS = FRAME_VERBS.split('|');
const OPENS_VERB = new UnitSet(VERBS.map((verb) => verb.charAt(0)).join(''));
const ENDS_VERB = new UnitSet(VERBS.map((verb) => verb.charAt(1)).join(''));
const SENTENCE_BREAK = new UnitSet('。！？；\n ”');
const FRAME_SUBJECT = /^(?:会议|大会|全会|会上|他|她|[^，。；：！？\s]{2,12})$/;
/** Openings of a paragraph that no longer belongs to the list before it. */
const LEAVING =
  /^(?:会议|大会|会上|各位代表|同志们|特此|附件|附[：:]|以上|总之|联系人|联系电话|出席|来源|责任编辑|（?责任编辑|编辑[：:]|（?记者|本(?:办法|通知|方案|意见|规定|细则)自|第[一二三四五六七八九十百]+[章条节]|.{2,24}(?:主持会议|参加(?:会议|活动)?。?$|出席(?:会议)?。?$)|\d{4}年\d{1,2}月\d{1,2}日$)/;

/** Offsets `[start, end)` of all items of a list; the last one stops where its words stop, not where the text does. */
export function itemSpans(text: string, paragraphs: readonly Span[], draft: Draft): Span[] {
  const starts = draft.markers.map((marker) => marker.start);
  return starts.map((start, i) => {
    const next = starts[i + 1];
    const end = next ?? lastEnd(text, paragraphs, draft);
    return { start, end: trimEnd(text, start, end) };
  });
}

function lastEnd(text: string, paragraphs: readonly Span[], draft: Draft): number {
  const { markers, limit } = draft;
  const last = markers.at(-1);
  if (last === undefined) return limit;
  const perParagraph =
    markers.filter((m) => m.attachment === Attachment.paragraph).length * 2 >= markers.length;
  if (perParagraph && last.attachment === Attachment.paragraph) {
    const most = markers
      .slice(1)
      .reduce((n, m, i) => Math.max(n, m.paragraph - (markers[i]?.paragraph ?? 0)), 1);
    if (most > 1) return endAfterParagraphs(text, paragraphs, last.paragraph, most, limit);
  }
  const end = Math.max(last.body, Math.min(limit, paragraphs[last.paragraph]?.end ?? limit));
  return endInside(text, draft, end, perParagraph);
}

/** A last item among items of several paragraphs goes on until a paragraph that leaves the list. */
function endAfterParagraphs(
  text: string,
  paragraphs: readonly Span[],
  first: number,
  most: number,
  limit: number,
): number {
  const farthest = Math.min(paragraphs.length - 1, first + Math.max(most * 3, most + 10));
  let end = Math.min(limit, paragraphs[first]?.end ?? limit);
  for (let p = first + 1; p <= farthest; p++) {
    const span = paragraphs[p];
    if (span === undefined || span.start >= limit) break;
    if (LEAVING.test(text.slice(span.start, Math.min(span.end, span.start + 40)))) break;
    if (frameIn(text, span.start, Math.min(span.end, span.start + 20), 0) === span.start) break;
    if (/[。；！？：”）]\s*$/.test(text.slice(Math.max(span.start, span.end - 4), span.end)))
      end = Math.min(limit, span.end);
  }
  return end;
}

/** Inside one paragraph: one sentence where all items before are one sentence, else until a new frame. */
function endInside(text: string, draft: Draft, end: number, perParagraph: boolean): number {
  const { markers } = draft;
  const last = markers.at(-1);
  if (last === undefined) return end;
  if (!perParagraph && everyBody(markers, (from, to) => isOneSentence(text, from, to))) {
    const found = endOfSentence(text, last.body, end);
    if (found >= 0) return found;
  }
  if (end === draft.limit && end === draft.sequel) end = beforeLead(text, last.body, end);
  if (!everyBody(markers, (from, to) => frameIn(text, from + 1, to, from) < 0)) return end;
  const frame = frameIn(text, last.body + 1, end, 0);
  return frame >= 0 ? frame : end;
}

/** Whether a test holds for the words of all items but the last. */
function everyBody(markers: readonly Marker[], test: (from: number, to: number) => boolean): boolean {
  for (let i = 0; i + 1 < markers.length; i++)
    if (!test((markers[i] as Marker).body, (markers[i + 1] as Marker).start)) return false;
  return true;
}

/** Whether nothing follows the first sentence in `[from, to)`. */
function isOneSentence(text: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && !ENDS_SENTENCE.has(text.charCodeAt(at))) at++;
  for (at++; at < to; at++) if (!CLOSING_OR_SPACE.has(text.charCodeAt(at))) return false;
  return true;
}

/** Where the first sentence in `[from, to)` ends, with the marks that close it; -1 where none does. */
function endOfSentence(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && !ENDS_SENTENCE.has(text.charCodeAt(at))) at++;
  if (at >= to) return -1;
  for (at++; at < to; at++) if (!CLOSING.has(text.charCodeAt(at))) break;
  return at;
}

/** The clause that leads to the next list belongs to that one. */
function beforeLead(text: string, from: number, end: number): number {
  for (let i = end - 1; i > from; i--) if ('。！？；\n'.includes(text.charAt(i))) return i + 1;
  return end;
}

/**
 * Start of the first sentence in `[from, to)` that opens with a frame such as 会议强调，; -1 where there is none. Sentences
 * begin at `floor` at the earliest.
 */
function frameIn(text: string, from: number, to: number, floor: number): number {
  for (let verb = from; verb + 2 < to; verb++) {
    if (!OPENS_VERB.has(text.charCodeAt(verb)) || !ENDS_VERB.has(text.charCodeAt(verb + 1))) continue;
    FRAME.lastIndex = verb;
    if (!FRAME.test(text)) continue;
    let start = verb;
    while (start > floor && verb - start < 16 && !SENTENCE_BREAK.has(text.charCodeAt(start - 1))) start--;
    if (start >= from && verb - start < 16 && FRAME_SUBJECT.test(text.slice(start, verb))) return start;
  }
  return -1;
}

function trimEnd(text: string, start: number, end: number): number {
  while (end > start && ' \n　'.includes(text.charAt(end - 1))) end--;
  return end;
}
