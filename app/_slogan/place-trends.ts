import type { Grain } from '@/lib/filters';
import type { Trend } from '@/lib/format/trend';
import type { View } from '@/lib/format/view';
import type { PlaceFrequencyRow } from '@/lib/queries/frequency-by-place';
import { frequencyOfPlaces } from '@/lib/queries/frequency-of-places';
import { buildTrend } from '../_charts/build-trend';
import { currentData } from '../_frame/frame-data';

/** So many places have a small chart each. */
export const MULTIPLES = 8;

export interface PlaceTrends {
  /** All places of the scope with reports, and those of them that said it. */
  readonly rows: readonly PlaceFrequencyRow[];
  readonly users: readonly PlaceFrequencyRow[];
  readonly grain: Grain;
  /** The first few for small charts, and more of them for the map, on one time axis. */
  readonly multiples: Trend;
  readonly map: Trend;
}

/** A slogan by place and time: for its page, and for the pictures of its charts. */
export async function placeTrends(view: View, id: number): Promise<PlaceTrends> {
  const [{ rows, places, found }, { publishedAt }] = await Promise.all([
    frequencyOfPlaces(id, view.filters),
    currentData(),
  ]);
  const lines = places.map((r) => ({ key: r.code, name: r.name, path: `/slogans/${id}`, place: r.code }));
  return {
    rows,
    users: rows.filter((r) => r.reports > 0),
    grain: found.grain,
    multiples: buildTrend(view, found, lines.slice(0, MULTIPLES), publishedAt),
    map: buildTrend(view, found, lines, publishedAt),
  };
}
