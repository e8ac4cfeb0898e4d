import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import type { SearchParams } from '@/lib/filters';
import { directiveCopies } from '@/lib/queries/directive-copies';
import { ALL_COPIES, parseDirectiveKey } from '../../_directives/directive-key';
import { Whence, Wordings } from '../../_directives/wordings';
import { PageFrame } from '../../_frame/page-frame';
import { requestView } from '../../_frame/request-view';

interface Props {
  params: Promise<{ key: string }>;
  searchParams: Promise<SearchParams>;
}

/** A directive with all of its copies; the scope is everything. */
const entry = cache(async (key: string) => {
  const parsed = parseDirectiveKey(key);
  const found = parsed && (await directiveCopies(parsed, ALL_COPIES));
  return found && { ...found, documentId: parsed.documentId };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await entry((await params).key);
  if (!found) notFound();
  return { title: found.text.slice(0, 30) };
}

/** One directive, and where else it stands, word for word or nearly: the earliest first. */
export default async function DirectivePage({ params, searchParams }: Props) {
  const { key } = await params;
  const found = await entry(key);
  if (!found) notFound();
  const view = await requestView(`/directives/${key}`, searchParams);
  const { t } = view;
  const { own } = found;
  return (
    <PageFrame view={view} action="/directives" evidence={['directive', { key }]}>
      <h1>{t('directives.item')}</h1>
      <blockquote className="directive" lang="zh-CN">
        {found.text}
      </blockquote>
      <p className="links">
        {own && <Whence view={view} row={own} />}
        <span className="quiet">{t('directives.length', { count: found.text.length })}</span>
        <Link href={view.href(`/documents/${found.documentId}`)} prefetch={false}>
          {t('directives.source')}
        </Link>
      </p>
      <section aria-labelledby="copies">
        <h2 id="copies">
          {t('directives.elsewhere')} <span className="count">{view.n.count(found.rows.length)}</span>
        </h2>
        <p className="quiet small">{t('directives.elsewhereNote')}</p>
        {found.cut && <p className="small">{t('directives.cut')}</p>}
        {found.pending > 0 && (
          <p className="small">{t('directives.pending', { count: view.n.count(found.pending) })}</p>
        )}
        {found.rows.length === 0 ? (
          found.pending === 0 && <p>{t('directives.nowhere')}</p>
        ) : (
          <Wordings view={view} text={found.text} head={own?.head ?? ''} rows={found.rows} />
        )}
      </section>
    </PageFrame>
  );
}
