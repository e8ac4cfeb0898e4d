import Link from 'next/link';
import { FigureMenu } from '@/components/charts/figure-menu';
import { HeatMap } from '@/components/charts/heat-map';
import { MiniTrend } from '@/components/charts/mini-trend';
import { formatDate } from '@/lib/format/dates';
import { formatValue } from '@/lib/format/trend-sentence';
import type { View } from '@/lib/format/view';
import type { PlaceFrequencyRow } from '@/lib/queries/frequency-by-place';
import { rateOf } from '@/lib/stats/rates';
import { axisLabel } from '../_charts/build-trend';
import { figureLinks } from '../_figures/figure-links';
import { placeTrends } from './place-trends';

const ROWS = 24;

/** Who says it: small charts on one scale, then a table of the places, each count leading to its paragraphs. */
export async function PlacesSection({ view, id }: { view: View; id: number }) {
  const { t } = view;
  const { rows, users, grain, multiples, map } = await placeTrends(view, id);
  if (rows.length < 2) return null;
  const own = { slogan: String(id) };
  const [small, heat] = await Promise.all([
    figureLinks(view, 'slogan-places', own),
    figureLinks(view, 'slogan-heat-map', own),
  ]);
  const buckets = map.series[0]?.cells.map((c) => c.bucket) ?? [];
  return (
    <section aria-labelledby="places">
      <div className="section-head">
        <h2 id="places">{t('slogan.byPlace')}</h2>
        {multiples.series.length > 1 && <FigureMenu view={view} table="place-data" {...small} />}
      </div>
      <p className="quiet small">{t('slogan.byPlaceNote', { users: users.length, places: rows.length })}</p>
      {multiples.series.length > 1 && (
        <ul className="multiples">
          {multiples.series.map((s, i) => (
            <li key={s.key}>
              <h3>
                <Link href={view.href(`/slogans/${id}`, { place: s.key })} prefetch={false}>
                  {s.name}
                </Link>
              </h3>
              <MiniTrend view={view} trend={multiples} series={i} />
            </li>
          ))}
        </ul>
      )}
      {multiples.series.length > 1 && <p className="quiet small">{t('slogan.multiplesNote')}</p>}
      {map.series.length > 2 && buckets.length > 2 && (
        <>
          <div className="section-head">
            <h3 id="heat-map">{t('heatMap.title')}</h3>
            <FigureMenu view={view} table="place-data" {...heat} />
          </div>
          <HeatMap
            view={view}
            trend={map}
            href={(code) => view.href(`/slogans/${id}`, { place: code })}
            axis={axisLabel(view, grain, buckets)}
          />
        </>
      )}
      <PlaceTable view={view} id={id} rows={users.slice(0, ROWS)} />
      {users.length > ROWS && (
        <p className="quiet small">{t('slogan.morePlaces', { count: users.length - ROWS })}</p>
      )}
    </section>
  );
}

function PlaceTable({ view, id, rows }: { view: View; id: number; rows: readonly PlaceFrequencyRow[] }) {
  const { t, n, locale, filters } = view;
  const show = (value: number | null) => (value === null ? '—' : formatValue(value, filters.measure, t, n));
  return (
    <div className="scroll" id="place-data">
      <table className="by-place">
        <thead>
          <tr>
            <th scope="col">{t('filters.place')}</th>
            <th scope="col" className="number">
              {t(`measure.${filters.measure}`)}
            </th>
            <th scope="col" className="number wider">
              {t('trend.interval')}
            </th>
            <th scope="col" className="number">
              {t('trend.mentions')}
            </th>
            <th scope="col" className="number">
              {t('trend.reports')}
            </th>
            <th scope="col" className="number">
              {t('trend.total')}
            </th>
            <th scope="col" className="wider">
              {t('slogan.first')}
            </th>
            <th scope="col" className="wider">
              {t('slogan.last')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((r) => {
            const rate = rateOf(filters.measure, r);
            return (
              <tr key={r.code} className={rate.thin ? 'thin' : undefined}>
                <th scope="row">
                  <Link href={view.href(`/places/${r.code}`)} prefetch={false} lang="zh-CN">
                    {r.path.length > 1 ? r.path.slice(-2).join(' ') : r.name}
                  </Link>
                </th>
                <td className="number">{show(rate.value)}</td>
                <td className="number wider quiet">
                  {filters.measure === 'mentions' ? '' : `${show(rate.low)} – ${show(rate.high)}`}
                </td>
                <td className="number">
                  <Link
                    href={view.href(`/slogans/${id}`, { place: r.code, own: '1' }, {}, 'mentions')}
                    prefetch={false}
                    data-n={r.mentions}
                  >
                    {n.count(r.mentions)}
                  </Link>
                </td>
                <td className="number">{n.count(r.reports)}</td>
                <td className="number">{n.count(r.totalReports)}</td>
                <td className="wider">{r.first ? formatDate(r.first, locale) : ''}</td>
                <td className="wider">{r.last ? formatDate(r.last, locale) : ''}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
