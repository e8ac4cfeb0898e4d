import type { Trend } from '@/lib/format/trend';
import type { View } from '@/lib/format/view';
import { bucketWarnings } from '@/lib/queries/bucket-warnings';
import { frequencyOfSlogans } from '@/lib/queries/frequency-of-slogans';
import type { SloganEntry } from '@/lib/queries/slogan';
import { axisLabel, buildTrend } from '../_charts/build-trend';
import { currentData } from '../_frame/frame-data';
import { sloganEntry } from '../_slogan/entry';

export const MOST_SLOGANS = 6;

/** The slogans of `?slogans=` (and one more): those that exist, each once, at most six. */
export async function parseSlogans(given: string | undefined, add?: number | null): Promise<SloganEntry[]> {
  const ids = [...(given ?? '').split(','), add ? String(add) : ''].filter((id) => /^\d{1,9}$/.test(id));
  const found = await Promise.all([...new Set(ids)].slice(0, MOST_SLOGANS).map(sloganEntry));
  return found.filter((s) => s !== null);
}

export interface SloganLines {
  readonly trend: Trend;
  readonly axis: (bucket: string) => string;
}

/** Several slogans over time on one scale, a line each, in the scope of the view. */
export async function sloganLines(view: View, slogans: readonly SloganEntry[]): Promise<SloganLines> {
  const found = await frequencyOfSlogans(
    slogans.map((s) => s.id),
    view.filters,
  );
  const lines = slogans.map((s) => ({ key: String(s.id), name: s.canonical, path: `/slogans/${s.id}` }));
  const warnings = await Promise.all(
    slogans.map((s, i) => bucketWarnings({ ...found, series: found.series.slice(i, i + 1) }, view.filters)),
  );
  const trend = buildTrend(view, found, lines, (await currentData()).publishedAt, warnings);
  const buckets = trend.series[0]?.cells.map((c) => c.bucket) ?? [];
  return { trend, axis: axisLabel(view, found.grain, buckets) };
}
