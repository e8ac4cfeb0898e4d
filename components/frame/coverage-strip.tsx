import type { View } from '@/lib/format/view';
import { CoveragePicker } from './coverage-picker';
import type { PeriodOption } from './filter-strip';

export interface CoverageBucket extends PeriodOption {
  readonly reports: number;
}

/** First and last bucket that the period of the filters touches; all of them where it is open. */
export function chosenBuckets(
  buckets: readonly CoverageBucket[],
  from?: string,
  until?: string,
): [number, number] {
  const last = buckets.length - 1;
  const first = from ? buckets.findIndex((b) => b.until >= from || from.startsWith(b.until)) : 0;
  // A shorter bound stands for all of its days: 2021 reaches to the last bucket that begins within it.
  const end = until ? buckets.findLastIndex((b) => b.from <= until || b.from.startsWith(until)) : last;
  return [first < 0 ? last : first, Math.max(end, 0)];
}

/** Reports over all time: the denominator of everything, and where a period is picked. */
export function CoverageStrip({
  view,
  buckets,
  action,
  own,
}: {
  readonly view: View;
  readonly buckets: readonly CoverageBucket[];
  readonly action: string;
  readonly own: Readonly<Record<string, string | undefined>>;
}) {
  if (buckets.length < 2) return null;
  const { t, n, filters } = view;
  const most = Math.max(...buckets.map((b) => b.reports), 1);
  const [first, last] = chosenBuckets(buckets, filters.from, filters.until);
  const bar = (b: CoverageBucket, i: number) =>
    b.reports > 0 ? `M${i} ${100}v${-Math.max(4, (b.reports / most) * 100).toFixed(1)}h.82V100z` : '';
  const inside = (i: number) => i >= first && i <= last;
  const years = buckets.flatMap((b, i) =>
    i === 0 || b.from.slice(0, 4) !== buckets[i - 1]?.from.slice(0, 4) ? [i] : [],
  );
  const step = Math.ceil(years.length / 8);
  const [start, end] = [buckets[first], buckets[last]];
  const total = buckets.reduce((sum, b, i) => sum + (inside(i) ? b.reports : 0), 0);
  return (
    <div className="coverage">
      <p className="unseen">
        {t('frame.coverageText', {
          reports: n.count(total),
          from: start?.label ?? '',
          until: end?.label ?? '',
        })}
      </p>
      <div className="coverage-bars">
        <svg viewBox={`0 0 ${buckets.length} 100`} preserveAspectRatio="none" aria-hidden="true">
          <path className="outside" d={buckets.map((b, i) => (inside(i) ? '' : bar(b, i))).join('')} />
          <path className="inside" d={buckets.map((b, i) => (inside(i) ? bar(b, i) : '')).join('')} />
        </svg>
        <CoveragePicker
          buckets={buckets.map(({ from, until, label, reports }) => ({ from, until, label, reports }))}
          chosen={[first, last]}
          address={view.href(action, { from: undefined, until: undefined }, own)}
          labels={{ from: t('filters.from'), until: t('filters.until'), reports: t('frame.reportsUnit') }}
        />
      </div>
      <div className="coverage-years" aria-hidden="true">
        {years
          .filter((_, i) => i % step === 0)
          .map((i) => (
            <span key={i} style={{ left: `${(i / buckets.length) * 100}%` }}>
              {buckets[i]?.from.slice(0, 4)}
            </span>
          ))}
      </div>
    </div>
  );
}
