import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import type { SearchParams } from '@/lib/filters';
import { mentionCount } from '@/lib/queries/mention-count';
import { totals } from '@/lib/queries/totals';
import { socialCard } from '../../_figures/social-card';
import { NothingHere } from '../../_frame/nothing-here';
import { PageFrame } from '../../_frame/page-frame';
import { requestOrigin } from '../../_frame/request-origin';
import { requestView } from '../../_frame/request-view';
import { AdoptionSection } from '../../_slogan/adoption-section';
import { CompanySection } from '../../_slogan/company-section';
import { sloganEntry } from '../../_slogan/entry';
import { Facts } from '../../_slogan/facts';
import { FrequencySection } from '../../_slogan/frequency-section';
import { Hero } from '../../_slogan/hero';
import { KinSection } from '../../_slogan/kin-section';
import { LifeSection } from '../../_slogan/life-section';
import { MentionsSection } from '../../_slogan/mentions-section';
import { PlacesSection } from '../../_slogan/places-section';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const found = await sloganEntry((await params).id);
  // Here and not only below: what is thrown before anything is sent becomes the status of the answer.
  if (!found) notFound();
  const page = `${await requestOrigin()}/slogans/${found.id}`;
  const view = await requestView(`/slogans/${found.id}`, searchParams);
  return {
    title: found.canonical,
    description: found.gloss ?? undefined,
    ...(await socialCard(view, 'slogan-trend', { slogan: String(found.id) }, found.canonical)),
    alternates: {
      types: {
        'application/atom+xml': `${page}/feed.atom`,
        'application/json+oembed': `/oembed?url=${encodeURIComponent(page)}`,
      },
    },
  };
}

/** One slogan: how often, since when, where, and every paragraph it stands in. */
export default async function SloganPage({ params, searchParams }: Props) {
  const found = await sloganEntry((await params).id);
  if (!found) notFound();
  const view = await requestView(`/slogans/${found.id}`, searchParams);
  const [count, sums] = await Promise.all([mentionCount(found.id, view.filters), totals(view.filters)]);
  return (
    <PageFrame view={view} evidence={['slogan', { slogan: String(found.id) }]}>
      <Hero view={view} slogan={found} count={count} reports={sums.reports} />
      {count.mentions === 0 && <NothingHere view={view} />}
      {count.mentions > 0 && (
        <>
          <FrequencySection view={view} slogan={found} mentions={count.mentions} />
          <LifeSection view={view} id={found.id} />
          <PlacesSection view={view} id={found.id} />
          <AdoptionSection view={view} id={found.id} />
          <CompanySection view={view} id={found.id} />
          <p className="links">
            <Link href={view.href(`/slogans/${found.id}/wording`)} prefetch={false}>
              {view.t('drift.title')}
            </Link>
          </p>
        </>
      )}
      <KinSection view={view} id={found.id} />
      <Facts view={view} slogan={found} />
      {count.mentions > 0 && (
        <MentionsSection view={view} id={found.id} total={count.mentions} reports={count.reports} />
      )}
    </PageFrame>
  );
}
