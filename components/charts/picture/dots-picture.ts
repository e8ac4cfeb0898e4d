import { niceTicks } from '@/lib/format/trend';
import { box, fitted, INK, PLOT, SERIES, text } from './picture';

export interface DotRow {
  readonly name: string;
  /** One for each name of the picture, from 0, with the ends of its interval. */
  readonly values: readonly { readonly value: number; readonly low: number; readonly high: number }[];
}

const ROWS = 12;
const LEFT = 330;
const WIDTH = 800;

/** A row a slogan, a dot a place on one scale from zero, with their intervals one below the other. */
export function dotsPicture(
  rows: readonly DotRow[],
  names: readonly string[],
  show: (value: number) => string,
): string {
  const shown = rows.slice(0, ROWS);
  const scale = niceTicks(Math.max(...shown.flatMap((r) => r.values.map((v) => v.high))), 'share');
  const most = scale[scale.length - 1] ?? 1;
  const at = (x: number) => LEFT + (x / most) * WIDTH;
  const top = PLOT.top + 30;
  const step = (PLOT.height - 50) / Math.max(shown.length, 1);
  const marks = shown.map((r, i) => {
    const y = top + i * step;
    const dots = r.values.map((v, k) => {
      const line = y + ((k + 1) / (r.values.length + 1)) * step;
      const color = SERIES[k] ?? INK.quiet;
      return [
        box(at(v.low), line - 1, at(v.high) - at(v.low), 2, color, ' opacity=".5"'),
        `<circle cx="${at(v.value).toFixed(1)}" cy="${line.toFixed(1)}" r="4" fill="${color}"/>`,
      ].join('');
    });
    return [
      box(40, y, 1_120, 1, INK.rule),
      text(40, y + step / 2 + 6, fitted(r.name, 18, LEFT - 60), { fill: INK.ink, serif: true }),
      ...dots,
    ].join('');
  });
  const heads = names.map((name, i) =>
    text(
      LEFT + (i * WIDTH) / names.length,
      PLOT.top + 12,
      fitted(`● ${name}`, 16, WIDTH / names.length - 10),
      {
        size: 16,
        fill: SERIES[i] ?? INK.quiet,
      },
    ),
  );
  const ticks = scale.map((tick) =>
    text(at(tick), top + shown.length * step + 20, show(tick), { size: 14, anchor: 'middle' }),
  );
  return [...heads, ...marks, ...ticks].join('');
}
