import type { Span } from '@/lib/types';
import { UnitSet } from '../characters';

const HEAD_CAP = 60;
const LEAD_CAP = 60;
/** What parts items and is no part of a head. */
const SEPARATOR = '、'.charCodeAt(0);
const ENDS_CLAUSE = new UnitSet('，。；：！？,;:!?\n 　');
const BEFORE_MARKER = new UnitSet('：:，,；;。！？ 　\n“—');
const ENDS_SENTENCE = new UnitSet('。！？；!?;\n');

/**
 * The first clause from an offset on: up to the first mark that ends a clause, at most 60 units. A space ends one
 * too, as between a heading and its text, but not after a letter or a digit (5G 网络).
 */
export function headAt(text: string, from: number, to: number): string {
  let start = from;
  while (start < to && ENDS_CLAUSE.has(text.charCodeAt(start))) start++;
  const stop = Math.min(to, start + HEAD_CAP);
  let end = start;
  while (end < stop && (!ENDS_CLAUSE.has(text.charCodeAt(end)) || isInnerSpace(text, end))) end++;
  while (end > start && text.charCodeAt(end - 1) === SEPARATOR) end--;
  return text.slice(start, end);
}

/**
 * The clause before a list: the end of the sentence that its first marker stands in, or the last sentence of
 * the paragraph before, where the marker opens a paragraph. It never reaches back over `from`.
 */
export function leadBefore(text: string, at: number, from: number, paragraph: Span | undefined): string {
  let end = at;
  while (end > from && BEFORE_MARKER.has(text.charCodeAt(end - 1))) end--;
  let start = end;
  while (start > from && end - start < LEAD_CAP && !ENDS_SENTENCE.has(text.charCodeAt(start - 1))) {
    if (paragraph !== undefined && start === paragraph.start && start < end) break;
    start--;
  }
  if (end - start >= LEAD_CAP) {
    const comma = text.slice(start, end).search(/[，：]/);
    if (comma >= 0) start += comma + 1;
  }
  return text.slice(start, end).trim();
}

function isInnerSpace(text: string, at: number): boolean {
  return text.charCodeAt(at) === 32 && /[0-9A-Za-z]/.test(text.charAt(at - 1));
}
