import Link from 'next/link';
import { FigureMenu } from '@/components/charts/figure-menu';
import { MiniTrend } from '@/components/charts/mini-trend';
import { TrendTable } from '@/components/charts/trend-table';
import type { View } from '@/lib/format/view';
import { type DriftKind, saidParameter } from '@/lib/queries/said';
import { figureLinks } from '../_figures/figure-links';
import { FirstFigures } from '../_frame/first-figures';
import { driftTrend } from './drift-trend';

/** What the mentions of a slogan differ in, over time: small charts on one scale, the commonest first. */
export async function DriftSection({ view, id, kind }: { view: View; id: number; kind: DriftKind }) {
  const { t } = view;
  const [{ trend, sample }, links] = await Promise.all([
    driftTrend(view, id, kind),
    figureLinks(view, 'slogan-drift', { slogan: String(id), split: kind }),
  ]);
  const [only] = trend.series;
  return (
    <section aria-labelledby={kind}>
      <div className="section-head">
        <h2 id={kind}>{t(`drift.by-${kind}`)}</h2>
        {trend.series.length > 1 && <FigureMenu view={view} table={`${kind}-data`} {...links} />}
      </div>
      <p className="quiet small">{t(`drift.axis-${kind}`)}</p>
      <FirstFigures view={view} sample={sample} />
      {trend.series.length < 2 ? (
        <p>{only ? t('drift.only', { value: only.name }) : t('nothing.here')}</p>
      ) : (
        <>
          <ul className="multiples">
            {trend.series.map((s, i) => (
              <li key={s.key}>
                <h3 lang="zh-CN">
                  <Link
                    href={view.href(
                      `/slogans/${id}/wording`,
                      {},
                      { [kind]: saidParameter(s.key) },
                      'mentions',
                    )}
                    prefetch={false}
                  >
                    {s.name}
                  </Link>
                </h3>
                <MiniTrend view={view} trend={trend} series={i} />
              </li>
            ))}
          </ul>
          <TrendTable view={view} trend={trend} id={`${kind}-data`} />
        </>
      )}
    </section>
  );
}
