import { heatLevel, TIER_BOUNDS, tierOfShare } from '@/lib/format/heat-level';
import { type Trend, timeTicks } from '@/lib/format/trend';
import type { View } from '@/lib/format/view';
import { box, fitted, HEAT, INK, PLOT, text } from './picture';

const ROWS = 16;
const NAME = 150;

/** Rows by time, the tier of each cell as its colour; low cells rest on few reports, a dash on none. */
export function heatPicture(view: View, trend: Trend, axis: (bucket: string) => string): string {
  const shown = trend.series.slice(0, ROWS);
  const buckets = shown[0]?.cells.map((c) => c.bucket) ?? [];
  const step = Math.min(34, (PLOT.height - 60) / Math.max(shown.length, 1));
  const [left, width] = [40 + NAME, 960 / Math.max(buckets.length, 1)];
  const rows = shown.map((s, row) => {
    const y = PLOT.top + row * step;
    const cells = s.cells.map((c, i) => {
      const x = left + i * width;
      if (c.state === 'empty') return box(x, y + step - 3, width * 0.9, 1, INK.rule);
      const share = c.totalReports > 0 ? c.reports / c.totalReports : 0;
      const fill = c.reports === 0 ? INK.volume : HEAT[heatLevel(tierOfShare(share))];
      const height = step * (c.thin ? 0.45 : 0.85);
      return box(x, y + step - 2 - height, width * 0.92, height, fill ?? INK.volume);
    });
    return (
      text(left - 12, y + step - 8, fitted(s.name, 17, NAME - 16), {
        size: 17,
        fill: INK.ink,
        anchor: 'end',
      }) + cells.join('')
    );
  });
  const bottom = PLOT.top + shown.length * step;
  const ticks = timeTicks(buckets, 8).map((i) =>
    text(left + (i + 0.5) * width, bottom + 20, axis(buckets[i] ?? ''), { size: 15, anchor: 'middle' }),
  );
  const rule = TIER_BOUNDS.map(({ tier, share, coldest }, i) => {
    const x = left + i * 155;
    const words = `${view.t(`tier.${tier}`)} ${coldest ? '<' : '≥'} ${view.n.share(share)}`;
    return (
      box(x, bottom + 34, 14, 14, HEAT[heatLevel(tier)] ?? INK.volume) +
      text(x + 20, bottom + 47, words, { size: 14 })
    );
  });
  return [...rows, ...ticks, ...rule].join('');
}
