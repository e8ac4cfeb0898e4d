import type { Span } from '@/lib/types';

/** A stretch of text under one mark, or under none. */
export interface Segment<Mark extends Span> extends Span {
  readonly mark: Mark | null;
}

/**
 * Cuts `[start, end)` along marks, in order, without loss. Marks that begin before the last one ended are left out:
 * text can carry one mark of a sort at a time. Marks reaching over an edge are clipped.
 */
export function segments<Mark extends Span>(
  start: number,
  end: number,
  marks: readonly Mark[],
): Segment<Mark>[] {
  const inside = marks
    .filter((m) => m.start < end && m.end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const cut: Segment<Mark>[] = [];
  let at = start;
  for (const mark of inside) {
    const from = Math.max(mark.start, start);
    const to = Math.min(mark.end, end);
    if (from < at) continue;
    if (from > at) cut.push({ start: at, end: from, mark: null });
    cut.push({ start: from, end: to, mark });
    at = to;
  }
  if (at < end) cut.push({ start: at, end, mark: null });
  return cut;
}
