import Link from 'next/link';
import { TrendDoubts } from '@/components/charts/trend-doubts';
import { TrendPlot } from '@/components/charts/trend-plot';
import { TrendTable } from '@/components/charts/trend-table';
import { Concordance } from '@/components/text/concordance';
import { oneValue } from '@/lib/filters';
import { trendSentence } from '@/lib/format/trend-sentence';
import type { View } from '@/lib/format/view';
import { bucketWarnings } from '@/lib/queries/bucket-warnings';
import { frequencyOfWording, mentionsOf } from '@/lib/queries/frequency-of-wording';
import { mentions } from '@/lib/queries/mentions';
import { DRIFT_KINDS, isNarrowed, type Said, saidOf } from '@/lib/queries/said';
import type { SloganEntry } from '@/lib/queries/slogan';
import { axisLabel, buildTrend } from '../_charts/build-trend';
import { FirstFigures } from '../_frame/first-figures';
import { currentData } from '../_frame/frame-data';

const PAGE = 30;
/** Fewer buckets, or mentions, make no line. */
const FEW = 4;

/** What an address narrows the mentions to: one wording, introduction or office; null where nothing. */
export function saidIn(view: View): Said | null {
  const given = Object.fromEntries(DRIFT_KINDS.map((kind) => [kind, oneValue(view.params[kind])]));
  return isNarrowed(given) ? saidOf(given) : null;
}

/** One wording, introduction or office: how often, and every paragraph, as many as the charts above say. */
export async function SaidSection({ view, slogan, said }: { view: View; slogan: SloganEntry; said: Said }) {
  const { t, n, filters, after } = view;
  const [found, page, { publishedAt }] = await Promise.all([
    frequencyOfWording(slogan.id, said, filters),
    mentions(slogan.id, filters, { limit: PAGE, after, said }),
    currentData(),
  ]);
  const own = Object.fromEntries(DRIFT_KINDS.map((kind) => [kind, oneValue(view.params[kind])]));
  const path = `/slogans/${slogan.id}/wording`;
  const name = DRIFT_KINDS.flatMap((kind) => {
    const value = said[kind];
    return value === undefined ? [] : [value || t(`drift.none-${kind}`)];
  }).join(' · ');
  const lines = [{ key: 'all', name, path, own: definedOf(own) }];
  const trend = buildTrend(view, found, lines, publishedAt, [await bucketWarnings(found, filters)]);
  const buckets = found.series[0]?.rows.map((r) => r.bucket) ?? [];
  const total = mentionsOf(found);
  return (
    <section id="mentions" aria-labelledby="said">
      <h2 id="said">
        <span lang="zh-CN">{name}</span>{' '}
        <span className="count" data-testid="mention-count" data-count={total}>
          {t('drift.said', { mentions: total })}
        </span>
      </h2>
      <FirstFigures view={view} sample={found.sample} />
      {total >= FEW && buckets.length >= FEW && (
        <figure className="trend">
          <p className="axis-title">{t(`axis.${filters.measure}`)}</p>
          <TrendPlot view={view} trend={trend} detailed axis={axisLabel(view, found.grain, buckets)} />
          <figcaption>
            <p className="small">{trendSentence(trend, t, n)}</p>
          </figcaption>
          <TrendDoubts view={view} trend={trend} />
          <TrendTable view={view} trend={trend} id="said-data" />
        </figure>
      )}
      <Concordance view={view} rows={page.rows} />
      <p className="pages">
        <Link href={view.href(path)} prefetch={false}>
          {t('drift.all')}
        </Link>
        {page.next && (
          <Link
            href={view.href(path, {}, { ...own, after: page.next }, 'mentions')}
            rel="next"
            prefetch={false}
          >
            {t('paging.older')}
          </Link>
        )}
      </p>
    </section>
  );
}

function definedOf(own: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(own).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])));
}
