import type { Trend } from '@/lib/format/trend';
import type { View } from '@/lib/format/view';
import { bucketWarnings } from '@/lib/queries/bucket-warnings';
import type { Frequency } from '@/lib/queries/frequency';
import { readableFrequency } from '@/lib/queries/readable-frequency';
import type { SloganEntry } from '@/lib/queries/slogan';
import { MOST_SMOOTHING, smoothRates } from '@/lib/stats/smoothing';
import { axisLabel, buildTrend } from '../_charts/build-trend';
import { currentData } from '../_frame/frame-data';

export interface SloganTrend {
  readonly found: Frequency;
  readonly trend: Trend;
  readonly axis: (bucket: string) => string;
  /** Buckets before and after that are averaged; 0: none, and the chart is the trend. */
  readonly window: number;
  /** The trend as it is drawn: with a smoothed line beside the raw one where that was asked for. */
  readonly drawn: Trend;
}

/** The window of smoothing that an address asks for. */
export function smoothingOf(given: string | undefined): number {
  const window = Number(given ?? 0);
  return Number.isInteger(window) && window > 0 && window <= MOST_SMOOTHING ? window : 0;
}

/** The trend with its centred mean as a line of its own, whose name says what it is. */
function withSmoothed(view: View, trend: Trend, window: number): Trend {
  const [raw] = trend.series;
  if (!raw || window === 0) return trend;
  const means = smoothRates(trend.measure, raw.cells, window);
  const cells = raw.cells.map((c, i) => {
    const value = means[i] ?? null;
    return { ...c, value, low: value ?? 0, high: value ?? 0 };
  });
  const name = view.t('slogan.smoothed', { window });
  return { ...trend, series: [raw, { key: 'smoothed', name, cells }] };
}

/** The chart of a slogan in the scope of the view: for its page, its picture and where it is embedded. */
export async function sloganTrend(view: View, slogan: SloganEntry, window = 0): Promise<SloganTrend> {
  const path = `/slogans/${slogan.id}`;
  const [found, { publishedAt }] = await Promise.all([
    readableFrequency(slogan.id, view.filters),
    currentData(),
  ]);
  const warnings = await bucketWarnings(found, view.filters);
  const lines = [{ key: 'all', name: slogan.canonical, path }];
  const trend = buildTrend(view, found, lines, publishedAt, [warnings]);
  const buckets = trend.series[0]?.cells.map((c) => c.bucket) ?? [];
  const drawn = withSmoothed(view, trend, window);
  return { found, trend, drawn, window, axis: axisLabel(view, found.grain, buckets) };
}
