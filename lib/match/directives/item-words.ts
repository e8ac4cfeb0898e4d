import type { Span } from '@/lib/types';

const HEAD_CAP = 60;
const LEAD_CAP = 60;
const ENDS_CLAUSE = marks('，。；：！？,;:!?\n 　');
const BEFORE_MARKER = marks('：:，,；;。！？ 　\n“—');
const ENDS_SENTENCE = marks('。！？；!?;\n');

/**
 * The first clause from an offset on: up to the first mark that ends a clause, at most 60 units. A space ends one
 * too, as between a heading and its text, but not after a letter or a digit (5G 网络).
 */
export function headAt(text: string, from: number, to: number): string {
  let start = from;
  while (start < to && ENDS_CLAUSE[text.charCodeAt(start)] === 1) start++;
  const stop = Math.min(to, start + HEAD_CAP);
  let end = start;
  while (end < stop && (ENDS_CLAUSE[text.charCodeAt(end)] === 0 || isInnerSpace(text, end))) end++;
  return text.slice(start, end);
}

/**
 * The clause before a list: the end of the sentence that its first marker stands in, or the last sentence of
 * the paragraph before, where the marker opens a paragraph. It never reaches back over `from`.
 */
export function leadBefore(text: string, at: number, from: number, paragraph: Span | undefined): string {
  let end = at;
  while (end > from && BEFORE_MARKER[text.charCodeAt(end - 1)] === 1) end--;
  let start = end;
  while (start > from && end - start < LEAD_CAP && ENDS_SENTENCE[text.charCodeAt(start - 1)] === 0) {
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

function marks(characters: string): Uint8Array {
  const table = new Uint8Array(65_536);
  for (const c of characters) table[c.charCodeAt(0)] = 1;
  return table;
}
