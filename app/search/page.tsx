import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { SloganName } from '@/components/text/slogan-name';
import { oneValue, type SearchParams } from '@/lib/filters';
import type { View } from '@/lib/format/view';
import { requestLocale } from '@/lib/i18n/request';
import { translator } from '@/lib/i18n/translator';
import { documents } from '@/lib/queries/documents';
import { parsePhraseQuery } from '@/lib/queries/phrase-query';
import { sloganIdByName } from '@/lib/queries/slogan';
import { DocumentLinks } from '../_frame/document-links';
import { PageFrame } from '../_frame/page-frame';
import { requestView } from '../_frame/request-view';
import { findByName } from '../_search/names';
import { PhraseSection } from '../_search/phrase-section';

const NAMES = 12;
const DOCUMENTS = 8;
const LONGEST = 200;

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('search.title') };
}

/** Whatever was typed: as a slogan, a place, words of a text, words of a title. The very name of a slogan leads there. */
export default async function SearchPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const view = await requestView('/search', searchParams);
  const { t } = view;
  const text = (oneValue(view.params.q)?.trim() ?? '').slice(0, LONGEST);
  const all = oneValue(view.params.all) === '1';
  const exact = text && !all ? await sloganIdByName(text) : null;
  if (exact) redirect(view.href(`/slogans/${exact}`));
  const isPhrase = text !== '' && typeof parsePhraseQuery(text) !== 'string';
  const own = { q: text || undefined, all: all ? '1' : undefined };
  return (
    <PageFrame view={view} own={own} evidence={isPhrase ? ['phrase', { q: text }] : undefined}>
      <h1>{text ? t('search.for', { text }) : t('search.title')}</h1>
      <form action="/search" className="narrow">
        {[...new URLSearchParams(view.href('').slice(1))].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label htmlFor="search-text">{t('search.hint')}</label>
        <input id="search-text" type="search" name="q" defaultValue={text} />
        <button type="submit">{t('frame.searchGo')}</button>
      </form>
      {text && <Results view={view} text={text} />}
    </PageFrame>
  );
}

async function Results({ view, text }: { view: View; text: string }) {
  const { t } = view;
  const [named, titled] = await Promise.all([
    findByName(text, NAMES),
    documents(view.filters, { text, limit: DOCUMENTS, offset: 0 }),
  ]);
  return (
    <>
      {named.slogans.length > 0 && (
        <section aria-labelledby="slogans">
          <h2 id="slogans">{t('nav.slogans')}</h2>
          <ul className="found">
            {named.slogans.map((s) => (
              <li key={s.path}>
                <SloganName href={view.href(s.path)} canonical={s.name} gloss={s.gloss} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {named.places.length > 0 && (
        <section aria-labelledby="places">
          <h2 id="places">{t('nav.places')}</h2>
          <ul className="found">
            {named.places.map((p) => (
              <li key={p.path} lang="zh-CN">
                <Link href={view.href(p.path)} prefetch={false}>
                  {p.name}
                </Link>{' '}
                <span className="quiet small">{p.gloss}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <PhraseSection view={view} text={text} />
      {titled.length > 0 && (
        <section aria-labelledby="titles">
          <h2 id="titles">{t('search.titles')}</h2>
          <DocumentLinks view={view} documents={titled} />
          <p className="small">
            <Link href={view.href('/documents', {}, { q: text })} prefetch={false}>
              {t('search.allTitles')}
            </Link>
          </p>
        </section>
      )}
    </>
  );
}
