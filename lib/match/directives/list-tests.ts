import { isDigit } from '@/lib/marks';
import type { Span } from '@/lib/types';
import { SPACES, UnitSet } from '../characters';
import type { Draft } from './draft';
import { Attachment } from './marker-rules';
import type { Marker } from './scan-markers';

/** Leads of lists that enumerate something else than instructions: attachments, notes to a table, references. */
const OTHER_LEAD = /(?:^|[。；\s])(?:附件|附表|附录|附|注|备注|注释|参考文献|目录|目 录)[：:]? *$/;
/** What such a lead ends with. */
const ENDS_OTHER = new UnitSet('件表录附注释献：: ');
/** Marks and spaces that are no words. */
const NO_WORDS = new UnitSet(`${SPACES}，。；：、`);
const PAGE_NUMBER = /(?:…+|[.·]{4,}|-{4,}) *-?\d+ *-?$/;

/** Whether a chain of markers is a list of instructions (or sections) and not an accident, a table or a contents page. */
export function isDirective(
  text: string,
  paragraphs: readonly Span[],
  draft: Draft,
  spans: readonly Span[],
): boolean {
  const first = draft.markers[0];
  if (first === undefined || draft.markers.length < 2) return false;
  return (
    (isAttached(draft) || opensLists(text, draft) || opensSection(text, draft)) &&
    hasWords(text, draft, spans) &&
    !isOther(text, first.start) &&
    !isContents(text, spans) &&
    !isTable(text, draft, spans) &&
    (isOneLine(paragraphs, first, spans) || !hasCells(text, spans))
  );
}

/**
 * At least one item but the first has to be set off by punctuation or a paragraph; where a page has lost both,
 * three bracketed ones are enough.
 */
function isAttached(draft: Draft): boolean {
  const bracketed =
    draft.family.startsWith('bracketed') || draft.family === 'circled' || draft.family === 'parenthesised';
  if (bracketed && draft.markers.length >= 3) return true;
  const least = draft.rank === null ? Attachment.comma : Attachment.sentence;
  if (draft.family === 'order' && !draft.markers.some((m) => m.numeral === 2 || m.numeral === 3))
    return false;
  return draft.markers.slice(1).some((marker) => marker.attachment >= least);
}

/** Sections of a page without line breaks: a heading, and then at once the first item of a list (二、建设要求（一）…). */
function opensLists(text: string, draft: Draft): boolean {
  return (
    draft.family === 'chinese-comma' &&
    draft.markers.every(({ body }) => /^[一-龥]{2,20}（一）/.test(text.slice(body, body + 24)))
  );
}

/** A list on such a page that begins right after the heading of a section. */
function opensSection(text: string, draft: Draft): boolean {
  const start = draft.markers[0]?.start ?? 0;
  return (
    draft.family === 'bracketed-chinese' &&
    /[一二三四五六七八九十]、[一-龥]{2,20}$/.test(text.slice(Math.max(0, start - 24), start))
  );
}

/** “（一）、（二）项” and “第一、第二、第三产业” have markers and nothing in them. */
function hasWords(text: string, draft: Draft, spans: readonly Span[]): boolean {
  let empty = 0;
  for (let i = 0; i < draft.markers.length; i++) {
    const { body } = draft.markers[i] as Marker;
    const end = Math.min(spans[i]?.end ?? body, body + 12);
    let words = 0;
    for (let at = body; at < end && words < 2; at++) if (!NO_WORDS.has(text.charCodeAt(at))) words++;
    if (words < 2) empty++;
  }
  return empty * 2 < draft.markers.length;
}

function isOther(text: string, start: number): boolean {
  return (
    ENDS_OTHER.has(text.charCodeAt(start - 1)) && OTHER_LEAD.test(text.slice(Math.max(0, start - 12), start))
  );
}

/** Codes and names of a table that was run together: every cell begins with a code and none ends as a clause does. */
function isTable(text: string, draft: Draft, spans: readonly Span[]): boolean {
  if (draft.rank === null || draft.markers.some((marker) => marker.attachment === Attachment.paragraph))
    return false;
  const coded = draft.markers.filter((marker) => /[0-9A-Za-z]/.test(text.charAt(marker.body))).length;
  if (coded * 2 < draft.markers.length) return false;
  return spans.every(({ start, end }) => !/[。；！？：]/.test(text.slice(start, end)));
}

/** Whether a list stands in the paragraph of its first marker. */
function isOneLine(paragraphs: readonly Span[], first: Marker, spans: readonly Span[]): boolean {
  const paragraph = paragraphs[first.paragraph];
  return (
    paragraph !== undefined && first.start >= paragraph.start && (spans.at(-1)?.end ?? 0) <= paragraph.end
  );
}

/** Rows of a table, one cell a line: most items hold a line that is only a figure. */
function hasCells(text: string, spans: readonly Span[]): boolean {
  const rows = spans.filter(({ start, end }) =>
    /\n[\d.,%％≥≤—-]+(?:\n|$)/.test(text.slice(start, Math.min(end, start + 400))),
  );
  return rows.length * 2 > spans.length;
}

function isContents(text: string, spans: readonly Span[]): boolean {
  const numbered = spans.filter(
    ({ start, end }) =>
      endsPageNumber(text.charCodeAt(end - 1)) &&
      PAGE_NUMBER.test(text.slice(Math.max(start, end - 40), end)),
  );
  return numbered.length * 2 > spans.length;
}

function endsPageNumber(unit: number): boolean {
  return isDigit(unit) || unit === 0x2d || unit === 0x20;
}
