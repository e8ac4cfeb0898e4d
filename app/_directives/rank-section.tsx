import Link from 'next/link';
import { FigureMenu } from '@/components/charts/figure-menu';
import { TrendPlot } from '@/components/charts/trend-plot';
import type { TrendCell } from '@/lib/format/trend';
import type { View } from '@/lib/format/view';
import type { ListRankRow } from '@/lib/queries/directive-statistics';
import { figureLinks } from '../_figures/figure-links';
import { type RankTrend, rankTrend } from './rank-trend';

/** How many lists name a topic over time, and how far up in them it stands. */
export async function RankSection({ view, topic }: { view: View; topic: string }) {
  const { t, n } = view;
  const [found, links] = await Promise.all([
    rankTrend(view, topic),
    figureLinks(view, 'directive-rank', { q: topic }, topic),
  ]);
  if (!found || found.rows.length < 2) return null;
  return (
    <section aria-labelledby="rank">
      <div className="section-head">
        <h2 id="rank">{t('rank.title')}</h2>
        <FigureMenu view={view} table="rank-data" {...links} />
      </div>
      <figure className="trend">
        <p className="axis-title">{t('rank.axis')}</p>
        <TrendPlot view={view} trend={found.trend} detailed axis={found.axis} />
        <figcaption>
          <p>{found.sentence}</p>
          {found.sampled !== null && (
            <p className="quiet small">{t('rank.sampled', { share: n.share(found.sampled) })}</p>
          )}
        </figcaption>
      </figure>
      <RankTable view={view} found={found} />
    </section>
  );
}

/** Where in the lists the topic stands, a row a period: the rail runs from the first item to the last. */
function RankTable({ view, found }: { view: View; found: RankTrend }) {
  const { t } = view;
  const cells = found.trend.series[0]?.cells ?? [];
  return (
    <div className="scroll">
      <table id="rank-data" className="ranks">
        <thead>
          <tr>
            <th scope="col">{t('trend.period')}</th>
            <th scope="col" className="number">
              {t('rank.lists')}
            </th>
            <th scope="col" className="number wide">
              {t('rank.share')}
            </th>
            <th scope="col" className="rail-head">
              {t('rank.place')}
            </th>
            <th scope="col" className="number">
              {t('rank.mean')}
            </th>
            <th scope="col" className="number">
              {t('rank.first')}
            </th>
          </tr>
        </thead>
        <tbody>
          {found.rows.map((row, i) => {
            const cell = cells[i];
            return cell && <RankRow key={row.bucket} view={view} row={row} cell={cell} />;
          })}
        </tbody>
      </table>
    </div>
  );
}

function RankRow({ view, row, cell }: { view: View; row: ListRankRow; cell: TrendCell }) {
  const { t, n } = view;
  const of = t('compare.of', { n: n.count(row.lists), total: n.count(row.totalLists) });
  return (
    <tr className={cell.thin ? 'thin' : undefined}>
      <th scope="row">{cell.label}</th>
      <td className="number">
        {row.lists > 0 ? (
          <Link href={cell.href} prefetch={false} data-lists={row.lists}>
            {of}
          </Link>
        ) : (
          of
        )}
      </td>
      <td className="number wide">{cell.value === null ? '—' : n.share(cell.value)}</td>
      <td>
        <span className="rail" aria-hidden="true">
          {row.meanPlace !== null && <b style={{ left: `${row.meanPlace * 100}%` }} />}
        </span>
      </td>
      <td className="number">{row.meanRank === null ? '—' : n.rate(row.meanRank)}</td>
      <td className="number">{row.shareFirst === null ? '—' : n.share(row.shareFirst)}</td>
    </tr>
  );
}
