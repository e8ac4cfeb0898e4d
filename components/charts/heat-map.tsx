import { heatLevel, tierOfShare } from '@/lib/format/heat-level';
import type { Trend, TrendCell } from '@/lib/format/trend';
import { seriesSentence } from '@/lib/format/trend-sentence';
import type { View } from '@/lib/format/view';
import { TierRule } from '../text/tier-mark';
import { TimeAxis } from './time-axis';
import { pointText } from './trend-plot';

interface Props {
  readonly view: View;
  /** A row a series. The colours are tiers of the share of reports, whatever its measure is. */
  readonly trend: Trend;
  /** Where the name of a row leads. */
  readonly href: (key: string) => string;
  readonly axis: (bucket: string) => string;
}

/**
 * Rows by time: the tier of each cell as its colour. Full cells rest on 20 reports or more, low ones on fewer, hatched
 * ones on none. Every cell that holds anything is a link to its paragraphs.
 */
export function HeatMap({ view, trend, href, axis }: Props) {
  const buckets = trend.series[0]?.cells.map((c) => c.bucket) ?? [];
  return (
    <figure className="heat-map">
      <ul className="heat-rows">
        {trend.series.map((s, i) => (
          <li key={s.key}>
            <a href={href(s.key)} lang="zh-CN">
              {s.name}
            </a>
            <Row view={view} trend={trend} series={i} />
            <span className="unseen">{seriesSentence(s, trend.measure, view.t, view.n)}</span>
          </li>
        ))}
      </ul>
      <TimeAxis buckets={buckets} axis={axis} />
      <figcaption>
        <TierRule view={view} />
        <p className="quiet small">{view.t('heatMap.note')}</p>
      </figcaption>
    </figure>
  );
}

/** Height of a cell, of 10: lower where it rests on few reports. */
const heightOf = (c: TrendCell) => (c.thin ? 5 : 9);

function Row({ view, trend, series }: { view: View; trend: Trend; series: number }) {
  const line = trend.series[series];
  if (!line) return null;
  return (
    <svg
      viewBox={`0 0 ${line.cells.length} 10`}
      preserveAspectRatio="none"
      className="heat-row"
      aria-hidden="true"
    >
      {line.cells.map((c, i) => {
        if (c.state === 'empty')
          return <rect key={c.bucket} className="none" x={i + 0.04} y="9.2" width=".92" height=".4" />;
        const share = c.totalReports > 0 ? c.reports / c.totalReports : 0;
        const level = c.reports === 0 ? 'zero' : `heat-${heatLevel(tierOfShare(share))}`;
        const height = heightOf(c);
        const cell = (
          <rect key={c.bucket} className={level} x={i + 0.04} y={9.6 - height} width=".92" height={height}>
            <title>{pointText(view, trend, line.name, i, series)}</title>
          </rect>
        );
        return c.mentions > 0 ? (
          <a key={c.bucket} href={c.href} tabIndex={-1} data-n={c.mentions}>
            {cell}
          </a>
        ) : (
          cell
        );
      })}
    </svg>
  );
}
