import type { Trend } from '@/lib/format/trend';
import type { View } from '@/lib/format/view';
import { bucketWarnings } from '@/lib/queries/bucket-warnings';
import type { PlaceEntry } from '@/lib/queries/places';
import { readableFrequency } from '@/lib/queries/readable-frequency';
import { axisLabel, buildTrend } from '../_charts/build-trend';
import { currentData } from '../_frame/frame-data';

export interface PlaceLines {
  readonly trend: Trend;
  readonly axis: (bucket: string) => string;
}

/** One slogan in several places over time, a line each, on one scale. */
export async function placeLines(
  view: View,
  slogan: number,
  places: readonly PlaceEntry[],
): Promise<PlaceLines> {
  const codes = places.map((p) => p.code);
  const [found, { publishedAt }] = await Promise.all([
    readableFrequency(slogan, view.filters, codes),
    currentData(),
  ]);
  const lines = places.map((p) => ({ key: p.code, name: p.name, path: `/slogans/${slogan}`, place: p.code }));
  const warnings = await bucketWarnings(found, view.filters);
  const trend = buildTrend(
    view,
    found,
    lines,
    publishedAt,
    lines.map(() => warnings),
  );
  const buckets = trend.series[0]?.cells.map((c) => c.bucket) ?? [];
  return { trend, axis: axisLabel(view, found.grain, buckets) };
}
