import Link from 'next/link';
import { FigureMenu } from '@/components/charts/figure-menu';
import { SloganName } from '@/components/text/slogan-name';
import { sharedBy } from '@/lib/format/comparison';
import type { View } from '@/lib/format/view';
import { wilson } from '@/lib/stats/intervals';
import { figureLinks } from '../_figures/figure-links';
import type { Compared } from './compared';
import { SeriesHeads } from './series-heads';
import { ShareCell } from './share-cell';

const LIMIT = 20;

interface Props {
  readonly view: View;
  readonly compared: Compared;
  readonly own: Readonly<Record<string, string | undefined>>;
}

/** What all of them say: the share in each place, its interval as a line under the number. */
export async function Shared({ view, compared, own }: Props) {
  const { t, n } = view;
  const { places, totals, slogans } = compared;
  const rows = sharedBy(slogans, totals, LIMIT);
  if (rows.length === 0) return null;
  const links = await figureLinks(view, 'compare-shared', { places: places.map((p) => p.code).join(',') });
  const most = Math.max(
    ...rows.flatMap((s) => totals.map((total, i) => wilson(s.reports[i] ?? 0, total).high)),
  );
  return (
    <section aria-labelledby="shared">
      <div className="section-head">
        <h2 id="shared">{t('compare.shared')}</h2>
        <FigureMenu view={view} table="shared-data" {...links} />
      </div>
      <p className="quiet small">{t('compare.sharedNote', { top: n.share(most) })}</p>
      <div className="scroll">
        <table className="shared many" id="shared-data">
          <thead>
            <tr>
              <th scope="col">{t('overview.slogan')}</th>
              <SeriesHeads names={places.map((p) => [p.code, p.name])} />
              <th scope="col">
                <span className="unseen">{t('compare.trendOf')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((s) => (
              <tr key={s.id}>
                <th scope="row">
                  <SloganName href={view.href(`/slogans/${s.id}`)} canonical={s.canonical} />
                </th>
                {places.map((p, i) => (
                  <ShareCell
                    key={p.code}
                    view={view}
                    series={i + 1}
                    reports={s.reports[i] ?? 0}
                    total={totals[i] ?? 0}
                    most={most}
                    href={view.href(`/slogans/${s.id}`, { place: p.code }, {}, 'mentions')}
                  />
                ))}
                <td className="number">
                  <Link
                    className="small"
                    href={view.href('/compare', {}, { ...own, slogan: String(s.id) }, 'trends')}
                    prefetch={false}
                  >
                    {t('compare.trendOf')}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
