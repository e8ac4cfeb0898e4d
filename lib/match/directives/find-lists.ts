import type { DirectiveList, Note, Span, Text } from '@/lib/types';
import { assembleLists } from './assemble-lists';
import { boundLists } from './bound-lists';
import { dropContents } from './drop-contents';
import { mendGaps } from './mend-gaps';
import { nestLists } from './nest-lists';
import { listParallels } from './parallel-openings';
import { type Marker, readMarks } from './scan-markers';

interface Lists {
  readonly lists: readonly DirectiveList[];
  readonly notes: readonly Note[];
}

/** What most texts have. */
const NONE: Lists = { lists: [], notes: [] };

/**
 * Finds the enumerated lists of a text in all styles, nested lists with their parent, and the parallel openings
 * without numbers (排比). Lists are in the order of their starts and never cross from one report to the next. A
 * skipped numeral is in `missing` and in a note; it is never closed up.
 */
export function findLists(text: Text, paragraphs: readonly Span[], reports: readonly Span[]): Lists {
  const { markers, runs } = readMarks(text, paragraphs);
  const numbered = mayJoin(markers) ? findNumbered(text.string, paragraphs, reports, markers) : NONE;
  if (runs.length === 0) return numbered;
  const parallels = listParallels(text.string, paragraphs, runs, numbered.lists);
  return { lists: merge(numbered.lists, parallels), notes: numbered.notes };
}

/** Whether any two markers may stand in one list: in most texts those that have the form of one are alone of their kind. */
export function mayJoin(markers: readonly Marker[]): boolean {
  if (markers.length < 2) return false;
  const families = new Set<string>();
  for (const { rule } of markers) {
    if (families.has(rule.family) || (rule.family === 'ordinal' && families.has('order'))) return true;
    families.add(rule.family);
  }
  return false;
}

function findNumbered(
  text: string,
  paragraphs: readonly Span[],
  reports: readonly Span[],
  markers: readonly Marker[],
): Lists {
  const { drafts, notes } = assembleLists(markers, reports, text.length);
  if (drafts.length > 0) {
    const taken = new Set(drafts.flatMap((draft) => draft.markers.map(({ start }) => start)));
    for (const draft of drafts) notes.push(...mendGaps(text, draft, taken));
  }
  const bounded = dropContents(text, boundLists(text, paragraphs, drafts));
  const lists = nestLists(text, paragraphs, bounded);
  const gaps = lists.flatMap(gapNote);
  if (notes.length === 0) return { lists, notes: gaps };
  const kept = new Set(bounded.flatMap(({ draft }) => draft.markers.map((marker) => marker.start)));
  return { lists, notes: [...notes.filter(({ start }) => kept.has(start ?? -1)), ...gaps] };
}

function gapNote({ missing, start }: DirectiveList): Note[] {
  if (missing.length === 0) return [];
  return [{ stage: 'lists', code: 'missing-numeral', start, detail: missing.join(',') }];
}

/** Puts both kinds in the order of their starts, and parents after their move. */
function merge(
  numbered: readonly DirectiveList[],
  parallels: readonly DirectiveList[],
): readonly DirectiveList[] {
  if (parallels.length === 0) return numbered;
  const order = [...numbered, ...parallels].sort((a, b) => a.start - b.start || b.end - a.end);
  const place = new Map(order.map((list, i) => [list, i] as const));
  return order.map((list) => {
    const outer = list.parent === null ? undefined : numbered[list.parent.list];
    if (list.parent === null || outer === undefined) return list;
    return { ...list, parent: { list: place.get(outer) ?? 0, item: list.parent.item } };
  });
}
