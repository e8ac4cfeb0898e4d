import Link from 'next/link';
import { FigureMenu } from '@/components/charts/figure-menu';
import { StepPlot } from '@/components/charts/step-plot';
import { formatDate } from '@/lib/format/dates';
import type { View } from '@/lib/format/view';
import { type AdoptionRow, adoption } from '@/lib/queries/adoption';
import { figureLinks } from '../_figures/figure-links';
import { adoptionSentence, adoptionSteps } from './adoption-steps';

const ROWS = 20;
const NAMES = 40;

/** Who took it up when, who only relayed it, who stopped, who never did. */
export async function AdoptionSection({ view, id }: { view: View; id: number }) {
  const { t } = view;
  const found = await adoption(id, view.filters);
  const adopted = found.places.filter((p) => p.state === 'adopted');
  if (found.places.length < 3 || adopted.length < 2) return null;
  const stopped = found.places
    .filter((p) => p.stopped)
    .sort((a, b) => ((a.last ?? '') < (b.last ?? '') ? -1 : 1));
  const steps = adoptionSteps(view, id, found);
  const links = await figureLinks(view, 'slogan-adoption', { slogan: String(id) });
  return (
    <section aria-labelledby="adoption">
      <div className="section-head">
        <h2 id="adoption">{t('adoption.title')}</h2>
        <FigureMenu view={view} table="adoption-data" {...links} />
      </div>
      <figure className="trend">
        <p className="axis-title">{t('adoption.axis')}</p>
        {steps && <StepPlot {...steps} />}
        <figcaption>
          <p>{adoptionSentence(view, found)}</p>
          <p className="quiet small">{t('adoption.note')}</p>
        </figcaption>
      </figure>
      <AdoptionTable view={view} id={id} rows={adopted} />
      <Others view={view} id={id} title={t('adoption.stopped')} rows={stopped} last />
      <Others
        view={view}
        id={id}
        title={t('adoption.relayed')}
        rows={found.places.filter((p) => p.state === 'relayed')}
      />
      <Others
        view={view}
        id={id}
        title={t('adoption.never')}
        rows={found.places.filter((p) => p.state === 'never')}
      />
      <Others
        view={view}
        id={id}
        title={t('adoption.tooFew')}
        rows={found.places.filter((p) => p.state === 'too-few')}
      />
    </section>
  );
}

function AdoptionTable({ view, id, rows }: { view: View; id: number; rows: readonly AdoptionRow[] }) {
  const { t, n, locale } = view;
  const row = (p: AdoptionRow) => (
    <tr key={p.code}>
      <td className="number rank">{p.rank}</td>
      <th scope="row" lang="zh-CN">
        <Link href={view.href(`/places/${p.code}`)} prefetch={false}>
          {p.path.slice(-2).join(' ')}
        </Link>
        {p.warnings.length > 0 && <abbr title={t('adoption.late')}> *</abbr>}
      </th>
      <td className="number">
        <Link
          href={view.href(
            `/slogans/${id}`,
            { place: p.code, own: '1', from: p.firstOwn ?? undefined, until: p.firstOwn ?? undefined },
            {},
            'mentions',
          )}
          prefetch={false}
        >
          {p.firstOwn && formatDate(p.firstOwn, locale)}
        </Link>
      </td>
      <td className="number">{lag(view, p.lagFirst)}</td>
      <td className="number wide">{lag(view, p.lagCentre)}</td>
      <td className="number wider">{lag(view, p.lagProvince)}</td>
      <td className="number wide">{p.last && formatDate(p.last, locale)}</td>
      <td className="number">{n.count(p.reports)}</td>
    </tr>
  );
  const head = (
    <thead>
      <tr>
        <th scope="col" className="number rank">
          {t('overview.rank')}
        </th>
        <th scope="col">{t('filters.place')}</th>
        <th scope="col" className="number">
          {t('adoption.firstOwn')}
        </th>
        <th scope="col" className="number">
          {t('adoption.lagFirst')}
        </th>
        <th scope="col" className="number wide">
          {t('adoption.lagCentre')}
        </th>
        <th scope="col" className="number wider">
          {t('adoption.lagProvince')}
        </th>
        <th scope="col" className="number wide">
          {t('slogan.last')}
        </th>
        <th scope="col" className="number">
          {t('trend.reports')}
        </th>
      </tr>
    </thead>
  );
  return (
    <div id="adoption-data">
      <div className="scroll">
        <table className="by-place ranking-small">
          {head}
          <tbody>{rows.slice(0, ROWS).map(row)}</tbody>
        </table>
      </div>
      {rows.length > ROWS && (
        <details className="data">
          <summary>{t('adoption.more', { count: rows.length - ROWS })}</summary>
          <div className="scroll">
            <table className="by-place">
              {head}
              <tbody>{rows.slice(ROWS).map(row)}</tbody>
            </table>
          </div>
        </details>
      )}
      {rows.some((p) => p.warnings.length > 0) && <p className="quiet small">* {t('adoption.late')}</p>}
    </div>
  );
}

/** Days as a lag: 12 days, the same day, or so many days before. */
function lag({ t }: View, days: number | null): string {
  if (days === null) return '—';
  return days < 0 ? t('adoption.daysBefore', { days: -days }) : t('adoption.days', { days });
}

interface OthersProps {
  readonly view: View;
  readonly id: number;
  readonly title: string;
  readonly rows: readonly AdoptionRow[];
  /** With the day of the last use. */
  readonly last?: boolean;
}

function Others({ view, id, title, rows, last = false }: OthersProps) {
  if (rows.length === 0) return null;
  return (
    <div className="others">
      <h3>
        {title} <span className="count">{view.n.count(rows.length)}</span>
      </h3>
      <ul className="names" lang="zh-CN">
        {rows.slice(0, NAMES).map((p) => (
          <li key={p.code}>
            <Link
              href={
                p.reports > 0
                  ? view.href(`/slogans/${id}`, { place: p.code, own: '1' }, {}, 'mentions')
                  : view.href(`/places/${p.code}`)
              }
              prefetch={false}
            >
              {p.name}
            </Link>
            {last && p.last && <span className="quiet small"> {formatDate(p.last, view.locale)}</span>}
          </li>
        ))}
        {rows.length > NAMES && <li className="quiet">…</li>}
      </ul>
    </div>
  );
}
