import type { Filters } from '@/lib/filters';
import type { Frequency } from './frequency';
import { frequencyByPlace, type PlaceFrequencyRow } from './frequency-by-place';
import { readableFrequency } from './readable-frequency';
import { span } from './span';

/** So many places are told apart over time. */
export const MOST_PLACES = 24;

export interface PlacesOverTime {
  /** All places of the scope with reports of their own, unplaced ones left out. */
  readonly rows: readonly PlaceFrequencyRow[];
  /** Those that have a series, in its order: more than one report of theirs holds the slogan. */
  readonly places: readonly PlaceFrequencyRow[];
  readonly found: Frequency;
}

/**
 * A slogan over time in each of the places that say it most, on the time axis of the whole scope, so that the eye can go
 * from one to the other. The whole country is no place among places: with those below it, it is all of them.
 */
export async function frequencyOfPlaces(sloganId: number, filters: Filters): Promise<PlacesOverTime> {
  const [all, days] = await Promise.all([frequencyByPlace(sloganId, filters), span(filters)]);
  const rows = all.filter((r) => r.code !== '000000');
  const places = rows.filter((r) => r.reports > 1 && r.code !== '100000').slice(0, MOST_PLACES);
  const codes = places.map((r) => r.code);
  return { rows, places, found: await readableFrequency(sloganId, filters, codes, days) };
}
