interface FlatItem {
  readonly numeral: number;
  readonly start: number;
  readonly end: number;
  readonly head: string;
}

interface FlatList {
  readonly ordinal: number;
  readonly style: string;
  readonly lead: string;
  readonly parent: { readonly list: number; readonly item: number } | null;
  readonly missing: readonly number[];
  readonly items: readonly FlatItem[];
}

export interface OutlineItem extends FlatItem {
  readonly lists: readonly OutlineList[];
}

export interface OutlineList extends Omit<FlatList, 'items' | 'parent'> {
  readonly items: readonly OutlineItem[];
}

/** Lists that name their parents as a forest, in order. A list whose parent is not there stands on its own. */
export function listTree(lists: readonly FlatList[]): OutlineList[] {
  const known = new Set(lists.map((l) => l.ordinal));
  const build = (list: FlatList): OutlineList => ({
    ...list,
    items: list.items.map((item, i) => ({
      ...item,
      // Only to lists further on: a circle would never end.
      lists: lists
        .filter((l) => l.ordinal > list.ordinal && l.parent?.list === list.ordinal && l.parent.item === i)
        .map(build),
    })),
  });
  return lists
    .filter((l) => l.parent === null || !known.has(l.parent.list) || l.parent.list >= l.ordinal)
    .map(build);
}
