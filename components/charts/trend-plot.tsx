import { emptyRuns, type Trend, timeTicks } from '@/lib/format/trend';
import { formatValue } from '@/lib/format/trend-sentence';
import type { View } from '@/lib/format/view';
import { NoteMarks } from '../kept/reader-notes';
import { concordanceWords } from '../text/concordance';
import { dayPosition } from './day-position';
import { LiveMarks } from './live-marks';
import type { LiveProps, ZoomProps } from './live-props';
import { type PlotBand, PlotBands } from './plot-bands';
import { lineNames, linePaths, ribbonPath, SIZE, scaleOf, volumePath } from './trend-shapes';

export interface PlotEvent {
  readonly day: string;
  readonly name: string;
}

interface Props {
  readonly view: View;
  readonly trend: Trend;
  readonly events?: readonly PlotEvent[];
  readonly bands?: readonly PlotBand[];
  /** Band of the interval and bars of the volume: for one line only, several would hide each other. */
  readonly detailed?: boolean;
  /** Names of the lines at their right ends. */
  readonly named?: boolean;
  /** The reader's own events too. */
  readonly notes?: boolean;
  /** First day after the last bucket. */
  readonly end?: string;
  /** The page without a period: dragging over the chart goes to the period of the buckets dragged over. */
  readonly zoom?: ZoomProps | undefined;
  /** Short labels of the buckets for the time axis. */
  readonly axis: (bucket: string) => string;
}

/**
 * The chart as it arrives: drawn on the server, every point a link to its paragraphs, readable without a script.
 * Shapes are one stretched SVG; points, ticks and names are HTML over it, so that no text is ever scaled.
 */
export function TrendPlot({
  view,
  trend,
  events = [],
  bands = [],
  detailed = false,
  named = false,
  notes = false,
  end = '9999',
  zoom,
  axis,
}: Props) {
  const scale = scaleOf(trend);
  const cells = trend.series[0]?.cells ?? [];
  const buckets = cells.map((c) => c.bucket);
  const percent = (value: number) => `${(value / SIZE) * 100}%`;
  const width = 100 / Math.max(cells.length, 1);
  const first = trend.series[0];
  return (
    <div className={named ? 'plot named' : 'plot'} data-buckets={cells.length}>
      {trend.ticks.map((tick) => (
        <div key={tick} className="tick-y" style={{ top: percent(scale.y(tick)) }} aria-hidden="true">
          <span>{trend.measure === 'share' ? view.n.share(tick) : view.n.rate(tick)}</span>
        </div>
      ))}
      {emptyRuns(trend).map(([a, b]) => (
        <div
          key={a}
          className="hatch"
          title={view.t('trend.hatched')}
          style={{ left: `${a * width}%`, width: `${(b - a + 1) * width}%` }}
        />
      ))}
      <PlotBands bands={bands} buckets={buckets} />
      {events.map((e) => (
        <div key={`${e.day}${e.name}`} className="event" style={{ left: `${dayPosition(e.day, buckets)}%` }}>
          <span>{`${e.name} ${e.day}`}</span>
        </div>
      ))}
      {notes && <NoteMarks buckets={buckets} end={end} />}
      <LiveMarks {...live(view, trend, detailed)} zoom={zoom}>
        <svg viewBox={`0 0 ${SIZE} ${SIZE}`} preserveAspectRatio="none" aria-hidden="true">
          {detailed && first && <path className="volume" d={volumePath(first)} />}
          {detailed && first && trend.measure !== 'mentions' && (
            <path className="ribbon" d={ribbonPath(first, scale)} />
          )}
          {trend.series.map((s, i) => {
            const { done, running } = linePaths(s, scale);
            return (
              <g key={s.key} className={`line series-${i + 1}`}>
                <path d={done} />
                <path d={running} className="running" />
              </g>
            );
          })}
        </svg>
        {trend.series.map((s, i) => (
          <Points key={s.key} view={view} trend={trend} series={i} />
        ))}
      </LiveMarks>
      {named &&
        lineNames(trend).map(({ name, index, y }) => (
          <span
            key={name}
            className={`line-name series-${index + 1}`}
            style={{ top: percent(y) }}
            lang="zh-CN"
            aria-hidden="true"
          >
            {name}
          </span>
        ))}
      <div className="ticks-x" aria-hidden="true">
        {timeTicks(buckets, 8).map((i) => (
          <span key={i} style={{ left: percent(scale.x(i)) }}>
            {axis(cells[i]?.bucket ?? '')}
          </span>
        ))}
      </div>
    </div>
  );
}

/** What the interactive marks need, in as few words as they can do with. */
function live(view: View, trend: Trend, detailed: boolean): LiveProps {
  return {
    lines: trend.series.map((s, series) => ({
      name: s.name,
      points: s.cells.map((c, i) => ({
        value: c.value,
        low: c.low,
        high: c.high,
        thin: c.thin,
        running: c.state === 'running',
        text: pointText(view, trend, s.name, i, series),
        href: c.mentions > 0 ? c.href : '',
      })),
    })),
    volume: detailed ? (trend.series[0]?.cells.map((c) => c.totalReports) ?? []) : [],
    ribbon: detailed && trend.measure !== 'mentions',
    top: trend.ticks[trend.ticks.length - 1] ?? 1,
    title: view.t('trend.explore'),
    words: {
      locale: view.locale,
      count: view.t.raw('drawer.count'),
      close: view.t('drawer.close'),
      open: view.t('drawer.open'),
      failed: view.t('drawer.failed'),
      line: concordanceWords(view),
    },
  };
}

/** One link a point. Out of the tab order: the table below the chart has the same links, one a row. */
function Points({ view, trend, series }: { view: View; trend: Trend; series: number }) {
  const scale = scaleOf(trend);
  const line = trend.series[series];
  if (!line) return null;
  return line.cells.map((c, i) => {
    if (c.value === null) return null;
    const text = pointText(view, trend, line.name, i, series);
    const kind = `point series-${series + 1}${c.thin ? ' thin' : ''}${c.mentions === 0 ? ' zero' : ''}`;
    const at = { left: `${(scale.x(i) / SIZE) * 100}%`, top: `${(scale.y(c.value) / SIZE) * 100}%` };
    if (c.mentions === 0) return <span key={c.bucket} className={kind} style={at} title={text} />;
    return (
      <a
        key={c.bucket}
        className={kind}
        style={at}
        href={c.href}
        title={text}
        tabIndex={-1}
        // Of lists it leads to as many lists.
        data-n={trend.of === 'lists' ? undefined : c.mentions}
      >
        <span className="unseen">{text}</span>
      </a>
    );
  });
}

/** What a point reads out: period, line, n of N, rate, interval. */
export function pointText(view: View, trend: Trend, name: string, index: number, series: number): string {
  const c = trend.series[series]?.cells[index];
  if (!c) return '';
  if (c.value === null) return view.t('trend.pointEmpty', { period: c.label, name });
  const show = (x: number) => formatValue(x, trend.measure, view.t, view.n);
  const words =
    trend.of === 'lists'
      ? 'trend.pointLists'
      : trend.measure === 'mentions'
        ? 'trend.pointCount'
        : 'trend.point';
  return view.t(words, {
    period: c.label,
    name,
    mentions: c.mentions,
    reports: c.reports,
    total: c.totalReports,
    value: show(c.value),
    low: show(c.low),
    high: show(c.high),
  });
}
