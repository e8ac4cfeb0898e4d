import type { DirectiveItem, DirectiveList, Span } from '@/lib/types';
import type { Bounded } from './bound-lists';
import type { Draft } from './draft';
import { headAt, leadBefore } from './item-words';
import { joinRunning } from './join-running';

/**
 * Turns bounded drafts, in the order of their starts, into lists. A list that stands whole inside an item of another
 * is nested in it, and its own items end there at the latest.
 */
export function nestLists(
  text: string,
  paragraphs: readonly Span[],
  bounded: readonly Bounded[],
): DirectiveList[] {
  const indexOf = new Map(bounded.map(({ draft }, i) => [draft, i] as const));
  const lists: DirectiveList[] = [];
  for (const { draft, spans } of bounded) lists.push(build(text, paragraphs, draft, spans, indexOf, lists));
  return joinRunning(lists, bounded);
}

function build(
  text: string,
  paragraphs: readonly Span[],
  draft: Draft,
  spans: readonly Span[],
  indexOf: ReadonlyMap<Draft, number>,
  lists: readonly DirectiveList[],
): DirectiveList {
  const parent = parentOf(draft, indexOf, lists);
  const around = parent === null ? null : lists[parent.list]?.items[parent.item];
  const items = draft.markers.map((marker, i): DirectiveItem => {
    const end = Math.min(spans[i]?.end ?? marker.body, around?.end ?? text.length);
    return {
      start: marker.start,
      end,
      numeral: draft.numerals[i] ?? 0,
      head: headAt(text, marker.body, end),
    };
  });
  const first = draft.markers[0];
  const start = first?.start ?? 0;
  return {
    style: first?.rule.style ?? '一是',
    lead: leadBefore(
      text,
      start,
      around == null ? 0 : text.indexOf(around.head, around.start),
      paragraphs[first?.paragraph ?? 0],
    ),
    start,
    end: items.at(-1)?.end ?? start,
    items,
    parent,
    missing: skipped(draft),
  };
}

function parentOf(
  draft: Draft,
  indexOf: ReadonlyMap<Draft, number>,
  lists: readonly DirectiveList[],
): DirectiveList['parent'] {
  const first = draft.markers[0]?.start ?? 0;
  const last = draft.markers.at(-1)?.start ?? 0;
  for (const outer of draft.around) {
    const list = indexOf.get(outer);
    const items = list === undefined ? undefined : lists[list]?.items;
    if (list === undefined || items === undefined) continue;
    const item = itemAt(items, first);
    if ((items[item]?.end ?? 0) > last) return { list, item };
  }
  return null;
}

/** Index of the last item that begins at or before an offset. */
function itemAt(items: readonly DirectiveItem[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

function skipped({ numerals, base }: Draft): number[] {
  const missing: number[] = [];
  if (numerals.every((numeral, i) => numeral === base + 1 + i)) return missing;
  const present = new Set(numerals);
  for (let n = base + 1; n < (numerals.at(-1) ?? 0); n++) if (!present.has(n)) missing.push(n);
  return missing;
}
