import { box, fitted, INK, PLOT, SERIES, text } from './picture';

export interface ColumnOfBars {
  readonly name: string;
  readonly rows: readonly { readonly name: string; readonly value: number; readonly text: string }[];
}

const ROWS = 8;
const GAP = 32;

/** Lists side by side, each in the colour of its column, all bars on one scale. */
export function columnsPicture(columns: readonly ColumnOfBars[]): string {
  const width = (1_120 + GAP) / Math.max(columns.length, 1) - GAP;
  const most = Math.max(...columns.flatMap((c) => c.rows.map((r) => r.value)), 1e-9);
  const step = (PLOT.height - 30) / ROWS;
  return columns
    .map((column, i) => {
      const left = 40 + i * (width + GAP);
      const color = SERIES[i] ?? INK.quiet;
      const rows = column.rows.slice(0, ROWS).map((r, k) => {
        const y = PLOT.top + 30 + k * step;
        return [
          text(left, y + 24, fitted(r.name, 18, width - 78), { fill: INK.ink, serif: true }),
          text(left + width, y + 24, r.text, { size: 15, anchor: 'end' }),
          box(left, y + 34, (r.value / most) * width, 3, color),
        ].join('');
      });
      return [
        text(left, PLOT.top + 12, fitted(column.name, 17, width), { size: 17, fill: color }),
        ...rows,
      ].join('');
    })
    .join('');
}
