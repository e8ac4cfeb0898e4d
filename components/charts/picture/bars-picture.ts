import { box, fitted, INK, PLOT, SERIES, text } from './picture';

export interface BarRow {
  readonly name: string;
  readonly value: number;
  /** What stands behind the bar. */
  readonly text: string;
  /** Ends of its 95 % interval, where it has one. */
  readonly low?: number;
  readonly high?: number;
}

const ROWS = 14;
const NAME = 290;

/** Horizontal bars from zero, with their intervals as lines: rankings and lists. */
export function barsPicture(rows: readonly BarRow[], color: string = INK.accent): string {
  const shown = rows.slice(0, ROWS);
  const most = Math.max(...shown.map((r) => Math.max(r.value, r.high ?? 0)), 1e-9);
  const step = Math.min(46, PLOT.height / Math.max(shown.length, 1));
  const [left, width] = [40 + NAME, 560];
  const at = (x: number) => left + (x / most) * width;
  return shown
    .map((r, i) => {
      const y = PLOT.top + i * step;
      const middle = y + step / 2;
      const interval =
        r.low === undefined || r.high === undefined
          ? ''
          : box(at(r.low), middle - 1, at(r.high) - at(r.low), 2, INK.ink);
      return [
        text(left - 14, middle + 6, fitted(r.name, 18, NAME - 20), {
          anchor: 'end',
          fill: INK.ink,
          serif: true,
        }),
        box(left, y + step * 0.2, at(r.value) - left, step * 0.6, color, ' opacity=".55"'),
        interval,
        text(left + width + 16, middle + 5, fitted(r.text, 15, 270), { size: 15 }),
      ].join('');
    })
    .join('');
}

export interface WingRow {
  readonly name: string;
  /** Positive to the left. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly text: string;
}

/** A dot and its interval to either side of the middle: what one of two says more. */
export function butterflyPicture(rows: readonly WingRow[], names: readonly [string, string]): string {
  const each = Math.floor((ROWS + 2) / 2);
  const shown = [
    ...rows.filter((r) => r.value > 0).slice(0, each),
    ...rows.filter((r) => r.value <= 0).slice(-each),
  ];
  const reach = Math.min(6, Math.max(1, ...shown.map((r) => Math.ceil(Math.abs(r.value)) + 1)));
  const [middle, half] = [600, 260];
  const at = (x: number) => middle - (Math.max(-reach, Math.min(reach, x)) / reach) * half;
  const step = (PLOT.height - 20) / Math.max(shown.length, 1);
  const body = shown.map((r, i) => {
    const y = PLOT.top + 20 + i * step + step / 2;
    const color = SERIES[r.value > 0 ? 0 : 1];
    return [
      text(40, y + 6, fitted(r.name, 18, 280), { fill: INK.ink, serif: true }),
      box(at(r.high), y - 1.5, Math.max(at(r.low) - at(r.high), 2), 3, color, ' opacity=".5"'),
      `<circle cx="${at(r.value).toFixed(1)}" cy="${y.toFixed(1)}" r="5" fill="${color}"/>`,
      text(880, y + 5, fitted(r.text, 13, 290), { size: 13 }),
    ].join('');
  });
  return [
    text(middle - half, PLOT.top + 6, `← ${names[0]}`, { fill: SERIES[0] }),
    text(middle + half, PLOT.top + 6, `${names[1]} →`, { fill: SERIES[1], anchor: 'end' }),
    box(middle, PLOT.top + 14, 1, PLOT.height - 14, INK.quiet),
    ...body,
  ].join('');
}
