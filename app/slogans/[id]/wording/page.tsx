import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import type { SearchParams } from '@/lib/filters';
import { DRIFT_KINDS } from '@/lib/queries/said';
import { PageFrame } from '../../../_frame/page-frame';
import { requestView } from '../../../_frame/request-view';
import { ChainSection } from '../../../_slogan/chain-section';
import { DriftSection } from '../../../_slogan/drift-section';
import { sloganEntry } from '../../../_slogan/entry';
import { SaidSection, saidIn } from '../../../_slogan/said-section';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await sloganEntry((await params).id);
  if (!found) notFound();
  return { title: found.canonical };
}

/** How a slogan is said: its wordings, what introduces it and who says it over time, and in which chains it stands. */
export default async function WordingPage({ params, searchParams }: Props) {
  const found = await sloganEntry((await params).id);
  if (!found) notFound();
  const view = await requestView(`/slogans/${found.id}/wording`, searchParams);
  const { t } = view;
  const said = saidIn(view);
  return (
    <PageFrame view={view} evidence={['wording', { slogan: String(found.id) }]}>
      <p>
        <Link href={view.href(`/slogans/${found.id}`)} prefetch={false}>
          ← <span lang="zh-CN">{found.canonical}</span>
        </Link>
      </p>
      <h1>{t('drift.heading', { name: found.canonical })}</h1>
      <p className="lead">{t('drift.lead')}</p>
      {said && <SaidSection view={view} slogan={found} said={said} />}
      {DRIFT_KINDS.map((kind) => (
        <DriftSection key={kind} view={view} id={found.id} kind={kind} />
      ))}
      <ChainSection view={view} slogan={found} />
    </PageFrame>
  );
}
