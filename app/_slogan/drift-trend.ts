import { formatBucket } from '@/lib/format/dates';
import { makeTrend, type Trend } from '@/lib/format/trend';
import type { View } from '@/lib/format/view';
import { nextBucket } from '@/lib/queries/buckets';
import { drift } from '@/lib/queries/drift';
import type { Sample } from '@/lib/queries/kept-answers';
import { type DriftKind, saidParameter } from '@/lib/queries/said';
import { clippedBucket } from '../_charts/build-trend';
import { currentData } from '../_frame/frame-data';

/** Coarser than the chart of the page: eight ways of saying it share the mentions of a bucket. */
export const DRIFT_GRAIN = 'year';

export interface DriftTrend {
  readonly trend: Trend;
  /** Null: of all mentions; else of those of a sample. */
  readonly sample: Sample | null;
}

/** How the mentions of a slogan divide over wordings, frames or offices: a line each, shares of the mentions of a year. */
export async function driftTrend(view: View, id: number, kind: DriftKind): Promise<DriftTrend> {
  const [found, { publishedAt }] = await Promise.all([
    drift(id, { ...view.filters, by: view.filters.by ?? DRIFT_GRAIN }, kind),
    currentData(),
  ]);
  const inputs = found.values.map((value) => ({
    key: value,
    name: value || view.t(`drift.none-${kind}`),
    rows: found.rows
      .filter((r) => r.value === value)
      .map((r) => ({
        bucket: r.bucket,
        mentions: r.mentions,
        reports: r.mentions,
        totalReports: r.total,
        totalCharacters: 0,
      })),
  }));
  const trend = makeTrend(inputs, {
    measure: 'share',
    end: (bucket) => nextBucket(bucket, found.grain),
    label: (bucket) => formatBucket(bucket, found.grain, view.locale),
    href: (bucket, value) =>
      view.href(
        `/slogans/${id}/wording`,
        clippedBucket(view.filters, bucket, found.grain),
        { [kind]: saidParameter(value) },
        'mentions',
      ),
    asOf: new Date((publishedAt ?? new Date(0)).getTime() + 8 * 3_600_000).toISOString().slice(0, 10),
  });
  return { trend, sample: found.sample };
}
