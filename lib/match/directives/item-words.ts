import type { Span } from '@/lib/types';

const HEAD_CAP = 60;
const LEAD_CAP = 60;

/** The first clause from an offset on: up to the first mark that ends a clause, at most 60 units. */
export function headAt(text: string, from: number, to: number): string {
  const stop = Math.min(to, from + HEAD_CAP);
  let end = from;
  while (end < stop && !'，。；：！？,;:!?\n 　'.includes(text.charAt(end))) end++;
  return text.slice(from, end);
}

/**
 * The clause before a list: the end of the sentence that its first marker stands in, or the last sentence of
 * the paragraph before, where the marker opens a paragraph. It never reaches back over `from`.
 */
export function leadBefore(text: string, at: number, from: number, paragraph: Span | undefined): string {
  let end = at;
  while (end > from && '：:，,；;。！？ 　\n“—'.includes(text.charAt(end - 1))) end--;
  let start = end;
  while (start > from && end - start < LEAD_CAP && !'。！？；!?;\n'.includes(text.charAt(start - 1))) {
    if (paragraph !== undefined && start === paragraph.start && start < end) break;
    start--;
  }
  if (end - start >= LEAD_CAP) {
    const comma = text.slice(start, end).search(/[，：]/);
    if (comma >= 0) start += comma + 1;
  }
  return text.slice(start, end).trim();
}
