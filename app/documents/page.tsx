import type { Metadata } from 'next';
import Link from 'next/link';
import { oneValue, type SearchParams } from '@/lib/filters';
import { formatDay } from '@/lib/format/dates';
import type { View } from '@/lib/format/view';
import { requestLocale } from '@/lib/i18n/request';
import { translator } from '@/lib/i18n/translator';
import { type DocumentRow, documents } from '@/lib/queries/documents';
import { NothingHere } from '../_frame/nothing-here';
import { PageFrame } from '../_frame/page-frame';
import { pageNumber } from '../_frame/page-number';
import { Pager } from '../_frame/pager';
import { requestView } from '../_frame/request-view';

const PAGE = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('nav.documents') };
}

/** Documents of the scope, newest first; those without date or place can be listed on their own. */
export default async function DocumentsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const view = await requestView('/documents', searchParams);
  const { t, params } = view;
  const lacking = (['date', 'place'] as const).find((l) => l === oneValue(params.lacking));
  const text = oneValue(params.q);
  const page = pageNumber(params);
  const found = await documents(view.filters, {
    lacking,
    text,
    withHidden: true,
    limit: PAGE + 1,
    offset: (page - 1) * PAGE,
  });
  const rows = found.slice(0, PAGE);
  const own = { lacking, q: text };
  return (
    <PageFrame view={view} own={own} evidence={['documents', own]}>
      <h1>{t('documents.title')}</h1>
      <form action="/documents" className="narrow">
        <Keep view={view} lacking={lacking} />
        <label htmlFor="title-text">{t('documents.text')}</label>
        <input id="title-text" type="search" name="q" defaultValue={text} />
        <button type="submit">{t('frame.searchGo')}</button>
        <nav className="toggles" aria-label={t('documents.lacking')}>
          {([undefined, 'date', 'place'] as const).map((l) => (
            <Link
              key={l ?? 'all'}
              href={view.href('/documents', {}, { lacking: l, q: text })}
              aria-current={l === lacking ? 'true' : undefined}
              prefetch={false}
            >
              {t(l ? `documents.lacking-${l}` : 'documents.all')}
            </Link>
          ))}
        </nav>
      </form>
      {rows.length === 0 ? (
        <NothingHere
          view={view}
          own={[
            ...(text ? [{ name: 'q', value: text, label: text }] : []),
            ...(lacking
              ? [{ name: 'lacking', value: lacking, label: t(`documents.lacking-${lacking}`) }]
              : []),
          ]}
        />
      ) : (
        <DocumentTable view={view} rows={rows} />
      )}
      <Pager view={view} page={page} more={found.length > PAGE} own={own} />
    </PageFrame>
  );
}

/** A search within the scope keeps the scope. */
function Keep({ view, lacking }: { view: View; lacking: string | undefined }) {
  const query = new URLSearchParams(view.href('', {}, { lacking }).slice(1));
  return [...query].map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

function DocumentName({ view, row }: { view: View; row: DocumentRow }) {
  const { t } = view;
  if (row.hidden)
    return (
      <th scope="row" className="quiet">
        {t('document.hidden')}
      </th>
    );
  return (
    <th scope="row" lang="zh-CN">
      <Link href={view.href(`/documents/${row.id}`)} prefetch={false}>
        {row.title || t('document.untitled')}
      </Link>
    </th>
  );
}

function DocumentTable({ view, rows }: { view: View; rows: readonly DocumentRow[] }) {
  const { t, n, locale } = view;
  return (
    <table className="documents">
      <thead>
        <tr>
          <th scope="col">{t('document.date')}</th>
          <th scope="col">{t('documents.document')}</th>
          <th scope="col">{t('filters.place')}</th>
          <th scope="col" className="wide">
            {t('filters.source')}
          </th>
          <th scope="col" className="number">
            {t('trend.mentions')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((r, i) => (
          // A document with several reports in scope has several rows.
          <tr key={`${r.id}-${rows.slice(0, i).filter((other) => other.id === r.id).length}`}>
            <td className="date">
              {formatDay(r.day, r.precision, locale) ?? <span className="quiet">{t('document.noDate')}</span>}
            </td>
            <DocumentName view={view} row={r} />
            <td lang="zh-CN">
              {r.placeCode === '000000' ? (
                <span className="quiet">{t('document.noPlace')}</span>
              ) : (
                r.placePath.slice(-2).join(' ')
              )}
            </td>
            <td className="wide quiet" lang="zh-CN">
              {r.source} {r.synthetic && <mark className="made-up">{t('synthetic.tag')}</mark>}
            </td>
            <td className="number">{n.count(r.mentions)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
