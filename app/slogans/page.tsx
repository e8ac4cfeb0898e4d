import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { Sparkline } from '@/components/charts/sparkline';
import { SloganName } from '@/components/text/slogan-name';
import { oneValue, type SearchParams } from '@/lib/filters';
import { formatDate } from '@/lib/format/dates';
import type { View } from '@/lib/format/view';
import { requestLocale } from '@/lib/i18n/request';
import { translator } from '@/lib/i18n/translator';
import { sloganIdByName } from '@/lib/queries/slogan';
import { sloganTrends, trendGrain } from '@/lib/queries/slogan-trends';
import { SLOGAN_ORDERS, type SloganOrder, type SloganRow, slogans } from '@/lib/queries/slogans';
import { span } from '@/lib/queries/span';
import { NothingHere } from '../_frame/nothing-here';
import { PageFrame } from '../_frame/page-frame';
import { pageNumber } from '../_frame/page-number';
import { Pager } from '../_frame/pager';
import { requestView } from '../_frame/request-view';

const PAGE = 50;
const KINDS = ['numeral', 'formula', 'parallel', 'set', 'quoted'] as const;
const STATUSES = ['listed', 'found'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('nav.slogans') };
}

/** The slogans of the scope; `?name=` leads straight to one, `?q=` to it too where it is the only one of that name. */
export default async function SlogansPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const view = await requestView('/slogans', searchParams);
  const { t, n, params } = view;
  const name = oneValue(params.name);
  const text = oneValue(params.q)?.trim() ?? name;
  const exact = text && pageNumber(params) === 1 ? await sloganIdByName(text) : null;
  if (exact !== null && (name || !params.order)) redirect(view.href(`/slogans/${exact}`));
  const kind = KINDS.find((k) => k === oneValue(params.kind));
  const status = STATUSES.find((s) => s === oneValue(params.status));
  const order: SloganOrder = SLOGAN_ORDERS.find((o) => o === oneValue(params.order)) ?? 'reports';
  const page = pageNumber(params);
  const listed = status === undefined ? undefined : status === 'listed';
  const { rows, total } = await slogans(view.filters, {
    text,
    kind,
    listed,
    order,
    limit: PAGE,
    offset: (page - 1) * PAGE,
  });
  const own = { q: text, kind, status, order: order === 'reports' ? undefined : order };
  return (
    <PageFrame view={view} own={own} evidence={['slogans', own]}>
      <h1>{t('slogans.title')}</h1>
      <SearchForm view={view} text={text} own={{ kind, status, order }} />
      <Choices view={view} own={own} />
      <p className="quiet small">{t('slogans.found', { count: n.count(total) })}</p>
      {rows.length === 0 ? (
        <>
          <NothingHere
            view={view}
            own={[
              ...(text ? [{ name: 'q', value: text, label: text }] : []),
              ...(kind ? [{ name: 'kind', value: kind, label: t(`kind.${kind}`) }] : []),
              ...(status ? [{ name: 'status', value: status, label: t(`slogan.${status}`) }] : []),
            ]}
          />
          {text && (
            <p className="links">
              <Link href={view.href('/search', {}, { q: text, all: '1' })} prefetch={false}>
                {t('slogans.inTexts', { text })}
              </Link>
              <Link href={view.href('/documents', {}, { q: text })} prefetch={false}>
                {t('slogans.inTitles', { text })}
              </Link>
            </p>
          )}
        </>
      ) : (
        <SloganTable view={view} rows={rows} own={own} />
      )}
      <Pager view={view} page={page} more={page * PAGE < total} own={own} />
    </PageFrame>
  );
}

type Own = Readonly<Record<string, string | undefined>>;

function SearchForm({ view, text, own }: { view: View; text: string | undefined; own: Own }) {
  const { t } = view;
  return (
    <form action="/slogans" className="narrow">
      {[...new URLSearchParams(view.href('', {}, own).slice(1))].map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <label htmlFor="slogan-text">{t('slogans.text')}</label>
      <input id="slogan-text" type="search" name="q" defaultValue={text} />
      <button type="submit">{t('frame.searchGo')}</button>
    </form>
  );
}

function Choices({ view, own }: { view: View; own: Own }) {
  const { t } = view;
  const choice = (key: 'kind' | 'status', value: string | undefined, label: string) => (
    <Link
      key={value ?? 'all'}
      href={view.href('/slogans', {}, { ...own, [key]: value })}
      aria-current={own[key] === value ? 'true' : undefined}
      prefetch={false}
    >
      {label}
    </Link>
  );
  return (
    <div className="toggles left">
      <nav aria-label={t('slogans.kind')}>
        {choice('kind', undefined, t('slogans.allKinds'))}
        {KINDS.map((k) => choice('kind', k, t(`kind.${k}`)))}
      </nav>
      <nav aria-label={t('slogans.status')}>
        {choice('status', undefined, t('slogans.allStatuses'))}
        {STATUSES.map((s) => choice('status', s, t(`slogan.${s}`)))}
      </nav>
    </div>
  );
}

const COLUMNS: readonly {
  order: SloganOrder;
  key: 'reports' | 'mentions' | 'places' | 'first' | 'last';
  wide?: boolean;
}[] = [
  { order: 'reports', key: 'reports' },
  { order: 'mentions', key: 'mentions' },
  { order: 'places', key: 'places', wide: true },
  { order: 'first', key: 'first', wide: true },
  { order: 'last', key: 'last', wide: true },
];

interface TableProps {
  readonly view: View;
  readonly rows: readonly SloganRow[];
  readonly own: Own;
}

async function SloganTable({ view, rows, own }: TableProps) {
  const stored = await span(view.filters);
  const ids = rows.map((r) => r.id);
  const trends = await sloganTrends(view.filters, ids, trendGrain(view.filters, stored), stored);
  const { t } = view;
  const heading = (order: SloganOrder, label: string) => (
    <Link
      href={view.href('/slogans', {}, { ...own, order: order === 'reports' ? undefined : order })}
      prefetch={false}
    >
      {label}
    </Link>
  );
  const current = own.order ?? 'reports';
  return (
    <table className="ranking">
      <thead>
        <tr>
          <th scope="col" aria-sort={current === 'name' ? 'ascending' : undefined}>
            {heading('name', t('overview.slogan'))}
          </th>
          <th scope="col" className="wide">
            {t('slogans.kind')}
          </th>
          <th scope="col" className="wider">
            {t('overview.trend')}
          </th>
          {COLUMNS.map((c) => (
            <th
              key={c.order}
              scope="col"
              className={c.wide ? 'number wide' : 'number'}
              aria-sort={current === c.order ? 'descending' : undefined}
            >
              {heading(c.order, t(`slogans.${c.key}`))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((s) => (
          <SloganLine
            key={s.id}
            view={view}
            row={s}
            trend={trends.of.get(s.id) ?? []}
            volume={trends.volume}
          />
        ))}
      </tbody>
    </table>
  );
}

interface LineProps {
  readonly view: View;
  readonly row: SloganRow;
  readonly trend: readonly number[];
  readonly volume: readonly number[];
}

function SloganLine({ view, row: s, trend, volume }: LineProps) {
  const { t, n, locale } = view;
  return (
    <tr>
      <th scope="row">
        <SloganName href={view.href(`/slogans/${s.id}`)} canonical={s.canonical} gloss={s.gloss} />
      </th>
      <td className="wide quiet small">
        {t(`kind.${s.kind as 'set'}`)}
        {!s.listed && ` · ${t('slogan.found')}`}
      </td>
      <td className="wider">
        <Sparkline values={trend} volume={volume} width={90} />
      </td>
      <td className="number">{n.count(s.reports)}</td>
      <td className="number">
        <Link href={view.href(`/slogans/${s.id}`, {}, {}, 'mentions')} prefetch={false} data-n={s.mentions}>
          {n.count(s.mentions)}
        </Link>
      </td>
      <td className="number wide">{n.count(s.places)}</td>
      <td className="number wide">{s.first ? formatDate(s.first, locale) : '—'}</td>
      <td className="number wide">{s.last ? formatDate(s.last, locale) : '—'}</td>
    </tr>
  );
}
