import { dayPosition } from '../day-position';
import { box, INK, PLOT, text } from './picture';

interface Steps {
  /** Heights from a day on, 0–1. */
  readonly points: readonly { readonly day: string; readonly value: number }[];
  readonly buckets: readonly string[];
  readonly labels: readonly string[];
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
}

/** A curve that rises in steps: adoption. */
export function stepPicture({ points, buckets, labels, ticks }: Steps): string {
  const height = PLOT.height - 20;
  const top = ticks[ticks.length - 1]?.value ?? 1;
  const x = (day: string) => PLOT.left + (dayPosition(day, buckets) / 100) * PLOT.width;
  const y = (value: number) => PLOT.top + height - Math.min(value / top, 1) * height;
  let path = `M${x(points[0]?.day ?? '').toFixed(1)} ${y(0)}`;
  for (const p of points) path += `H${x(p.day).toFixed(1)}V${y(p.value).toFixed(1)}`;
  const rows = ticks.map(
    ({ value, label }) =>
      box(PLOT.left, y(value), PLOT.width, 1, value === 0 ? INK.quiet : INK.rule) +
      text(PLOT.left - 12, y(value) + 6, label, { anchor: 'end', size: 16 }),
  );
  const columns = labels.map((label, i) =>
    label
      ? text(PLOT.left + (i / buckets.length) * PLOT.width, PLOT.top + height + 26, label, { size: 16 })
      : '',
  );
  return [
    ...rows,
    ...columns,
    `<path d="${path}H${PLOT.left + PLOT.width}" fill="none" stroke="${INK.accent}" stroke-width="3"/>`,
  ].join('');
}
