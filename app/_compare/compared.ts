import type { ComparedSlogan } from '@/lib/queries/compare-slogans';
import type { PlaceEntry } from '@/lib/queries/places';

/** What the parts of the comparison share: places, their reports in scope, the slogans with counts in each. */
export interface Compared {
  readonly places: readonly PlaceEntry[];
  readonly totals: readonly number[];
  readonly slogans: readonly ComparedSlogan[];
}
