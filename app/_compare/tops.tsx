import Link from 'next/link';
import { FigureMenu } from '@/components/charts/figure-menu';
import { SloganName } from '@/components/text/slogan-name';
import { shareIn, topOf } from '@/lib/format/comparison';
import type { View } from '@/lib/format/view';
import { figureLinks } from '../_figures/figure-links';
import type { Compared } from './compared';
import { PlaceColumns } from './place-columns';

const LIMIT = 10;

/** What each place says most; all bars on one scale. */
export async function Tops({ view, compared }: { view: View; compared: Compared }) {
  const { t, n } = view;
  const { places, totals, slogans } = compared;
  const own = { places: places.map((p) => p.code).join(',') };
  const links = await figureLinks(view, 'compare-tops', own);
  const lists = places.map((_, i) => topOf(slogans, i, LIMIT));
  const most = Math.max(...lists.flatMap((list, i) => list.map((s) => shareIn(s, totals, i))), 1e-9);
  return (
    <section aria-labelledby="tops">
      <div className="section-head">
        <h2 id="tops">{t('compare.tops')}</h2>
        <FigureMenu view={view} table="tops" {...links} />
      </div>
      <p className="quiet small">{t('compare.topsNote', { share: n.share(most) })}</p>
      <PlaceColumns places={places}>
        {(place, i) => (
          <ol className="tops">
            {(lists[i] ?? []).length === 0 && <li className="quiet small">{t('trend.hatched')}</li>}
            {(lists[i] ?? []).map((s) => (
              <li key={s.id}>
                <SloganName
                  href={view.href(`/slogans/${s.id}`, { place: place.code })}
                  canonical={s.canonical}
                />
                <span className="note">
                  <Link
                    href={view.href(`/slogans/${s.id}`, { place: place.code }, {}, 'mentions')}
                    prefetch={false}
                  >
                    {n.share(shareIn(s, totals, i))}
                  </Link>{' '}
                  <span className="quiet">
                    {t('compare.of', { n: n.count(s.reports[i] ?? 0), total: n.count(totals[i] ?? 0) })}
                  </span>
                </span>
                <span
                  className="bar-line"
                  aria-hidden="true"
                  style={{ width: `${(shareIn(s, totals, i) / most) * 100}%` }}
                />
              </li>
            ))}
          </ol>
        )}
      </PlaceColumns>
    </section>
  );
}
