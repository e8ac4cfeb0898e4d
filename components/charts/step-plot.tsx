import { dayPosition } from './day-position';

export interface StepPoint {
  readonly day: string;
  /** Height of the curve from this day on, 0–1. */
  readonly value: number;
  readonly text: string;
  readonly href: string;
}

interface Props {
  readonly points: readonly StepPoint[];
  /** First days of the years (or months) that the axis is divided by, and what stands under them. */
  readonly buckets: readonly string[];
  readonly labels: readonly string[];
  /** Heights of the ticks, 0–1, with their labels. */
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
}

const percent = (x: number) => `${x.toFixed(2)}%`;

/** A curve that rises in steps from nothing, each step a link. Drawn on the server; needs no script. */
export function StepPlot({ points, buckets, labels, ticks }: Props) {
  const top = ticks[ticks.length - 1]?.value ?? 1;
  const at = (day: string) => dayPosition(day, buckets);
  const y = (value: number) => 100 - Math.min(value / top, 1) * 100;
  let path = `M${at(points[0]?.day ?? '').toFixed(2)} 100`;
  for (const p of points) path += `H${at(p.day).toFixed(2)}V${y(p.value).toFixed(2)}`;
  return (
    <div className="plot steps">
      {ticks.map(({ value, label }) => (
        <div key={label} className="tick-y" style={{ top: percent(y(value)) }} aria-hidden="true">
          <span>{label}</span>
        </div>
      ))}
      <div className="marks">
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          <g className="line series-1">
            <path d={`${path}H100`} />
          </g>
        </svg>
        {points.map((p) => (
          <a
            key={p.day}
            className="point series-1"
            style={{ left: percent(at(p.day)), top: percent(y(p.value)) }}
            href={p.href}
            title={p.text}
            tabIndex={-1}
          >
            <span className="unseen">{p.text}</span>
          </a>
        ))}
      </div>
      <div className="ticks-x" aria-hidden="true">
        {buckets.map((b, i) =>
          labels[i] ? (
            <span key={b} style={{ left: percent((i / buckets.length) * 100) }}>
              {labels[i]}
            </span>
          ) : null,
        )}
      </div>
    </div>
  );
}
