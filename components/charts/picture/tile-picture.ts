import { PROVINCE_TILES, tileLevel } from '@/lib/format/province-tiles';
import type { View } from '@/lib/format/view';
import { box, fitted, INK, PLOT, text } from './picture';

export interface TileCount {
  readonly code: string;
  readonly name: string;
  readonly reports: number;
}

/** Four steps of ink, and none. */
export const FILLS = ['#f3efe5', '#dcd6c9', '#aaa397', '#6f6a61', '#3a3630'] as const;
const COLUMNS = 9;

function tile(
  x: number,
  y: number,
  width: number,
  height: number,
  row: TileCount,
  most: number,
  view: View,
): string {
  const level = tileLevel(row.reports, most);
  const fill = level > 2 ? INK.paper : INK.ink;
  return [
    box(x, y, width - 5, height - 5, FILLS[level] ?? FILLS[0]),
    text(x + 10, y + height * 0.45, fitted(row.name, 17, width - 20), { size: 17, fill }),
    text(x + 10, y + height * 0.8, row.reports > 0 ? view.n.count(row.reports) : '—', { size: 14, fill }),
  ].join('');
}

/** The provinces as tiles, about where they lie; the darker the more reports. */
export function tilePicture(view: View, counts: readonly TileCount[]): string {
  const of = new Map(counts.map((c) => [c.code, c.reports]));
  const most = Math.max(...PROVINCE_TILES.map((p) => of.get(p.code) ?? 0), 1);
  const [width, height] = [1_120 / COLUMNS, PLOT.height / 8];
  return PROVINCE_TILES.map((p) =>
    tile(
      40 + (p.column - 1) * width,
      PLOT.top + (p.row - 1) * height,
      width,
      height,
      { ...p, reports: of.get(p.code) ?? 0 },
      most,
      view,
    ),
  ).join('');
}

/** Places that have no map of their own, the most reports first. */
export function tileRowPicture(view: View, counts: readonly TileCount[]): string {
  const shown = [...counts].sort((a, b) => b.reports - a.reports).slice(0, COLUMNS * 6);
  const most = Math.max(...shown.map((c) => c.reports), 1);
  const [width, height] = [1_120 / COLUMNS, 70];
  return shown
    .map((c, i) =>
      tile(
        40 + (i % COLUMNS) * width,
        PLOT.top + Math.floor(i / COLUMNS) * height,
        width,
        height,
        c,
        most,
        view,
      ),
    )
    .join('');
}
