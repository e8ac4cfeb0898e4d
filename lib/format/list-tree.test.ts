import { expect, it } from 'vitest';
import { listTree } from './list-tree';

const item = (numeral: number) => ({ numeral, start: numeral, end: numeral + 1, head: `项${numeral}` });
const list = (ordinal: number, parent: { list: number; item: number } | null, items = 2) => ({
  ordinal,
  parent,
  style: '一是',
  lead: '',
  missing: [],
  items: Array.from({ length: items }, (_, i) => item(i + 1)),
});

it('hangs lists under the items they are nested in', () => {
  const [outer, other] = listTree([
    list(0, null),
    list(1, { list: 0, item: 1 }),
    list(2, { list: 1, item: 0 }),
    list(3, null),
  ]);
  expect(outer?.items[1]?.lists[0]?.items[0]?.lists[0]?.ordinal).toBe(2);
  expect(other?.ordinal).toBe(3);
});

it('keeps a list whose parent is missing', () => {
  expect(listTree([list(1, { list: 7, item: 0 })]).map((l) => l.ordinal)).toEqual([1]);
});
