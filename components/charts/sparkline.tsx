interface Props {
  /** Numerators and denominators by bucket; nothing is drawn where the denominator is 0. */
  readonly values: readonly number[];
  readonly volume: readonly number[];
  readonly width?: number;
  readonly height?: number;
}

/** The share over time, small, without axes; gaps where there are no documents. Its numbers stand beside it. */
export function Sparkline({ values, volume, width = 120, height = 26 }: Props) {
  const shares = values.map((v, i) => ((volume[i] ?? 0) > 0 ? v / (volume[i] ?? 1) : null));
  const top = Math.max(...shares.map((s) => s ?? 0), 1e-9);
  const x = (i: number) => (shares.length < 2 ? width / 2 : 1.5 + (i / (shares.length - 1)) * (width - 4));
  const y = (s: number) => height - 2 - (s / top) * (height - 4);
  let path = '';
  let pen = false;
  shares.forEach((s, i) => {
    if (s !== null) path += `${pen ? 'L' : 'M'}${x(i).toFixed(1)} ${y(s).toFixed(1)}`;
    // A value between two gaps would be a line of no length: it shows as a dot by its round cap.
    if (s !== null && !pen) path += `h.01`;
    pen = s !== null;
  });
  const last = shares.length - 1;
  const end = shares[last];
  return (
    <svg
      className="sparkline"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <path d={`M0 ${height - 1.5}H${width}`} className="base" />
      <path d={path} className="line" />
      {end !== null && end !== undefined && <circle cx={x(last)} cy={y(end)} r="2" />}
    </svg>
  );
}
