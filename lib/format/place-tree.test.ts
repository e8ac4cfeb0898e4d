import { expect, it } from 'vitest';
import { placeTree } from './place-tree';

it('hangs places under their parents', () => {
  const tree = placeTree([
    { code: '440000', parentCode: '100000' },
    { code: '440300', parentCode: '440000' },
    { code: '440307', parentCode: '440300' },
    { code: '100000', parentCode: '100000' },
  ]);
  expect(tree.map((n) => n.place.code)).toEqual(['100000']);
  expect(tree[0]?.children[0]?.children[0]?.children[0]?.place.code).toBe('440307');
});
