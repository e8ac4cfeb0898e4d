import type { Filters, Grain } from '@/lib/filters';
import { formatBucket } from '@/lib/format/dates';
import { makeTrend, type Trend } from '@/lib/format/trend';
import type { View } from '@/lib/format/view';
import type { bucketWarnings } from '@/lib/queries/bucket-warnings';
import { bucketFilter, nextBucket } from '@/lib/queries/buckets';
import type { Frequency } from '@/lib/queries/frequency';

export interface Line {
  readonly key: string;
  readonly name: string;
  /** Where the paragraphs of a point are: the address of a page and its further parameters. */
  readonly path: string;
  readonly place?: string;
  readonly own?: Readonly<Record<string, string>>;
}

/** What `bucketWarnings` knows of one series. */
type Warned = Awaited<ReturnType<typeof bucketWarnings>>;

/**
 * The rows of a frequency query as a chart; `lines` name its series, in their order, `warnings` say what makes their
 * buckets doubtful.
 */
export function buildTrend(
  view: View,
  frequency: Frequency,
  lines: readonly Line[],
  publishedAt: Date | null,
  warnings: readonly Warned[] = [],
): Trend {
  const { grain } = frequency;
  const inputs = lines.map((line, i) => ({
    key: line.key,
    name: line.name,
    rows: frequency.series[i]?.rows ?? [],
  }));
  const byKey = new Map(lines.map((line) => [line.key, line]));
  const at = new Map(lines.map((line, i) => [line.key, i]));
  return makeTrend(inputs, {
    measure: view.filters.measure,
    end: (bucket) => nextBucket(bucket, grain),
    label: (bucket) => formatBucket(bucket, grain, view.locale),
    href: (bucket, key) => {
      const line = byKey.get(key);
      const place = line?.place ? { place: line.place } : {};
      return view.href(
        line?.path ?? view.path,
        { ...clippedBucket(view.filters, bucket, grain), ...place },
        line?.own ?? {},
        'mentions',
      );
    },
    warnings(bucket, key) {
      const i = at.get(key) ?? 0;
      return warnings[i]?.get(`${frequency.series[i]?.place ?? ''} ${bucket}`) ?? [];
    },
    // What is stored until a day in Shanghai, eight hours before it ends in UTC.
    asOf: new Date((publishedAt ?? new Date(0)).getTime() + 8 * 3_600_000).toISOString().slice(0, 10),
  });
}

/** The period of a bucket, cut to the period of the filters: a week at the edge must not lead to more than it shows. */
export function clippedBucket(
  filters: Pick<Filters, 'from' | 'until'>,
  bucket: string,
  grain: Grain,
): Pick<Filters, 'from' | 'until'> {
  const { from = bucket, until = bucket } = bucketFilter(bucket, grain);
  return {
    from:
      filters.from && filters.from > from && !filters.from.startsWith(from)
        ? filters.from
        : pick(filters.from, from),
    until: filters.until && isEarlierEnd(filters.until, until) ? filters.until : until,
  };
}

/** 2021-03-15 lies within 2021-03 and cuts it; 2021 does not cut 2021-03. */
function pick(outer: string | undefined, inner: string): string {
  return outer?.startsWith(inner) && outer.length > inner.length ? outer : inner;
}

/** Whether `outer` ends before `inner` does; a year ends on its last day. */
function isEarlierEnd(outer: string, inner: string): boolean {
  const pad = (bound: string) => `${bound}${'-99-99'.slice(bound.length - 4)}`;
  return pad(outer) < pad(inner);
}

/** Short labels for the time axis: years where several are shown. */
export function axisLabel(view: View, grain: Grain, buckets: readonly string[]): (bucket: string) => string {
  const years = new Set(buckets.map((b) => b.slice(0, 4))).size;
  return (bucket) =>
    years >= 3 || grain === 'year'
      ? bucket.slice(0, 4)
      : grain === 'month' || grain === 'quarter'
        ? bucket.slice(0, 7)
        : bucket.slice(5);
}
