import Link from 'next/link';
import { FigureMenu } from '@/components/charts/figure-menu';
import { Sparkline } from '@/components/charts/sparkline';
import { SloganName } from '@/components/text/slogan-name';
import { TierMark, TierRule } from '@/components/text/tier-mark';
import { formatBucket } from '@/lib/format/dates';
import { tierOfShare } from '@/lib/format/heat-level';
import type { View } from '@/lib/format/view';
import type { Changes } from '@/lib/queries/changes';
import type { Ranking } from '@/lib/queries/ranking';
import { THIN_REPORTS } from '@/lib/stats/rates';
import { figureLinks } from '../_figures/figure-links';

interface Props {
  readonly view: View;
  readonly ranking: Ranking;
  /** So many were asked for. */
  readonly top: number;
  /** All reports in scope: the denominator of the shares. */
  readonly reports: number;
  /** Null where no period is chosen: all of time has nothing before it. */
  readonly changes: Changes | null | undefined;
}

/** The slogans in most reports of the scope. */
export async function RankingTable({ view, ranking, top, reports, changes }: Props) {
  const { t, n, locale } = view;
  const { buckets, grain } = ranking;
  const links = await figureLinks(view, 'ranking', { top: String(top) });
  const [first, last] = [buckets[0], buckets[buckets.length - 1]];
  // With the change there are six columns of numbers; on a phone the share says what the reports say.
  const narrowed = changes ? 'number wide' : 'number';
  const trendTitle =
    first && last && first !== last
      ? t('overview.trendOver', {
          from: formatBucket(first, grain, locale),
          until: formatBucket(last, grain, locale),
        })
      : t('overview.trend');
  return (
    <section>
      <div className="section-head">
        <h2>{t('overview.ranking')}</h2>
        <FigureMenu view={view} table="ranking-data" {...links} />
      </div>
      <table className="ranking" id="ranking-data">
        <thead>
          <tr>
            <th scope="col" className="number rank">
              {t('overview.rank')}
            </th>
            <th scope="col">{t('overview.slogan')}</th>
            <th scope="col" className="wide">
              {trendTitle}
            </th>
            <th scope="col" className="number">
              {t('overview.share')}
            </th>
            <th scope="col" className="wide">
              {t('overview.heat')}
            </th>
            <th scope="col" className={narrowed}>
              {t('overview.reports')}
            </th>
            <th scope="col" className="number">
              {t('overview.mentions')}
            </th>
            <th scope="col" className="number wide">
              {t('overview.places')}
            </th>
            {changes && (
              <th scope="col" className="number">
                {t('overview.change')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {ranking.slogans.map((s, i) => (
            <tr key={s.id}>
              <td className="number rank">{i + 1}</td>
              <th scope="row">
                <SloganName href={view.href(`/slogans/${s.id}`)} canonical={s.canonical} gloss={s.gloss} />
              </th>
              <td className="wide">
                <Sparkline values={s.trend} volume={ranking.volume} />
              </td>
              <td className="number">{reports > 0 ? n.share(s.reports / reports) : '—'}</td>
              <td className="wide small">
                {reports > 0 && (
                  <Heat
                    view={view}
                    id={s.id}
                    share={s.reports / reports}
                    reports={reports}
                    changes={changes ?? null}
                  />
                )}
              </td>
              <td className={narrowed}>{n.count(s.reports)}</td>
              <td className="number">
                <Link
                  href={view.href(`/slogans/${s.id}`, {}, {}, 'mentions')}
                  prefetch={false}
                  data-n={s.mentions}
                >
                  {n.count(s.mentions)}
                </Link>
              </td>
              <td className="number wide">{n.count(s.places)}</td>
              {changes && <td className="number">{change(view, changes, s.id)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <TierRule view={view} />
      <p className="quiet small">{t('overview.shareOf', { reports: n.count(reports) })}</p>
    </section>
  );
}

interface HeatProps {
  readonly view: View;
  readonly id: number;
  readonly share: number;
  readonly reports: number;
  readonly changes: Changes | null;
}

/** The tier, and the one before where it was another. */
function Heat({ view, id, share, reports, changes }: HeatProps) {
  const tier = tierOfShare(share);
  const row = changes && changes.reportsBefore > 0 ? changes.rows.find((r) => r.id === id) : undefined;
  const before = row && row.before > 0 && changes ? tierOfShare(row.before / changes.reportsBefore) : tier;
  return (
    <>
      {before !== tier && (
        <>
          <TierMark view={view} tier={before} thin={(changes?.reportsBefore ?? 0) < THIN_REPORTS} />
          {' → '}
        </>
      )}
      <TierMark view={view} tier={tier} thin={reports < THIN_REPORTS} />
    </>
  );
}

/** The change of the share in percentage points; a word where there was none before. */
function change({ t, n }: View, changes: Changes, id: number): string {
  const row = changes.rows.find((r) => r.id === id);
  if (!row || changes.reportsBefore === 0 || changes.reportsNow === 0) return '—';
  if (row.before === 0) return t('overview.newHere');
  const points = 100 * (row.now / changes.reportsNow - row.before / changes.reportsBefore);
  return t('overview.points', {
    points: `${points > 0 ? '+' : points < 0 ? '−' : '±'}${n.rate(Math.abs(Number(points.toFixed(1))))}`,
  });
}
