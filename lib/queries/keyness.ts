import type { Filters } from '@/lib/filters';
import { type Keyness, keynessOf } from './keyness-of-counts';
import { scopeSize } from './scope-size';
import { sloganCounts } from './slogan-counts';

/** What one scope says more than another: two places, two periods, or whatever else the filters tell apart. */
export async function keyness(a: Filters, b: Filters): Promise<Keyness> {
  const [countsA, sizeA, countsB, sizeB] = await Promise.all([
    sloganCounts(a),
    scopeSize(a),
    sloganCounts(b),
    scopeSize(b),
  ]);
  return keynessOf(countsA, sizeA, countsB, sizeB);
}
