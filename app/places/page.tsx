import type { Metadata } from 'next';
import Link from 'next/link';
import type { SearchParams } from '@/lib/filters';
import { type PlaceNode, placeTree } from '@/lib/format/place-tree';
import type { View } from '@/lib/format/view';
import { requestLocale } from '@/lib/i18n/request';
import { translator } from '@/lib/i18n/translator';
import { type PlaceRow, places } from '@/lib/queries/places';
import { NothingHere } from '../_frame/nothing-here';
import { PageFrame } from '../_frame/page-frame';
import { requestView } from '../_frame/request-view';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('nav.places') };
}

/** All places with reports, as the tree they are. */
export default async function PlacesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const view = await requestView('/places', searchParams);
  const { t, n } = view;
  const rows = await places(view.filters);
  const unknown = rows.find((p) => p.level === 'unknown');
  const tree = placeTree(rows.filter((p) => p.level !== 'unknown'));
  return (
    <PageFrame view={view} evidence={['places']}>
      <h1>{t('places.title')}</h1>
      <p className="lead">
        {t('places.lead')}{' '}
        {unknown && (
          <Link href={view.href('/documents', {}, { lacking: 'place' })} prefetch={false}>
            {t('overview.unplaced', { count: n.count(unknown.reports) })}
          </Link>
        )}
      </p>
      {tree.length === 0 ? <NothingHere view={view} /> : <Branch view={view} nodes={tree} depth={0} />}
    </PageFrame>
  );
}

function Branch({
  view,
  nodes,
  depth,
}: {
  view: View;
  nodes: readonly PlaceNode<PlaceRow>[];
  depth: number;
}) {
  const { t, n } = view;
  return (
    <ul className={`places depth-${depth}`}>
      {nodes.map(({ place, children }) => (
        <li key={place.code}>
          <span className="place-row">
            <Link href={view.href(`/places/${place.code}`)} lang="zh-CN" prefetch={false}>
              {place.name}
            </Link>
            <span className="quiet small">
              {children.length > 0
                ? t('places.withBelow', { reports: n.count(place.reports), own: n.count(place.ownReports) })
                : n.count(place.reports)}
            </span>
          </span>
          {children.length > 0 && <Branch view={view} nodes={children} depth={depth + 1} />}
        </li>
      ))}
    </ul>
  );
}
