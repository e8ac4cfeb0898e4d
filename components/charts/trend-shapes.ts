import type { Trend, TrendCell, TrendSeries } from '@/lib/format/trend';

/** The plot is a square of 1000 that the page stretches: lines keep their width, text stands outside of it. */
export const SIZE = 1000;

export interface Scale {
  x(index: number): number;
  y(value: number): number;
}

/** Buckets stand in the middle of equal columns; 0 is the bottom, the last tick the top. */
export function scaleOf(trend: Trend): Scale {
  const columns = Math.max(trend.series[0]?.cells.length ?? 1, 1);
  const top = trend.ticks[trend.ticks.length - 1] || 1;
  return {
    x: (i) => ((i + 0.5) / columns) * SIZE,
    y: (value) => SIZE - Math.min(value / top, 1.2) * SIZE,
  };
}

const point = (x: number, y: number) => `${x.toFixed(1)} ${y.toFixed(1)}`;

/**
 * The line of a series in pieces: it breaks where there are no documents. `running` are the dashed steps to and from buckets
 * that are not over, or that the period cuts.
 */
export function linePaths(series: TrendSeries, scale: Scale): { done: string; running: string } {
  let [done, running] = ['', ''];
  let previous: TrendCell | null = null;
  series.cells.forEach((c, i) => {
    if (c.value === null) {
      previous = null;
      return;
    }
    const here = point(scale.x(i), scale.y(c.value));
    const dashed = c.state === 'running' || previous?.state === 'running';
    if (dashed && previous?.value != null)
      running += `M${point(scale.x(i - 1), scale.y(previous.value))}L${here}`;
    if (c.state !== 'running') done += `${previous && !dashed ? 'L' : 'M'}${here}`;
    previous = c;
  });
  return { done, running };
}

/**
 * The 95 % intervals as one band, in pieces where documents are missing. Without the thin cells: their intervals
 * span most of the chart and would drown the rest; they are hollow, and the table has them.
 */
export function ribbonPath(series: TrendSeries, scale: Scale): string {
  let path = '';
  let piece: number[] = [];
  const close = () => {
    if (piece.length > 1) {
      const at = (i: number, end: 'low' | 'high') => point(scale.x(i), scale.y(series.cells[i]?.[end] ?? 0));
      path += `M${piece.map((i) => at(i, 'high')).join('L')}L${[...piece]
        .reverse()
        .map((i) => at(i, 'low'))
        .join('L')}Z`;
    }
    piece = [];
  };
  series.cells.forEach((c, i) => {
    if (c.value === null || c.thin) close();
    else piece.push(i);
  });
  close();
  return path;
}

/** All reports by bucket, as bars of at most a third of the height: the denominator, without an axis of its own. */
export function volumePath(series: TrendSeries): string {
  const { cells } = series;
  const most = Math.max(...cells.map((c) => c.totalReports), 1);
  const width = SIZE / Math.max(cells.length, 1);
  return cells
    .map((c, i) => {
      if (c.totalReports === 0) return '';
      const height = (c.totalReports / most) * (SIZE / 3);
      return `M${(i * width + width * 0.1).toFixed(1)} ${SIZE}v${(-height).toFixed(1)}h${(width * 0.8).toFixed(1)}V${SIZE}z`;
    })
    .join('');
}

/** Least distance between the names of two lines, in units of the plot. */
const NAME_HEIGHT = 60;

export interface LineName {
  readonly name: string;
  readonly index: number;
  readonly y: number;
}

/** Names stand at the right end of their lines, moved apart where they would cover each other. */
export function lineNames(trend: Trend): LineName[] {
  const scale = scaleOf(trend);
  const ends = trend.series.map((s, index) => {
    const last = s.cells.findLast((c) => c.value !== null);
    return { name: s.name, index, y: last?.value == null ? SIZE : scale.y(last.value) };
  });
  ends.sort((a, b) => a.y - b.y);
  // From the bottom up, so that the lowest name stays in the plot.
  let floor = SIZE + NAME_HEIGHT / 2;
  return ends
    .reverse()
    .map((end) => {
      floor = Math.min(end.y, floor - NAME_HEIGHT);
      return { ...end, y: floor };
    })
    .reverse();
}
