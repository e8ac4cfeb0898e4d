import { timeTicks } from '@/lib/format/trend';

interface Props {
  readonly buckets: readonly string[];
  readonly axis: (bucket: string) => string;
}

/** The labels under rows of cells, a few of them, each below the middle of its bucket. */
export function TimeAxis({ buckets, axis }: Props) {
  return (
    <div className="heat-axis" aria-hidden="true">
      {timeTicks(buckets, 8).map((i) => (
        <span key={i} style={{ left: `${((i + 0.5) / buckets.length) * 100}%` }}>
          {axis(buckets[i] ?? '')}
        </span>
      ))}
    </div>
  );
}
