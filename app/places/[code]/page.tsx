import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { FigureMenu } from '@/components/charts/figure-menu';
import { TileRow } from '@/components/charts/tile-map';
import type { SearchParams } from '@/lib/filters';
import { makeView } from '@/lib/format/view';
import { requestLocale } from '@/lib/i18n/request';
import { documents } from '@/lib/queries/documents';
import { places, placesByCode } from '@/lib/queries/places';
import { ranking } from '@/lib/queries/ranking';
import { totals } from '@/lib/queries/totals';
import { figureLinks } from '../../_figures/figure-links';
import { socialCard } from '../../_figures/social-card';
import { DocumentLinks } from '../../_frame/document-links';
import { NothingHere } from '../../_frame/nothing-here';
import { PageFrame } from '../../_frame/page-frame';
import { requestView } from '../../_frame/request-view';
import { RankingTable } from '../../_overview/ranking-table';
import { CoverageSection } from '../../_place/coverage-section';
import { Firsts } from '../../_place/firsts';
import { Line } from '../../_place/line';
import { NewestLists } from '../../_place/lists';
import { Peers, Silence } from '../../_place/peers';

/** So many slogans are ranked. */
const RANKED = 20;

interface Props {
  params: Promise<{ code: string }>;
  searchParams: Promise<SearchParams>;
}

const entry = cache(async (code: string) =>
  /^\d{6}$/.test(code) ? (await placesByCode([code]))[0] : undefined,
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await entry((await params).code);
  if (!found || found.level === 'unknown') notFound();
  const view = await requestView(`/places/${found.code}`, Promise.resolve({ place: found.code }));
  return {
    title: found.name,
    ...(await socialCard(view, 'ranking', {}, found.name)),
    alternates: { types: { 'application/atom+xml': `/places/${found.code}/feed.atom` } },
  };
}

/** One place: what it says most, its newest documents. The address sets the place of the filters. */
export default async function PlacePage({ params, searchParams }: Props) {
  const place = await entry((await params).code);
  if (!place || place.level === 'unknown') notFound();
  const path = `/places/${place.code}`;
  const view = makeView(await requestLocale(), path, { ...(await searchParams), place: place.code });
  const { t, n, filters } = view;
  const [sums, ranked, newest, reported, tiles] = await Promise.all([
    totals(filters),
    ranking(filters, RANKED),
    documents(filters, { limit: 8, offset: 0 }),
    places(filters),
    figureLinks(view, 'places-below', {}, place.name),
  ]);
  const below = reported.filter((p) => p.parentCode === place.code);
  return (
    <PageFrame view={view} fixedPlace evidence={['place']}>
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
        <a href={view.href(`${path}/feed.atom`, { place: undefined })}>{t('feed.link')}</a>
      </p>
      {ranked.slogans.length === 0 ? (
        <>
          <NothingHere view={view} fixedPlace />
          <p className="links">
            {place.path.length > 1 && place.parentCode && (
              <Link
                href={view.href(`/places/${place.parentCode}`, { place: undefined })}
                lang="zh-CN"
                prefetch={false}
              >
                {place.path.at(-2)}
              </Link>
            )}
            <Link href={view.href('/places', { place: undefined, own: undefined })} prefetch={false}>
              {t('nothing.places')}
            </Link>
          </p>
        </>
      ) : (
        <RankingTable view={view} ranking={ranked} top={RANKED} reports={sums.reports} changes={null} />
      )}
      {sums.reports > 0 && (
        <>
          <Peers view={view} place={place} />
          <Silence view={view} place={place} />
          <Firsts view={view} place={place} />
        </>
      )}
      {below.length > 0 && (
        <section aria-labelledby="below">
          <div className="section-head">
            <h2 id="below">{t('tiles.below')}</h2>
            <FigureMenu view={view} table="below" {...tiles} />
          </div>
          <p className="quiet small">{t('tiles.belowNote')}</p>
          <TileRow view={view} counts={below} title={t('tiles.below')} />
        </section>
      )}
      {sums.reports > 0 && <CoverageSection view={view} />}
      <NewestLists view={view} />
      {newest.length > 0 && (
        <section aria-labelledby="newest">
          <h2 id="newest">{t('places.newest')}</h2>
          <DocumentLinks view={view} documents={newest} />
        </section>
      )}
    </PageFrame>
  );
}
