import Link from 'next/link';
import { FigureMenu } from '@/components/charts/figure-menu';
import { TrendDoubts } from '@/components/charts/trend-doubts';
import { TrendPlot } from '@/components/charts/trend-plot';
import { TrendTable } from '@/components/charts/trend-table';
import { SloganName } from '@/components/text/slogan-name';
import { formatDate } from '@/lib/format/dates';
import { trendSentence } from '@/lib/format/trend-sentence';
import type { View } from '@/lib/format/view';
import { adoption } from '@/lib/queries/adoption';
import type { Sample } from '@/lib/queries/kept-answers';
import { mentionCount } from '@/lib/queries/mention-count';
import type { SloganEntry } from '@/lib/queries/slogan';
import { succession } from '@/lib/queries/succession';
import { totals } from '@/lib/queries/totals';
import { poisson } from '@/lib/stats/intervals';
import { figureLinks } from '../_figures/figure-links';
import { FirstFigures } from '../_frame/first-figures';
import { sloganLines } from './slogan-lines';
import { SlogansByPlace } from './slogans-by-place';

interface Props {
  readonly view: View;
  readonly slogans: readonly SloganEntry[];
}

/** Slogans side by side: over time on one scale, whether one took the place of the other, where each is said. */
export async function SlogansSide({ view, slogans }: Props) {
  const { t } = view;
  const own = { slogans: slogans.map((s) => s.id).join(',') };
  const [{ trend, axis }, links] = await Promise.all([
    sloganLines(view, slogans),
    figureLinks(view, 'slogans-trend', own),
  ]);
  const [a, b] = slogans;
  return (
    <>
      <section aria-labelledby="trends-title">
        <div className="section-head">
          <h2 id="trends-title">{t('compare.trends')}</h2>
          <FigureMenu view={view} table="slogans-data" {...links} />
        </div>
        <figure className="trend many">
          <p className="axis-title">{t(`axis.${view.filters.measure}`)}</p>
          <TrendPlot view={view} trend={trend} axis={axis} named />
          <figcaption>
            <p>{trendSentence(trend, t, view.n)}</p>
            {slogans.length === 2 && a && b && <Verdict view={view} a={a} b={b} />}
          </figcaption>
          <TrendDoubts view={view} trend={trend} />
          <TrendTable view={view} trend={trend} id="slogans-data" />
        </figure>
      </section>
      <Lives view={view} slogans={slogans} />
      <SlogansByPlace view={view} slogans={slogans} />
    </>
  );
}

/** Whether the second took the place of the first, keeps it company, or neither. */
async function Verdict({ view, a, b }: { view: View; a: SloganEntry; b: SloganEntry }) {
  const { t, n, locale } = view;
  const found = await succession(a.id, b.id, view.filters);
  const both = found.months.reduce((sum, m) => sum + m.both, 0);
  return (
    <>
      <p>
        {t(`succession.${found.verdict}`, {
          a: a.canonical,
          b: b.canonical,
          month: found.crossover ? formatDate(found.crossover.slice(0, 7), locale) : '—',
        })}{' '}
        {t('succession.both', { both, share: n.share(found.overlap) })}
        {found.sample && ` (${bothBetween(view, both, found.sample)})`}
      </p>
      <FirstFigures view={view} sample={found.sample} />
    </>
  );
}

/** Between which numbers the reports with both are likely to lie, where they were seen in a sample. */
function bothBetween({ t, n }: View, both: number, { share }: Sample): string {
  const { low, high } = poisson(Math.round(both * share));
  const whole = (x: number) => n.count(Math.round(x / share));
  return t('sample.between', { low: whole(low), high: whole(high) });
}

/** Totals, first and last day, and who was first to say each. */
async function Lives({ view, slogans }: Props) {
  const { t, n, locale } = view;
  const [all, ...rows] = await Promise.all([
    totals(view.filters),
    ...slogans.map(async (s) => ({
      slogan: s,
      count: await mentionCount(s.id, view.filters),
      adopted: (await adoption(s.id, view.filters)).places.filter((p) => p.state === 'adopted'),
    })),
  ]);
  return (
    <section aria-labelledby="lives">
      <h2 id="lives">{t('compare.lives')}</h2>
      <div className="scroll">
        <table className="by-place many">
          <thead>
            <tr>
              <th scope="col">{t('overview.slogan')}</th>
              <th scope="col" className="number">
                {t('overview.share')}
              </th>
              <th scope="col" className="number">
                {t('overview.mentions')}
              </th>
              <th scope="col">{t('slogan.first')}</th>
              <th scope="col">{t('slogan.last')}</th>
              <th scope="col">{t('compare.firstPlace')}</th>
              <th scope="col" className="number">
                {t('overview.places')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ slogan, count, adopted }, i) => (
              <tr key={slogan.id} className={`series-${i + 1}`}>
                <th scope="row">
                  <span className="swatch" aria-hidden="true" />
                  <SloganName href={view.href(`/slogans/${slogan.id}`)} canonical={slogan.canonical} />
                </th>
                <td className="number">{all.reports > 0 ? n.share(count.reports / all.reports) : '—'}</td>
                <td className="number">
                  <Link href={view.href(`/slogans/${slogan.id}`, {}, {}, 'mentions')} prefetch={false}>
                    {n.count(count.mentions)}
                  </Link>
                </td>
                <td>{count.first ? formatDate(count.first, locale) : '—'}</td>
                <td>{count.last ? formatDate(count.last, locale) : '—'}</td>
                <td lang="zh-CN">{adopted[0]?.path.slice(-2).join(' ') ?? '—'}</td>
                <td className="number">{n.count(count.places)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
