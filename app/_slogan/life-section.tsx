import Link from 'next/link';
import type { ReactNode } from 'react';
import { TierMark, TierRule } from '@/components/text/tier-mark';
import { formatDate } from '@/lib/format/dates';
import type { View } from '@/lib/format/view';
import type { LifeEvent, LifeEventKind } from '@/lib/queries/life-of-series';
import { heatTier } from '@/lib/stats/heat';
import { SIGNIFICANT } from '@/lib/stats/intervals';
import { THIN_REPORTS } from '@/lib/stats/rates';
import { lifeOf, yearsOf } from './life-data';

/** What happened in the life of the slogan: debut, peak, half-life, last use, and how hot it was in each year. */
export async function LifeSection({ view, id }: { view: View; id: number }) {
  const { t } = view;
  const [told, years] = await Promise.all([lifeOf(id, view.filters), yearsOf(id, view.filters)]);
  if (told.events.length === 0) return null;
  const of = (kind: LifeEventKind) => told.events.filter((e) => e.event === kind);
  const facts: [string, ReactNode][] = [];
  for (const e of of('debut'))
    facts.push([t('life.debut'), <Month key="debut" view={view} id={id} event={e} />]);
  for (const e of of('peak'))
    facts.push([t('life.peak'), <Month key="peak" view={view} id={id} event={e} />]);
  for (const e of of('half-life'))
    facts.push([
      t('life.half-life'),
      t('life.halfLife', { months: e.value ?? 0, month: month(view, e.from) }),
    ]);
  const silences = of('silence');
  if (silences.length > 0)
    facts.push([t('life.silence'), silences.map((e) => stretch(view, e)).join(t('trend.join'))]);
  for (const e of of('last'))
    facts.push([t('life.last'), <Last key="last" view={view} id={id} event={e} gone={told.gone} />]);
  if (told.trend && told.trend.p < SIGNIFICANT)
    facts.push([
      t('life.trend'),
      t(told.trend.z > 0 ? 'life.rises' : 'life.falls', { months: told.trend.months }),
    ]);
  return (
    <section aria-labelledby="life">
      <h2 id="life">{t('life.title')}</h2>
      {told.few && <p className="quiet small">{t('life.few')}</p>}
      <dl className="facts life">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <Tiers view={view} id={id} rows={years.series[0]?.rows ?? []} />
      </dl>
      <TierRule view={view} />
    </section>
  );
}

const month = (view: View, day: string) => formatDate(day.slice(0, 7), view.locale);

function stretch(view: View, e: LifeEvent): string {
  return e.from === e.until
    ? month(view, e.from)
    : view.t('filters.between', { from: month(view, e.from), until: month(view, e.until) });
}

/** A month of use, with n of N; leads to its paragraphs. */
function Month({ view, id, event }: { view: View; id: number; event: LifeEvent }) {
  const at = event.from.slice(0, 7);
  return (
    <>
      <Link href={view.href(`/slogans/${id}`, { from: at, until: at }, {}, 'mentions')} prefetch={false}>
        {month(view, event.from)}
      </Link>{' '}
      <span className="quiet small">
        {view.t('life.of', { reports: event.reports, total: event.totalReports })}
      </span>
    </>
  );
}

/** The last month of use, and whether the silence since then can be chance. */
function Last({ view, id, event, gone }: { view: View; id: number; event: LifeEvent; gone: boolean }) {
  const { t, n } = view;
  const at = event.from.slice(0, 7);
  return (
    <>
      <Link href={view.href(`/slogans/${id}`, { from: at, until: at }, {}, 'mentions')} prefetch={false}>
        {month(view, event.from)}
      </Link>{' '}
      <span className="quiet small">
        {event.totalReports === 0
          ? t('life.noReportsSince')
          : t(gone ? 'life.gone' : 'life.maybeChance', {
              total: event.totalReports,
              p: event.p === null || event.p < 0.001 ? '< 0.001' : n.rate(event.p),
            })}
      </span>
    </>
  );
}

type Year = { readonly bucket: string; readonly reports: number; readonly totalReports: number };

/** How hot it was, year by year; a year of few reports shows its tier in brackets. */
function Tiers({ view, id, rows }: { view: View; id: number; rows: readonly Year[] }) {
  const { t, n } = view;
  return (
    <div>
      <dt>{t('life.tiers')}</dt>
      <dd>
        <ol className="tiers">
          {rows.map((r) => {
            const year = r.bucket.slice(0, 4);
            const tier = heatTier(r.reports, r.totalReports);
            return (
              <li key={year}>
                <span className="quiet small">{year}</span>
                {tier === null ? (
                  <span className="quiet" title={t('trend.hatched')}>
                    —
                  </span>
                ) : r.reports === 0 ? (
                  <span className="quiet" title={t('life.of', { reports: 0, total: r.totalReports })}>
                    0
                  </span>
                ) : (
                  <Link
                    href={view.href(`/slogans/${id}`, { from: year, until: year }, {}, 'mentions')}
                    title={`${n.share(r.reports / r.totalReports)}, ${t('life.of', { reports: r.reports, total: r.totalReports })}`}
                    prefetch={false}
                  >
                    <TierMark view={view} tier={tier} thin={r.totalReports < THIN_REPORTS} />
                  </Link>
                )}
              </li>
            );
          })}
        </ol>
      </dd>
    </div>
  );
}
