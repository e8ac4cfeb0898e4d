import { tileLevel } from '@/lib/format/province-tiles';
import { timeTicks } from '@/lib/format/trend';
import type { View } from '@/lib/format/view';
import { box, fitted, INK, PLOT, text } from './picture';
import { FILLS } from './tile-picture';

interface Coverage {
  readonly buckets: readonly string[];
  readonly rows: readonly {
    readonly code: string;
    readonly name: string;
    readonly reports: readonly number[];
  }[];
}

const ROWS = 18;
const NAME = 150;

/** Places by time: how many reports stand behind each cell, the darker the more, on a logarithmic scale. */
export function coveragePicture(
  view: View,
  { buckets, rows }: Coverage,
  axis: (bucket: string) => string,
): string {
  const shown = rows.slice(0, ROWS);
  const most = Math.max(...shown.flatMap((r) => r.reports), 1);
  const step = Math.min(30, (PLOT.height - 30) / Math.max(shown.length, 1));
  const [left, width] = [40 + NAME, 960 / Math.max(buckets.length, 1)];
  const strips = shown.map((r, row) => {
    const y = PLOT.top + row * step;
    const cells = r.reports.map((n, i) =>
      n > 0
        ? box(left + i * width, y + 2, width * 0.94, step - 4, FILLS[tileLevel(n, most)] ?? FILLS[0])
        : box(left + i * width, y + step - 4, width * 0.9, 1, INK.rule),
    );
    const name = fitted(r.name, 16, NAME - 16);
    return text(left - 12, y + step - 9, name, { size: 16, fill: INK.ink, anchor: 'end' }) + cells.join('');
  });
  const bottom = PLOT.top + shown.length * step + 20;
  const ticks = timeTicks(buckets, 8).map((i) =>
    text(left + (i + 0.5) * width, bottom, axis(buckets[i] ?? ''), { size: 15, anchor: 'middle' }),
  );
  const scale = view.t('coverage.most', { count: view.n.count(most) });
  return [...strips, ...ticks, text(left + 960, bottom + 24, scale, { size: 14, anchor: 'end' })].join('');
}
