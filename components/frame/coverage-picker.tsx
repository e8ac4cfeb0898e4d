'use client';

import { useRouter } from 'next/navigation';
import { type PointerEvent, useEffect, useRef, useState } from 'react';

interface Bucket {
  readonly from: string;
  readonly until: string;
  readonly label: string;
  readonly reports: number;
}

interface Props {
  readonly buckets: readonly Bucket[];
  readonly chosen: readonly [number, number];
  /** The page without a period. */
  readonly address: string;
  readonly labels: { readonly from: string; readonly until: string; readonly reports: string };
}

/** Picks a period on the coverage strip: drag over it, or move its two ends with the arrow keys. */
export function CoveragePicker({ buckets, chosen, address, labels }: Props) {
  const router = useRouter();
  const [range, setRange] = useState<readonly [number, number]>(chosen);
  const [ready, setReady] = useState(false);
  const anchor = useRef<number | null>(null);
  const [first, last] = chosen;
  useEffect(() => setReady(true), []);
  useEffect(() => setRange([first, last]), [first, last]);

  const go = ([a, b]: readonly [number, number]) => {
    if (a === first && b === last) return;
    const url = new URL(address, window.location.href);
    const whole = a === 0 && b === buckets.length - 1;
    const [from, until] = [buckets[a]?.from, buckets[b]?.until];
    if (!whole && from && until) {
      url.searchParams.set('from', from);
      url.searchParams.set('until', until);
    }
    router.push(url.pathname + url.search, { scroll: false });
  };
  const bucketAt = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const i = Math.floor(((event.clientX - box.left) / box.width) * buckets.length);
    return Math.min(Math.max(i, 0), buckets.length - 1);
  };
  if (!ready) return null;
  const drag = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      anchor.current = bucketAt(event);
      setRange([anchor.current, anchor.current]);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const from = anchor.current;
      if (from === null) return;
      const to = bucketAt(event);
      setRange([Math.min(from, to), Math.max(from, to)]);
    },
    onPointerUp: () => {
      anchor.current = null;
      go(range);
    },
    onPointerCancel: () => {
      anchor.current = null;
      setRange(chosen);
    },
  };
  const left = (range[0] / buckets.length) * 100;
  const width = ((range[1] - range[0] + 1) / buckets.length) * 100;
  return (
    <div className="picker" {...drag}>
      <div className="picked" style={{ left: `${left}%`, width: `${width}%` }} />
      {([0, 1] as const).map((end) => (
        <input
          key={end}
          type="range"
          min={0}
          max={buckets.length - 1}
          value={range[end]}
          aria-label={end === 0 ? labels.from : labels.until}
          aria-valuetext={`${buckets[range[end]]?.label ?? ''}, ${buckets[range[end]]?.reports ?? 0} ${labels.reports}`}
          onChange={(event) => {
            const to = Number(event.target.value);
            setRange(end === 0 ? [Math.min(to, range[1]), range[1]] : [range[0], Math.max(to, range[0])]);
          }}
          onKeyDown={(event) => event.key === 'Enter' && go(range)}
          onBlur={() => go(range)}
        />
      ))}
    </div>
  );
}
