/** Where the paragraphs of a normalised text stand. */
import type { Span } from '@/lib/types';

/** A line this long that has sentence ends followed by a space is a text that lost its line ends. */
const FLATTENED = 300;
const SENTENCE_THEN_SPACE = /[。！？；：”）] (?=\S)/g;

/** Spans of the paragraphs: the lines, and inside a flattened text its pieces between spaces after a sentence end. */
export function findParagraphs(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  // The next space at or after the line, found once for all lines before it.
  let space = -1;
  while (start < text.length) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    if (space < start && end - start >= FLATTENED) {
      space = text.indexOf(' ', start);
      if (space < 0) space = text.length;
    }
    if (end - start >= FLATTENED && space < end) splitFlattened(text, start, end, spans);
    else if (end > start) spans.push({ start, end });
    start = end + 1;
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
