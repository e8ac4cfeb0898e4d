import { PROVINCE_TILES, tileLevel } from '@/lib/format/province-tiles';
import type { View } from '@/lib/format/view';

export interface TileCount {
  readonly code: string;
  readonly name: string;
  readonly reports: number;
}

interface Props {
  readonly view: View;
  readonly counts: readonly TileCount[];
  readonly title: string;
}

/** The provinces as a map of tiles: how many reports each has, its darkness on a logarithmic scale. */
export function TileMap({ view, counts, title }: Props) {
  const of = new Map(counts.map((c) => [c.code, c.reports]));
  const most = Math.max(...PROVINCE_TILES.map((p) => of.get(p.code) ?? 0), 1);
  return (
    <ul className="tile-map" aria-label={title}>
      {PROVINCE_TILES.map(({ code, name, column, row }) => (
        <li key={code} style={{ gridColumn: column, gridRow: row }}>
          <Tile view={view} code={code} name={name} reports={of.get(code) ?? 0} most={most} />
        </li>
      ))}
    </ul>
  );
}

/** Places that have no map of their own, as tiles in a row, the most reports first. */
export function TileRow({ view, counts, title }: Props) {
  const most = Math.max(...counts.map((c) => c.reports), 1);
  return (
    <ul className="tile-row" aria-label={title}>
      {[...counts]
        .sort((a, b) => b.reports - a.reports)
        .map((c) => (
          <li key={c.code}>
            <Tile view={view} {...c} most={most} />
          </li>
        ))}
    </ul>
  );
}

function Tile({ view, code, name, reports, most }: TileCount & { view: View; most: number }) {
  const inner = (
    <>
      <span lang="zh-CN">{name}</span> <span className="n">{reports > 0 ? view.n.count(reports) : '—'}</span>
    </>
  );
  const kind = `tile tile-${tileLevel(reports, most)}`;
  if (reports === 0) return <span className={kind}>{inner}</span>;
  return (
    <a className={kind} href={view.href(`/places/${code}`, { place: undefined, own: undefined })}>
      {inner}
    </a>
  );
}
