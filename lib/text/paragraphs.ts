/** Where the paragraphs of a normalised text stand. */
import { MARK } from '@/lib/marks';
import type { Marks, Span } from '@/lib/types';
import { CLASS } from './classes';

/** A line this long that has sentence ends followed by a space is a text that lost its line ends. */
const FLATTENED = 300;
const SENTENCE_THEN_SPACE = /[。！？；：”）] (?=\S)/g;

/** Spans of the paragraphs: the lines, and inside a flattened text its pieces between spaces after a sentence end. */
export function findParagraphs(text: string, { at, bits, placed, placedCount }: Marks): Span[] {
  const { newline } = MARK;
  const { layout } = CLASS;
  const spans: Span[] = [];
  let start = 0;
  let hasSpace = false;
  for (let p = 0; p <= placedCount; p++) {
    const m = placed[p] as number;
    const found = p < placedCount ? (bits[m] as number) : newline;
    if ((found & newline) === 0) {
      if ((found & layout) !== 0) hasSpace = true;
      continue;
    }
    const end = p < placedCount ? (at[m] as number) : text.length;
    if (hasSpace && end - start >= FLATTENED) splitFlattened(text, start, end, spans);
    else if (end > start) spans.push({ start, end });
    start = end + 1;
    hasSpace = false;
  }
  return spans;
}

function splitFlattened(text: string, start: number, end: number, spans: Span[]): void {
  const line = text.slice(start, end);
  let from = 0;
  for (const match of line.matchAll(SENTENCE_THEN_SPACE)) {
    const to = match.index + 1;
    spans.push({ start: start + from, end: start + to });
    from = to + 1;
  }
  spans.push({ start: start + from, end });
}
