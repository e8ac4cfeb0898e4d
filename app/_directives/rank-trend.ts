import { formatBucket } from '@/lib/format/dates';
import { makeTrend, type Trend } from '@/lib/format/trend';
import type { View } from '@/lib/format/view';
import { nextBucket } from '@/lib/queries/buckets';
import { type ListRankRow, listRank } from '@/lib/queries/directive-statistics';
import { axisLabel, clippedBucket } from '../_charts/build-trend';
import { currentData } from '../_frame/frame-data';

/** Coarser than other charts: few lists name a topic. */
export const RANK_GRAIN = 'year';
const LEAST = 2;
const MOST = 100;

export interface RankTrend {
  readonly trend: Trend;
  readonly axis: (bucket: string) => string;
  readonly rows: readonly ListRankRow[];
  /** Share of the documents that were looked at; null for all of them. */
  readonly sampled: number | null;
  readonly sentence: string;
}

/**
 * How many of the lists name a topic, by bucket, and where in them it stands. Null where the topic is too short or no
 * list names it.
 */
export async function rankTrend(view: View, topic: string): Promise<RankTrend | null> {
  const { t, n } = view;
  if (topic.length < LEAST || topic.length > MOST) return null;
  const [{ grain, rows, sample }, { publishedAt }] = await Promise.all([
    listRank(topic, { ...view.filters, by: view.filters.by ?? RANK_GRAIN }),
    currentData(),
  ]);
  const lists = rows.reduce((sum, r) => sum + r.lists, 0);
  if (lists === 0) return null;
  const counts = rows.map((r) => ({
    bucket: r.bucket,
    mentions: r.lists,
    reports: r.lists,
    totalReports: r.totalLists,
    totalCharacters: 0,
  }));
  const trend = makeTrend([{ key: 'all', name: topic, rows: counts }], {
    measure: 'share',
    end: (bucket) => nextBucket(bucket, grain),
    label: (bucket) => formatBucket(bucket, grain, view.locale),
    href: (bucket) =>
      view.href(
        '/directives',
        clippedBucket(view.filters, bucket, grain),
        { q: topic, in: 'heads' },
        'lists',
      ),
    of: 'lists',
    asOf: new Date((publishedAt ?? new Date(0)).getTime() + 8 * 3_600_000).toISOString().slice(0, 10),
  });
  const mean = rows.reduce((sum, r) => sum + (r.meanRank ?? 0) * r.lists, 0) / lists;
  const first = rows.reduce((sum, r) => sum + (r.shareFirst ?? 0) * r.lists, 0) / lists;
  return {
    trend,
    rows,
    sampled: sample?.share ?? null,
    axis: axisLabel(
      view,
      grain,
      rows.map((r) => r.bucket),
    ),
    sentence: t('rank.sentence', { topic, lists, rank: n.rate(mean), first: n.share(first) }),
  };
}
