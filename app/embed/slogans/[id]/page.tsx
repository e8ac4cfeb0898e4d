import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { TrendPlot } from '@/components/charts/trend-plot';
import type { SearchParams } from '@/lib/filters';
import { periodText } from '@/lib/format/filter-sentence';
import { trendSentence } from '@/lib/format/trend-sentence';
import { currentData } from '../../../_frame/frame-data';
import { requestView } from '../../../_frame/request-view';
import { sloganEntry } from '../../../_slogan/entry';
import { sloganTrend } from '../../../_slogan/slogan-trend';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await sloganEntry((await params).id);
  if (!found) notFound();
  return { title: found.canonical, robots: { index: false } };
}

/** The chart of a slogan and nothing else, to be shown on other sites, with its links alive. */
export default async function EmbeddedSlogan({ params, searchParams }: Props) {
  const found = await sloganEntry((await params).id);
  if (!found) notFound();
  const view = await requestView(`/slogans/${found.id}`, searchParams);
  const [{ trend, axis }, data] = await Promise.all([sloganTrend(view, found), currentData()]);
  const { t } = view;
  return (
    <main id="main" className="embedded">
      <h1 className="tifa" lang="zh-CN">
        {found.canonical}
      </h1>
      <p className="quiet small">
        {periodText(view)} · {t(`axis.${view.filters.measure}`)}
      </p>
      <figure className="trend">
        <TrendPlot view={view} trend={trend} detailed axis={axis} />
        <figcaption className="small">{trendSentence(trend, t, view.n)}</figcaption>
      </figure>
      <p className="small">
        <a href={view.href(view.path)} target="_blank" rel="noopener">
          {t('embed.open')}
        </a>{' '}
        {data.synthetic && <span className="quiet">{t('synthetic.counted')}</span>}
      </p>
    </main>
  );
}
