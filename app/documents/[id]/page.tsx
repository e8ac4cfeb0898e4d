import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { oneValue, type SearchParams } from '@/lib/filters';
import { document } from '@/lib/queries/document';
import { Margin } from '../../_document/margin';
import { Original } from '../../_document/original';
import { Outline } from '../../_document/outline';
import { Restored } from '../../_document/restored';
import { PageFrame } from '../../_frame/page-frame';
import { requestView } from '../../_frame/request-view';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

const VIEWS = ['restored', 'original', 'both'] as const;

const entry = cache(document);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await entry((await params).id);
  return found ? { title: found.title } : {};
}

/** One document: its text with the slogans in it, restored, as it came, or both; and why it is dated and placed so. */
export default async function DocumentPage({ params, searchParams }: Props) {
  const doc = await entry((await params).id);
  if (!doc) notFound();
  const path = `/documents/${doc.id}`;
  const view = await requestView(path, searchParams);
  const { t, n } = view;
  const asked = oneValue(view.params.view);
  const shown = VIEWS.find((v) => v === asked) ?? 'restored';
  return (
    <PageFrame view={view} action="/documents">
      <article className="document">
        <header>
          <h1 lang="zh-CN">{doc.title || t('document.untitled')}</h1>
          <p className="quiet">
            {t('document.summary', {
              mentions: n.count(doc.mentions.length),
              lists: n.count(doc.lists.length),
              repairs: n.count(doc.repairs.length),
            })}
          </p>
          <nav className="tabs" aria-label={t('document.views')}>
            {VIEWS.map((v) => (
              <Link
                key={v}
                href={view.href(path, {}, { view: v === 'restored' ? undefined : v })}
                aria-current={v === shown ? 'true' : undefined}
                prefetch={false}
                scroll={false}
              >
                {t(`document.view-${v}`)}
              </Link>
            ))}
          </nav>
        </header>
        <div className={shown === 'both' ? 'texts both' : 'texts'}>
          {shown !== 'original' && <Restored view={view} doc={doc} />}
          {shown !== 'restored' && <Original view={view} doc={doc} />}
        </div>
        <aside className="margin">
          <Outline view={view} doc={doc} />
          <Margin view={view} doc={doc} />
        </aside>
      </article>
    </PageFrame>
  );
}
