import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import type { SearchParams } from '@/lib/filters';
import { mentionCount } from '@/lib/queries/mention-count';
import { slogan } from '@/lib/queries/slogan';
import { totals } from '@/lib/queries/totals';
import { PageFrame } from '../../_frame/page-frame';
import { requestView } from '../../_frame/request-view';
import { AdoptionSection } from '../../_slogan/adoption-section';
import { CompanySection } from '../../_slogan/company-section';
import { Facts } from '../../_slogan/facts';
import { FrequencySection } from '../../_slogan/frequency-section';
import { Hero } from '../../_slogan/hero';
import { LifeSection } from '../../_slogan/life-section';
import { MentionsSection } from '../../_slogan/mentions-section';
import { PlacesSection } from '../../_slogan/places-section';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

/** Asked for by the title and by the page; answered once. */
const entry = cache(async (id: string) => (/^\d{1,9}$/.test(id) ? slogan(Number(id)) : null));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await entry((await params).id);
  return found ? { title: found.canonical, description: found.gloss ?? undefined } : {};
}

/** One slogan: how often, since when, where, and every paragraph it stands in. */
export default async function SloganPage({ params, searchParams }: Props) {
  const found = await entry((await params).id);
  if (!found) notFound();
  const view = await requestView(`/slogans/${found.id}`, searchParams);
  const [count, sums] = await Promise.all([mentionCount(found.id, view.filters), totals(view.filters)]);
  return (
    <PageFrame view={view}>
      <Hero view={view} slogan={found} count={count} reports={sums.reports} />
      {count.mentions > 0 && (
        <>
          <FrequencySection view={view} slogan={found} mentions={count.mentions} />
          <LifeSection view={view} id={found.id} />
          <PlacesSection view={view} id={found.id} />
          <AdoptionSection view={view} id={found.id} />
          <CompanySection view={view} id={found.id} />
        </>
      )}
      <Facts view={view} slogan={found} />
      {count.mentions > 0 && (
        <MentionsSection view={view} id={found.id} total={count.mentions} reports={count.reports} />
      )}
    </PageFrame>
  );
}
