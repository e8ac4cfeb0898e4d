import type { Metadata } from 'next';
import Link from 'next/link';
import { oneValue, type SearchParams } from '@/lib/filters';
import { formatDay } from '@/lib/format/dates';
import type { View } from '@/lib/format/view';
import { requestLocale } from '@/lib/i18n/request';
import { translator } from '@/lib/i18n/translator';
import { type DirectiveListRow, directiveLists, LIST_STYLES } from '@/lib/queries/directive-lists';
import { RankSection } from '../_directives/rank-section';
import { NothingHere } from '../_frame/nothing-here';
import { PageFrame } from '../_frame/page-frame';
import { pageNumber } from '../_frame/page-number';
import { Pager } from '../_frame/pager';
import { requestView } from '../_frame/request-view';

const PAGE = 20;

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('nav.directives') };
}

/** The numbered lists of instructions, newest first. */
export default async function DirectivesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const view = await requestView('/directives', searchParams);
  const { t, params } = view;
  const text = oneValue(params.q)?.trim();
  const style = LIST_STYLES.find((known) => known === oneValue(params.style));
  const heads = oneValue(params.in) === 'heads';
  const page = pageNumber(params);
  const found = await directiveLists(view.filters, {
    text,
    heads,
    style,
    withHidden: true,
    limit: PAGE + 1,
    offset: (page - 1) * PAGE,
  });
  const own = { q: text, style, in: heads ? 'heads' : undefined };
  return (
    <PageFrame view={view} own={own} evidence={['directives', own]}>
      <h1>{t('directives.title')}</h1>
      <p className="lead">{t('directives.lead')}</p>
      <form action="/directives" className="narrow">
        {[...new URLSearchParams(view.href('', {}, { style }).slice(1))].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label htmlFor="directive-text">{t('directives.text')}</label>
        <input id="directive-text" type="search" name="q" defaultValue={text} />
        <button type="submit">{t('frame.searchGo')}</button>
      </form>
      {text && page === 1 && !heads && <RankSection view={view} topic={text} />}
      {heads && (
        <p className="small">
          {t('directives.headsOnly', { text: text ?? '' })}{' '}
          <Link
            href={view.href('/directives', { from: undefined, until: undefined }, { q: text })}
            prefetch={false}
          >
            {t('directives.backToRank')}
          </Link>
        </p>
      )}
      {found.length === 0 ? (
        <NothingHere
          view={view}
          own={[
            ...(text ? [{ name: 'q', value: text, label: text }] : []),
            ...(style ? [{ name: 'style', value: style, label: style }] : []),
          ]}
        />
      ) : (
        <ol className="directives" id="lists">
          {found.slice(0, PAGE).map((row) => (
            <DirectiveListEntry key={`${row.documentId}-${row.ordinal}`} view={view} row={row} />
          ))}
        </ol>
      )}
      <Pager view={view} page={page} more={found.length > PAGE} own={own} />
    </PageFrame>
  );
}

function DirectiveListEntry({ view, row }: { view: View; row: DirectiveListRow }) {
  const { t, locale } = view;
  return (
    <li>
      <p className="source">
        <span>{formatDay(row.day, row.precision, locale) ?? t('document.noDate')}</span>
        <span lang="zh-CN">
          {row.placeCode === '000000' ? t('document.noPlace') : row.placePath.join(' ')}
        </span>
        {!row.hidden && (
          <Link
            href={view.href(`/documents/${row.documentId}`, {}, {}, `p${row.paragraph}`)}
            lang="zh-CN"
            prefetch={false}
          >
            {row.title || t('document.untitled')}
          </Link>
        )}
        <Link className="quiet" href={view.href('/directives', {}, { style: row.style })} prefetch={false}>
          {row.style}
        </Link>
        {row.synthetic && <mark className="made-up">{t('synthetic.tag')}</mark>}
      </p>
      {row.hidden ? <p className="quiet">{t('document.hidden')}</p> : <Items view={view} row={row} />}
      <p className="quiet small">{t('directives.items', { count: row.items.length })}</p>
      {row.missing.length > 0 && (
        <p className="quiet small">{t('document.missing', { numerals: row.missing.join(', ') })}</p>
      )}
    </li>
  );
}

function Items({ view, row }: { view: View; row: DirectiveListRow }) {
  return (
    <div className="outline" lang="zh-CN">
      {row.lead && <p className="lead-in">{row.lead}</p>}
      <ol>
        {row.items.map((item, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: numerals can repeat; items never move
          <li key={i} value={item.numeral}>
            <Link href={view.href(`/directives/${row.documentId}-${row.ordinal}-${i}`)} prefetch={false}>
              {item.head}
            </Link>
          </li>
        ))}
      </ol>
    </div>
  );
}
