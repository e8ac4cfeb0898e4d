import type { DirectiveList } from '@/lib/types';
import type { Bounded } from './bound-lists';

/**
 * Joins the lists whose numbering runs on through the sections of a document (1. to 4. under 一、, 5. to 9. under 二、) to
 * one, as readers take them: the numbers say so. Such a list has a parent only where all its parts lie in one item.
 */
export function joinRunning(lists: readonly DirectiveList[], bounded: readonly Bounded[]): DirectiveList[] {
  if (bounded.every(({ draft }) => draft.base === 0)) return [...lists];
  /** The list that each one became part of, by position. */
  const into = lists.map((_, i) => i);
  const latest = new Map<string, number>();
  bounded.forEach(({ draft }, i) => {
    const before = latest.get(draft.family);
    const last = before === undefined ? undefined : bounded[before]?.draft.numerals.at(-1);
    if (before !== undefined && draft.base > 0 && last === draft.base) into[i] = into[before] as number;
    latest.set(draft.family, i);
  });
  const kept = lists.map((_, i) => i).filter((i) => into[i] === i);
  const place = new Map(kept.map((i, at) => [i, at] as const));
  const itemsBefore = offsets(lists, into);
  return kept.map((i) => {
    const parts = lists.filter((_, j) => into[j] === i);
    const { parent } = lists[i] as DirectiveList;
    const shared = parts.every((p) => p.parent?.list === parent?.list && p.parent?.item === parent?.item);
    return {
      ...(lists[i] as DirectiveList),
      end: parts.at(-1)?.end ?? 0,
      items: parts.flatMap((part) => part.items),
      missing: parts.flatMap((part) => part.missing),
      parent:
        parent === null || !shared
          ? null
          : {
              list: place.get(into[parent.list] as number) ?? 0,
              item: parent.item + (itemsBefore[parent.list] as number),
            },
    };
  });
}

/** How many items of the joined list come before those of each part. */
function offsets(lists: readonly DirectiveList[], into: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  return lists.map((list, i) => {
    const whole = into[i] as number;
    const before = sizes.get(whole) ?? 0;
    sizes.set(whole, before + list.items.length);
    return before;
  });
}
