import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { cache, type ReactNode } from 'react';
import { oneValue, type SearchParams } from '@/lib/filters';
import type { View } from '@/lib/format/view';
import { document } from '@/lib/queries/document';
import { Told } from '../../_curate/told';
import { AgainstCopy } from '../../_document/against-copy';
import { Curating } from '../../_document/curating';
import { Margin } from '../../_document/margin';
import { Original } from '../../_document/original';
import { Outline } from '../../_document/outline';
import { ownScript } from '../../_document/own-script';
import { Restored } from '../../_document/restored';
import { PageFrame } from '../../_frame/page-frame';
import { requestView } from '../../_frame/request-view';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

const VIEWS = ['restored', 'script', 'original', 'both'] as const;

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
  const own = ownScript(doc);
  // A tab of its own only where the text came in other characters than those it is read in.
  const views = VIEWS.filter((v) => v !== 'script' || own !== doc.text);
  const shown = views.find((v) => v === asked) ?? 'restored';
  const copy = doc.copies.find((c) => c.id === oneValue(view.params.against));
  const other = copy ? await entry(copy.id) : null;
  return (
    <PageFrame view={view} action="/documents" evidence={['document', { document: doc.id }]}>
      <article className="document">
        <header>
          <Told view={view} />
          <h1 lang="zh-CN">{doc.title || t('document.untitled')}</h1>
          <p className="quiet">
            {t('document.summary', {
              mentions: n.count(doc.mentions.length),
              lists: n.count(doc.lists.length),
              repairs: n.count(doc.repairs.length),
            })}
          </p>
          <nav className="tabs" aria-label={t('document.views')}>
            {views.map((v) => (
              <Link
                key={v}
                href={view.href(path, {}, { view: v === 'restored' ? undefined : v })}
                aria-current={v === shown ? 'true' : undefined}
                prefetch={false}
                scroll={false}
              >
                {t(`document.view-${v === 'restored' && own !== doc.text ? 'simplified' : v}`)}
              </Link>
            ))}
          </nav>
        </header>
        {other ? (
          <AgainstCopy view={view} doc={doc} copy={other} />
        ) : (
          <div className={shown === 'both' ? 'texts both' : 'texts'}>
            {(shown === 'restored' || shown === 'both') && (
              <Column view={view} shown={shown} name={own === doc.text ? 'restored' : 'simplified'}>
                <Restored view={view} doc={doc} />
              </Column>
            )}
            {own !== doc.text && (shown === 'script' || shown === 'both') && (
              <Column view={view} shown={shown} name="script">
                <Restored view={view} doc={doc} text={own} />
              </Column>
            )}
            {(shown === 'original' || shown === 'both') && (
              <Column view={view} shown={shown} name="original">
                <Original view={view} doc={doc} />
              </Column>
            )}
          </div>
        )}
        <aside className="margin">
          <Outline view={view} doc={doc} />
          <Margin view={view} doc={doc} />
          <Curating view={view} doc={doc} />
        </aside>
      </article>
    </PageFrame>
  );
}

interface ColumnProps {
  readonly view: View;
  readonly shown: string;
  readonly name: 'restored' | 'simplified' | 'script' | 'original';
  readonly children: ReactNode;
}

/** One of the texts; named where several stand side by side. */
function Column({ view, shown, name, children }: ColumnProps) {
  return (
    <div>
      {shown === 'both' && <h2 className="column-name">{view.t(`document.view-${name}`)}</h2>}
      {children}
    </div>
  );
}
