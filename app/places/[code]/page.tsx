import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import type { SearchParams } from '@/lib/filters';
import { makeView } from '@/lib/format/view';
import { requestLocale } from '@/lib/i18n/request';
import { documents } from '@/lib/queries/documents';
import { placesByCode } from '@/lib/queries/places';
import { ranking } from '@/lib/queries/ranking';
import { totals } from '@/lib/queries/totals';
import { socialCard } from '../../_figures/social-card';
import { DocumentLinks } from '../../_frame/document-links';
import { PageFrame } from '../../_frame/page-frame';
import { requestView } from '../../_frame/request-view';
import { RankingTable } from '../../_overview/ranking-table';
import { Below } from '../../_place/below';
import { CoverageSection } from '../../_place/coverage-section';
import { Firsts } from '../../_place/firsts';
import { PlaceHead } from '../../_place/head';
import { NewestLists } from '../../_place/lists';
import { NotIngested } from '../../_place/not-ingested';
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
  const { t, filters } = view;
  const [sums, ranked, newest] = await Promise.all([
    totals(filters),
    ranking(filters, RANKED),
    documents(filters, { limit: 8, offset: 0 }),
  ]);
  return (
    <PageFrame view={view} fixedPlace evidence={['place']}>
      <PlaceHead view={view} place={place} sums={sums} />
      {ranked.slogans.length === 0 ? (
        <NotIngested view={view} place={place} />
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
      <Below view={view} place={place} />
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
