import type { Bounded } from './bound-lists';
import { headAt } from './item-words';

/** A list of headings is at most so long, compared with the sections that it announces. */
const SHORTER = 0.6;

/**
 * Drops tables of contents: a list whose headings come again, in the same order, as the next list of its kind, with
 * the sections themselves. Lists inside it go with it.
 */
export function dropContents(text: string, lists: readonly Bounded[]): readonly Bounded[] {
  const dropped: { start: number; end: number }[] = [];
  const latest = new Map<string, Bounded>();
  for (const list of lists) {
    const { family, rank } = list.draft;
    if (rank === null) continue;
    const before = latest.get(family);
    if (before !== undefined && announces(text, before, list)) dropped.push(reach(before));
    latest.set(family, list);
  }
  if (dropped.length === 0) return lists;
  let d = 0;
  return lists.filter((list) => {
    const { start } = reach(list);
    while (d < dropped.length && (dropped[d]?.end ?? 0) <= start) d++;
    const span = dropped[d];
    return span === undefined || start < span.start;
  });
}

function announces(text: string, contents: Bounded, sections: Bounded): boolean {
  const { markers } = contents.draft;
  if (markers.length !== sections.draft.markers.length) return false;
  const short = reach(contents);
  const long = reach(sections);
  if (short.end - short.start > (long.end - long.start) * SHORTER || short.end > long.start) return false;
  if (/。./s.test(text.slice(short.start, short.end))) return false;
  return markers.every((marker, i) => {
    const again = sections.draft.markers[i];
    if (again === undefined) return false;
    const heading = headAt(text, marker.body, contents.spans[i]?.end ?? marker.body);
    return heading.length >= 2 && text.startsWith(heading, again.body);
  });
}

function reach({ spans }: Bounded): { start: number; end: number } {
  return { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
}
