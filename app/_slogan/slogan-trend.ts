import type { Trend } from '@/lib/format/trend';
import type { View } from '@/lib/format/view';
import { bucketWarnings } from '@/lib/queries/bucket-warnings';
import type { Frequency } from '@/lib/queries/frequency';
import { readableFrequency } from '@/lib/queries/readable-frequency';
import type { SloganEntry } from '@/lib/queries/slogan';
import { axisLabel, buildTrend } from '../_charts/build-trend';
import { currentData } from '../_frame/frame-data';

export interface SloganTrend {
  readonly found: Frequency;
  readonly trend: Trend;
  readonly axis: (bucket: string) => string;
}

/** The chart of a slogan in the scope of the view: for its page, its picture and where it is embedded. */
export async function sloganTrend(view: View, slogan: SloganEntry): Promise<SloganTrend> {
  const path = `/slogans/${slogan.id}`;
  const [found, { publishedAt }] = await Promise.all([
    readableFrequency(slogan.id, view.filters),
    currentData(),
  ]);
  const warnings = await bucketWarnings(found, view.filters);
  const lines = [{ key: 'all', name: slogan.canonical, path }];
  const trend = buildTrend(view, found, lines, publishedAt, [warnings]);
  const buckets = trend.series[0]?.cells.map((c) => c.bucket) ?? [];
  return { found, trend, axis: axisLabel(view, found.grain, buckets) };
}
