import { tileLevel } from '@/lib/format/province-tiles';
import type { View } from '@/lib/format/view';
import { TimeAxis } from './time-axis';

export interface CoverageCell {
  readonly bucket: string;
  readonly reports: number;
  /** Where the documents of the cell are, and what it reads out. */
  readonly href: string;
  readonly text: string;
}

export interface CoverageRow {
  readonly code: string;
  readonly name: string;
  readonly cells: readonly CoverageCell[];
}

interface Props {
  readonly view: View;
  readonly rows: readonly CoverageRow[];
  readonly axis: (bucket: string) => string;
}

/** Places by time, the darker the more reports; every cell that holds any leads to its documents. */
export function CoverageMap({ view, rows, axis }: Props) {
  const { t, n } = view;
  const buckets = rows[0]?.cells.map((c) => c.bucket) ?? [];
  const most = Math.max(...rows.flatMap((r) => r.cells.map((c) => c.reports)), 1);
  return (
    <figure className="heat-map coverage-map" id="coverage-data">
      <ul className="heat-rows">
        {rows.map((r) => (
          <li key={r.code}>
            <a href={view.href(`/places/${r.code}`, { place: undefined, own: undefined })} lang="zh-CN">
              {r.name}
            </a>
            <Strip cells={r.cells} most={most} />
            <span className="unseen">
              {t('coverage.row', {
                reports: n.count(r.cells.reduce((sum, c) => sum + c.reports, 0)),
                missing: r.cells.filter((c) => c.reports === 0).length,
                buckets: buckets.length,
              })}
            </span>
          </li>
        ))}
      </ul>
      <TimeAxis buckets={buckets} axis={axis} />
      <figcaption className="quiet small">{t('coverage.most', { count: n.count(most) })}</figcaption>
    </figure>
  );
}

function Strip({ cells, most }: { cells: readonly CoverageCell[]; most: number }) {
  return (
    <svg
      viewBox={`0 0 ${cells.length} 10`}
      preserveAspectRatio="none"
      className="heat-row"
      aria-hidden="true"
    >
      {cells.map((c, i) =>
        c.reports === 0 ? (
          <rect key={c.bucket} className="none" x={i + 0.04} y="9.2" width=".92" height=".4" />
        ) : (
          <a key={c.bucket} href={c.href} tabIndex={-1}>
            <rect
              className={`ink-${tileLevel(c.reports, most)}`}
              x={i + 0.03}
              y="0.8"
              width=".94"
              height="8.8"
            >
              <title>{c.text}</title>
            </rect>
          </a>
        ),
      )}
    </svg>
  );
}
