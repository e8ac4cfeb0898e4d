import type { Filters } from '@/lib/filters';
import { deviationOfProportions, FEWEST_FOR_DISPERSION } from '@/lib/stats/dispersion';
import { frequency } from './frequency';
import { frequencyByPlace } from './frequency-by-place';

export interface DispersionRow {
  /** What the corpus is divided by. */
  readonly over: 'place' | 'month';
  readonly mentions: number;
  /** Parts with characters, and those of them with mentions. */
  readonly parts: number;
  readonly partsWith: number;
  /** Deviation of proportions: 0 spread as the parts are large, near 1 all in one small part. Null below five mentions. */
  readonly dp: number | null;
  readonly dpNorm: number | null;
}

function rowOf(
  over: DispersionRow['over'],
  parts: readonly { readonly mentions: number; readonly totalCharacters: number }[],
): DispersionRow {
  const filled = parts.filter((p) => p.totalCharacters > 0);
  const mentions = filled.reduce((sum, p) => sum + p.mentions, 0);
  const counted = {
    over,
    mentions,
    parts: filled.length,
    partsWith: filled.filter((p) => p.mentions > 0).length,
  };
  if (mentions < FEWEST_FOR_DISPERSION || filled.length < 2) return { ...counted, dp: null, dpNorm: null };
  const deviation = deviationOfProportions(
    filled.map((p) => p.mentions),
    filled.map((p) => p.totalCharacters),
  );
  return { ...counted, ...deviation };
}

/** How evenly a slogan is spread over the places of the scope (each by its own reports) and over its months. */
export async function dispersion(sloganId: number, filters: Filters): Promise<readonly DispersionRow[]> {
  const [places, { series }] = await Promise.all([
    frequencyByPlace(sloganId, filters),
    frequency(sloganId, { ...filters, by: 'month' }),
  ]);
  return [rowOf('place', places), rowOf('month', series[0]?.rows ?? [])];
}
