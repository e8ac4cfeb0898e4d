import Link from 'next/link';
import type { View } from '@/lib/format/view';
import type { PlaceEntry } from '@/lib/queries/places';
import type { Totals } from '@/lib/queries/totals';
import { Line } from './line';

/** Where a place lies, what it was, how much there is of it, and where to go on. */
export function PlaceHead({ view, place, sums }: { view: View; place: PlaceEntry; sums: Totals }) {
  const { t, n } = view;
  return (
    <>
      <p className="quiet" lang="zh-CN">
        {place.path.slice(0, -1).join(' ')}
      </p>
      <h1 lang="zh-CN">{place.name}</h1>
      <Line view={view} code={place.code} />
      <p className="lead">
        {t('overview.totals', {
          reports: sums.reports,
          characters: n.compact(sums.characters),
          places: sums.places,
          mentions: sums.mentions,
          slogans: sums.slogans,
        })}
      </p>
      <p className="links">
        <Link
          href={view.href('/compare', { place: undefined, own: undefined }, { places: place.code })}
          prefetch={false}
        >
          {t('places.compare')}
        </Link>
        <Link href={view.href('/directives')} prefetch={false}>
          {t('places.directives')}
        </Link>
        <Link href={view.href('/documents')} prefetch={false}>
          {t('places.documents')}
        </Link>
        <a href={view.href(`${view.path}/feed.atom`, { place: undefined })}>{t('feed.link')}</a>
      </p>
    </>
  );
}
