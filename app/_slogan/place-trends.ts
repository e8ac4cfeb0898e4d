import type { Grain } from '@/lib/filters';
import type { Trend } from '@/lib/format/trend';
import type { View } from '@/lib/format/view';
import { frequencyByPlace, type PlaceFrequencyRow } from '@/lib/queries/frequency-by-place';
import { span } from '@/lib/queries/span';
import { buildTrend } from '../_charts/build-trend';
import { readableFrequency } from '../_charts/readable-frequency';
import { currentData } from '../_frame/frame-data';

const MULTIPLES = 8;
const MAPPED = 24;

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
  const { filters } = view;
  const rows = (await frequencyByPlace(id, filters)).filter((r) => r.code !== '000000');
  const users = rows.filter((r) => r.reports > 0);
  // The whole country is no place among places: with those below it, it is all of them.
  const mapped = users.filter((r) => r.reports > 1 && r.code !== '100000').slice(0, MAPPED);
  const [days, { publishedAt }] = await Promise.all([span(filters), currentData()]);
  // The time axis of the chart of the page, so that the eye can go from one to the other.
  const codes = mapped.map((r) => r.code);
  const found = await readableFrequency(id, filters, codes, days);
  const lines = mapped.map((r) => ({ key: r.code, name: r.name, path: `/slogans/${id}`, place: r.code }));
  return {
    rows,
    users,
    grain: found.grain,
    multiples: buildTrend(view, found, lines.slice(0, MULTIPLES), publishedAt),
    map: buildTrend(view, found, lines, publishedAt),
  };
}
