import type { Trend } from '@/lib/format/trend';
import type { View } from '@/lib/format/view';
import { bucketWarnings } from '@/lib/queries/bucket-warnings';
import { frequencyOfSlogans } from '@/lib/queries/frequency-of-slogans';
import { type SloganEntry, sloganIdByName } from '@/lib/queries/slogan';
import { axisLabel, buildTrend } from '../_charts/build-trend';
import { currentData } from '../_frame/frame-data';
import { sloganEntry } from '../_slogan/entry';

export const MOST_SLOGANS = 6;

/** The number of a slogan that an address gives by its number or its name; null where there is none. */
async function numberOf(given: string): Promise<string | null> {
  if (/^\d{1,9}$/.test(given)) return given;
  const id = given === '' ? null : await sloganIdByName(given);
  return id ? String(id) : null;
}

/** The slogans of `?slogans=` (and one more), by number or name: those that exist, each once, at most six. */
export async function parseSlogans(given: string | undefined, add?: number | null): Promise<SloganEntry[]> {
  const asked = (given ?? '').split(',', 2 * MOST_SLOGANS).map((part) => part.trim());
  const numbers = [...(await Promise.all(asked.map(numberOf))), add ? String(add) : null];
  const ids = new Set(numbers.filter((id) => id !== null));
  const found = await Promise.all([...ids].slice(0, MOST_SLOGANS).map(sloganEntry));
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
    found.series.map((one) => bucketWarnings({ ...found, series: [one] }, view.filters)),
  );
  const trend = buildTrend(view, found, lines, (await currentData()).publishedAt, warnings);
  const buckets = trend.series[0]?.cells.map((c) => c.bucket) ?? [];
  return { trend, axis: axisLabel(view, found.grain, buckets) };
}
