import Link from 'next/link';
import { TrendPlot } from '@/components/charts/trend-plot';
import { TrendTable } from '@/components/charts/trend-table';
import { sharedBy } from '@/lib/format/comparison';
import type { Trend } from '@/lib/format/trend';
import { trendSentence } from '@/lib/format/trend-sentence';
import type { View } from '@/lib/format/view';
import { slogan } from '@/lib/queries/slogan';
import { axisLabel, buildTrend } from '../_charts/build-trend';
import { readableFrequency } from '../_charts/readable-frequency';
import { currentData } from '../_frame/frame-data';
import type { Compared } from './compared';

interface Props {
  readonly view: View;
  readonly compared: Compared;
  readonly sloganId: number | undefined;
  readonly own: Readonly<Record<string, string | undefined>>;
}

/** So many slogans are charted where none was chosen. */
const CHARTS = 2;

/** A chosen slogan, or those that all of them say most, over time: a line a place, one scale for all charts. */
export async function Trends({ view, compared, sloganId, own }: Props) {
  const { t } = view;
  const { places, totals, slogans } = compared;
  const chosen = sloganId ? slogans.filter((s) => s.id === sloganId) : sharedBy(slogans, totals, CHARTS);
  const entry = sloganId && chosen.length === 0 ? await slogan(sloganId) : null;
  const subjects = entry ? [entry] : chosen;
  if (subjects.length === 0) return null;
  const { publishedAt } = await currentData();
  const charts = await Promise.all(
    subjects.map(async (s) => {
      const found = await readableFrequency(
        s.id,
        view.filters,
        places.map((p) => p.code),
      );
      const lines = places.map((p) => ({
        key: p.code,
        name: p.name,
        path: `/slogans/${s.id}`,
        place: p.code,
      }));
      return { slogan: s, grain: found.grain, trend: buildTrend(view, found, lines, publishedAt) };
    }),
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
      {charts.map(({ slogan: s, grain, trend }) => {
        const scaled: Trend = { ...trend, ticks };
        const buckets = trend.series[0]?.cells.map((c) => c.bucket) ?? [];
        return (
          <figure key={s.id} className="trend many">
            <h3>
              <Link className="tifa" lang="zh-CN" href={view.href(`/slogans/${s.id}`)} prefetch={false}>
                {s.canonical}
              </Link>
            </h3>
            <p className="axis-title">{t(`axis.${view.filters.measure}`)}</p>
            <TrendPlot view={view} trend={scaled} axis={axisLabel(view, grain, buckets)} named />
            <figcaption>
              <p className="small">{trendSentence(trend, t, view.n)}</p>
            </figcaption>
            <TrendTable view={view} trend={trend} id={`trend-${s.id}`} />
          </figure>
        );
      })}
    </section>
  );
}
