import type { Trend } from '@/lib/format/trend';
import type { View } from '@/lib/format/view';
import { bucketWarnings } from '@/lib/queries/bucket-warnings';
import { type PhraseFrequency, phraseFrequency } from '@/lib/queries/phrase';
import { parsePhraseQuery } from '@/lib/queries/phrase-query';
import { axisLabel, buildTrend } from '../_charts/build-trend';
import { currentData } from '../_frame/frame-data';

export interface PhraseTrend {
  readonly found: PhraseFrequency;
  readonly trend: Trend;
  readonly axis: (bucket: string) => string;
}

/** Whatever words over time, tracked or not; null where they cannot be looked for. */
export async function phraseTrend(view: View, text: string): Promise<PhraseTrend | null> {
  const query = parsePhraseQuery(text);
  if (typeof query === 'string') return null;
  const [found, { publishedAt }] = await Promise.all([phraseFrequency(query, view.filters), currentData()]);
  const line = { key: 'all', name: text, path: '/search', own: { q: text, all: '1' } };
  const trend = buildTrend(view, found, [line], publishedAt, [await bucketWarnings(found, view.filters)]);
  const buckets = trend.series[0]?.cells.map((c) => c.bucket) ?? [];
  return { found, trend, axis: axisLabel(view, found.grain, buckets) };
}
