'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useRef, useState } from 'react';
import {
  Area,
  Bar,
  ComposedChart,
  Line,
  ReferenceArea,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { LivePoint, LiveProps, ZoomProps } from './live-props';

interface Row {
  readonly index: number;
  readonly volume: number;
  readonly [key: string]: number | readonly [number, number] | null;
}

/** The volume stands in the lower third, in units of the y axis: one axis, and no second one. */
function toRows({ lines, volume, top }: LiveProps): Row[] {
  const most = Math.max(...volume, 1);
  const length = lines[0]?.points.length ?? 0;
  return Array.from({ length }, (_, index) => {
    const row: Record<string, number | readonly [number, number] | null> = {};
    lines.forEach(({ points }, i) => {
      const p = points[index];
      row[`done${i}`] = p && !p.running ? p.value : null;
      // A dashed step begins where the line ends, and ends where it begins.
      const isBeside = points[index + 1]?.running || points[index - 1]?.running;
      row[`running${i}`] = p?.running || isBeside ? (p?.value ?? null) : null;
      row[`band${i}`] = p && p.value !== null && !p.thin ? [p.low, Math.min(p.high, top * 1.2)] : null;
    });
    return { ...row, index, volume: ((volume[index] ?? 0) / most) * (top / 3) };
  });
}

/** The interactive marks: same size, scales and look as the static ones they replace. */
export function LiveChart(props: LiveProps & { readonly go: (href: string) => void }) {
  const { lines, ribbon, top, title, go, zoom } = props;
  const active = useRef<number | null>(null);
  const open = () => {
    const index = active.current;
    const href = index === null ? '' : (lines.map((l) => l.points[index]?.href).find(Boolean) ?? '');
    if (href) go(href);
  };
  const router = useRouter();
  // From where to where the reader has dragged so far, in buckets.
  const [dragged, setDragged] = useState<readonly [number, number] | null>(null);
  const wasDragged = useRef(false);
  const drag = {
    onMouseDown: () => {
      wasDragged.current = false;
      const at = active.current;
      if (zoom && at !== null) setDragged([at, at]);
    },
    onMouseMove: () => {
      const at = active.current;
      if (dragged && at !== null && at !== dragged[1]) setDragged([dragged[0], at]);
    },
    onMouseUp: () => {
      const [a, b] = [...(dragged ?? [0, 0])].sort((x, y) => x - y) as [number, number];
      setDragged(null);
      if (!zoom || a === b) return;
      wasDragged.current = true;
      router.push(zoomAddress(zoom, a, b), { scroll: false });
    },
  };
  const single = lines.length === 1;
  const color = (i: number) => (single ? 'var(--accent)' : `var(--series-${i + 1})`);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the chart inside takes the focus and the arrow keys; Enter opens what they chose
    <div className="live" onKeyDown={(event: KeyboardEvent) => event.key === 'Enter' && open()}>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={toRows(props)}
          margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
          barCategoryGap="10%"
          title={title}
          onClick={single ? () => wasDragged.current || open() : undefined}
          {...drag}
        >
          <XAxis dataKey="index" hide />
          <YAxis hide domain={[0, top]} allowDataOverflow />
          <Bar dataKey="volume" fill="var(--volume)" isAnimationActive={false} />
          {ribbon && (
            <Area
              dataKey="band0"
              className="band"
              stroke="none"
              fill="var(--accent)"
              fillOpacity={0.13}
              isAnimationActive={false}
              activeDot={false}
            />
          )}
          {lines.flatMap(({ name, points }, i) => [
            <Line
              key={`${name}-running`}
              dataKey={`running${i}`}
              stroke={color(i)}
              strokeDasharray="4 4"
              strokeWidth={1.75}
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />,
            <Line
              key={name}
              dataKey={`done${i}`}
              stroke={color(i)}
              strokeWidth={1.75}
              dot={(dot: DotPlace) => (
                <Dot key={dot.index} {...dot} point={points[dot.index]} color={color(i)} />
              )}
              activeDot={{ r: 5, fill: color(i), stroke: 'var(--paper)' }}
              isAnimationActive={false}
            />,
          ])}
          {dragged && dragged[0] !== dragged[1] && (
            <ReferenceArea x1={Math.min(...dragged)} x2={Math.max(...dragged)} className="dragged" />
          )}
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--ink-3)', strokeWidth: 1 }}
            content={({ active: shown, label }) => {
              const index = typeof label === 'number' ? label : null;
              active.current = shown ? index : null;
              return shown && index !== null ? <Readout lines={lines} index={index} /> : null;
            }}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

/** The page with the period from one bucket to another. */
function zoomAddress({ address, periods }: ZoomProps, a: number, b: number): string {
  const url = new URL(address, window.location.href);
  url.searchParams.set('from', periods[a]?.[0] ?? '');
  url.searchParams.set('until', periods[b]?.[1] ?? '');
  return url.pathname + url.search;
}

interface DotPlace {
  readonly index: number;
  readonly cx?: number | undefined;
  readonly cy?: number | undefined;
}

/** A point as a link to its paragraphs; hollow where it rests on few reports. */
function Dot({
  cx,
  cy,
  point,
  color,
}: DotPlace & { readonly point: LivePoint | undefined; readonly color: string }) {
  if (cx === undefined || cy === undefined || !point || point.value === null) return null;
  const radius = point.href ? 3.2 : 1.4;
  const circle = (
    <circle
      cx={cx}
      cy={cy}
      r={radius}
      fill={point.thin ? 'var(--paper)' : color}
      stroke={color}
      strokeWidth={1.5}
    />
  );
  return point.href ? (
    <a href={point.href} tabIndex={-1} aria-label={point.text}>
      {circle}
    </a>
  ) : (
    circle
  );
}

function Readout({ lines, index }: { readonly lines: LiveProps['lines']; readonly index: number }) {
  return (
    <div className="readout" role="status">
      {lines.map(({ name, points }) => {
        const text = points[index]?.text;
        return text ? <p key={name}>{text}</p> : null;
      })}
    </div>
  );
}
