import type { Span } from '@/lib/types';
import type { Draft } from './draft';
import { itemSpans } from './item-ends';
import { isDirective } from './list-tests';
import { Attachment } from './marker-rules';

/** Units that may lie between an item and the list that it announces. */
const NEAR = 200;

/** A list whose items have their ends. */
export interface Bounded {
  readonly draft: Draft;
  /** Spans of its items. */
  readonly spans: readonly Span[];
}

/**
 * Finds where items end and drops what is no list of instructions. Works from the last list to the first, because a
 * last item that a list of a deeper kind follows at once goes on to the end of that list.
 */
export function boundLists(text: string, paragraphs: readonly Span[], drafts: readonly Draft[]): Bounded[] {
  const inside = new Map<Draft, Bounded[]>();
  const bounded: Bounded[] = [];
  for (const draft of drafts.toReversed()) {
    const own = itemSpans(text, paragraphs, draft);
    const spans = own.with(
      -1,
      extend(text, draft, own.at(-1) ?? { start: 0, end: 0 }, inside.get(draft) ?? []),
    );
    if (!isDirective(text, paragraphs, draft, spans)) continue;
    const found = { draft, spans };
    bounded.push(found);
    for (const outer of draft.around) {
      const lists = inside.get(outer);
      if (lists === undefined) inside.set(outer, [found]);
      else lists.push(found);
    }
  }
  return bounded.reverse();
}

/** The last item, made longer by the lists that belong to it; `inside` has the lists opened in it, the last first. */
function extend(text: string, draft: Draft, last: Span, inside: readonly Bounded[]): Span {
  let { end } = last;
  for (const { draft: inner, spans } of inside.toReversed()) {
    const start = spans[0]?.start ?? 0;
    if (start < last.start || !belongs(text, draft, inner, end, start)) continue;
    end = Math.max(end, Math.min(draft.limit, spans.at(-1)?.end ?? end));
  }
  return { start: last.start, end };
}

/** Whether a list that begins at `start` goes on with an item that would have ended at `end`. */
function belongs(text: string, outer: Draft, inner: Draft, end: number, start: number): boolean {
  if (start < end) return true;
  if (start - end > NEAR) return false;
  const between = text.slice(end, start);
  if (/[：:]\s*$/.test(between) && !/\n[^\n]*\n/.test(between)) return true;
  if (outer.rank === null || between.trim() !== '') return false;
  const first = inner.markers[0]?.attachment ?? Attachment.loose;
  return inner.rank === null ? first === Attachment.paragraph : inner.rank > outer.rank;
}
