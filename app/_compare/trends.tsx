import Link from 'next/link';
import { FigureMenu } from '@/components/charts/figure-menu';
import { TrendDoubts } from '@/components/charts/trend-doubts';
import { TrendPlot } from '@/components/charts/trend-plot';
import { TrendTable } from '@/components/charts/trend-table';
import { sharedBy } from '@/lib/format/comparison';
import type { Trend } from '@/lib/format/trend';
import { trendSentence } from '@/lib/format/trend-sentence';
import type { View } from '@/lib/format/view';
import { slogan } from '@/lib/queries/slogan';
import { figureLinks } from '../_figures/figure-links';
import type { Compared } from './compared';
import { placeLines } from './place-lines';

interface Props {
  readonly view: View;
  readonly compared: Compared;
  readonly sloganId: number | undefined;
  readonly own: Readonly<Record<string, string | undefined>>;
}

/** So many slogans are charted where none was chosen. */
export const CHARTED = 2;

/** A chosen slogan, or those that all of them say most, over time: a line a place, one scale for all charts. */
export async function Trends({ view, compared, sloganId, own }: Props) {
  const { t } = view;
  const { places, totals, slogans } = compared;
  const chosen = sloganId ? slogans.filter((s) => s.id === sloganId) : sharedBy(slogans, totals, CHARTED);
  const entry = sloganId && chosen.length === 0 ? await slogan(sloganId) : null;
  const subjects = entry ? [entry] : chosen;
  if (subjects.length === 0) return null;
  const codes = places.map((p) => p.code).join(',');
  const charts = await Promise.all(
    subjects.map(async (s) => ({
      slogan: s,
      ...(await placeLines(view, s.id, places)),
      links: await figureLinks(view, 'compare-trend', { places: codes, slogan: String(s.id) }, s.canonical),
    })),
  );
  const ticks = charts
    .map((c) => c.trend.ticks)
    .reduce((a, b) => ((b.at(-1) ?? 0) > (a.at(-1) ?? 0) ? b : a));
  return (
    <section id="trends" aria-labelledby="trends-title">
      <div className="section-head">
        <h2 id="trends-title">{t('compare.trends')}</h2>
        {sloganId && (
          <Link
            className="small"
            href={view.href('/compare', {}, { ...own, slogan: undefined })}
            prefetch={false}
          >
            {t('compare.trendsBack')}
          </Link>
        )}
      </div>
      {charts.map(({ slogan: s, trend, axis, links }) => {
        const scaled: Trend = { ...trend, ticks };
        return (
          <figure key={s.id} className="trend many">
            <div className="section-head">
              <h3>
                <Link className="tifa" lang="zh-CN" href={view.href(`/slogans/${s.id}`)} prefetch={false}>
                  {s.canonical}
                </Link>
              </h3>
              <FigureMenu view={view} table={`trend-${s.id}`} {...links} />
            </div>
            <p className="axis-title">{t(`axis.${view.filters.measure}`)}</p>
            <TrendPlot view={view} trend={scaled} axis={axis} named />
            <figcaption>
              <p className="small">{trendSentence(trend, t, view.n)}</p>
            </figcaption>
            <TrendDoubts view={view} trend={trend} />
            <TrendTable view={view} trend={trend} id={`trend-${s.id}`} />
          </figure>
        );
      })}
    </section>
  );
}
