import { emptyRuns, type Trend } from '@/lib/format/trend';
import { seriesSentence } from '@/lib/format/trend-sentence';
import type { View } from '@/lib/format/view';
import { linePaths, ribbonPath, SIZE, scaleOf } from './trend-shapes';

/** One of several small charts on the scale of all of them; its numbers are in a table nearby. */
export function MiniTrend({ view, trend, series }: { view: View; trend: Trend; series: number }) {
  const line = trend.series[series];
  if (!line) return null;
  const scale = scaleOf(trend);
  const { done, running } = linePaths(line, scale);
  const width = 100 / Math.max(line.cells.length, 1);
  const top = trend.ticks[trend.ticks.length - 1] ?? 1;
  const [first, last] = [line.cells[0], line.cells[line.cells.length - 1]];
  return (
    <figure className="mini">
      <div className="mini-plot">
        {emptyRuns({ ...trend, series: [line] }).map(([a, b]) => (
          <div
            key={a}
            className="hatch"
            style={{ left: `${a * width}%`, width: `${(b - a + 1) * width}%` }}
          />
        ))}
        <svg viewBox={`0 0 ${SIZE} ${SIZE}`} preserveAspectRatio="none" aria-hidden="true">
          {trend.measure !== 'mentions' && <path className="ribbon" d={ribbonPath(line, scale)} />}
          <g className="line">
            <path d={done} />
            <path d={running} className="running" />
          </g>
        </svg>
        {series === 0 && (
          <span className="mini-top">{trend.measure === 'share' ? view.n.share(top) : view.n.rate(top)}</span>
        )}
      </div>
      <figcaption className="unseen">{seriesSentence(line, trend.measure, view.t, view.n)}</figcaption>
      <p className="mini-axis" aria-hidden="true">
        <span>{first?.label}</span>
        <span>{last?.label}</span>
      </p>
    </figure>
  );
}
