import type { DirectiveItem, DirectiveList, Note, Span, Text } from '@/lib/types';
import { assembleLists, type Draft } from './assemble-lists';
import { itemSpans } from './item-ends';
import { headAt, leadBefore } from './item-words';
import { isDirective } from './list-tests';
import { findParallelOpenings } from './parallel-openings';
import { scanMarkers } from './scan-markers';

interface Built {
  readonly draft: Draft;
  readonly spans: readonly Span[];
}

/**
 * Finds the enumerated lists of a text in all styles, nested lists with their parent, and the parallel openings
 * without numbers (排比). Lists are in the order of their starts. A skipped numeral is in `missing` and in a note.
 */
export function findLists(
  text: Text,
  paragraphs: readonly Span[],
  reports: readonly Span[],
): { lists: DirectiveList[]; notes: Note[] } {
  const markers = scanMarkers(text, paragraphs);
  const parallels = findParallelOpenings(text, paragraphs);
  if (markers.length < 2) return { lists: parallels, notes: [] };
  const { drafts, notes } = assembleLists(markers, reports, text.string.length);
  const built: Built[] = [];
  for (const draft of drafts) {
    const spans = itemSpans(text.string, paragraphs, draft);
    if (isDirective(text.string, draft, spans)) built.push({ draft, spans });
  }
  const lists = nest(text.string, paragraphs, built);
  const kept = new Set(built.flatMap(({ draft }) => draft.markers.map((marker) => marker.start)));
  const all = withParallels(lists, parallels);
  return { lists: all, notes: [...notes.filter((n) => kept.has(n.start ?? -1)), ...gapNotes(all)] };
}

function nest(text: string, paragraphs: readonly Span[], built: readonly Built[]): DirectiveList[] {
  const indexOf = new Map(built.map(({ draft }, i) => [draft, i] as const));
  const lists: DirectiveList[] = [];
  for (const { draft, spans } of built) {
    const parent = parentOf(draft, indexOf, lists);
    const room = parent === null ? Number.POSITIVE_INFINITY : (itemAt(lists, parent)?.end ?? 0);
    const items = draft.markers.map((marker, i): DirectiveItem => {
      const start = marker.start;
      const end = Math.min(spans[i]?.end ?? start, room);
      return { start, end, numeral: draft.numerals[i] ?? 0, head: headAt(text, marker.body, end) };
    });
    const first = draft.markers[0];
    const start = first?.start ?? 0;
    const from = parent === null ? 0 : (itemAt(lists, parent)?.start ?? 0);
    const before = paragraphs[first?.paragraph ?? 0];
    const lead = leadBefore(text, start, from, before);
    const style = first?.rule.style ?? '一是';
    lists.push({
      style,
      lead,
      start,
      end: items.at(-1)?.end ?? start,
      items,
      parent,
      missing: skipped(draft),
    });
  }
  return lists;
}

function parentOf(
  draft: Draft,
  indexOf: ReadonlyMap<Draft, number>,
  lists: readonly DirectiveList[],
): DirectiveList['parent'] {
  const lastStart = draft.markers.at(-1)?.start ?? 0;
  for (const { draft: outer, item } of draft.around) {
    const list = indexOf.get(outer);
    if (list === undefined) continue;
    const place = { list, item };
    if ((itemAt(lists, place)?.end ?? 0) > lastStart) return place;
  }
  return null;
}

function itemAt(
  lists: readonly DirectiveList[],
  place: { list: number; item: number },
): DirectiveItem | undefined {
  return lists[place.list]?.items[place.item];
}

function skipped(draft: Draft): number[] {
  const present = new Set(draft.numerals);
  const missing: number[] = [];
  for (let n = draft.base + 1; n < (draft.numerals.at(-1) ?? 0); n++) if (!present.has(n)) missing.push(n);
  return missing;
}

function withParallels(
  lists: readonly DirectiveList[],
  parallels: readonly DirectiveList[],
): DirectiveList[] {
  if (parallels.length === 0) return [...lists];
  const order = [...lists, ...parallels].sort((a, b) => a.start - b.start || b.end - a.end);
  const place = new Map(order.map((list, i) => [list, i] as const));
  return order.map((list) => {
    const parent = list.parent === null ? undefined : lists[list.parent.list];
    if (list.parent === null || parent === undefined) return list;
    return { ...list, parent: { list: place.get(parent) ?? 0, item: list.parent.item } };
  });
}

function gapNotes(lists: readonly DirectiveList[]): Note[] {
  return lists
    .filter((list) => list.missing.length > 0)
    .map((list) => ({
      stage: 'lists',
      code: 'missing-numeral',
      start: list.start,
      detail: list.missing.join(','),
    }));
}
