import type { Metadata } from 'next';
import Link from 'next/link';
import { oneValue, type SearchParams } from '@/lib/filters';
import { requestLocale } from '@/lib/i18n/request';
import { translator } from '@/lib/i18n/translator';
import {
  CANDIDATE_ORDERS,
  CANDIDATE_SHAPES,
  CANDIDATE_STATUSES,
  candidateCounts,
  candidates,
} from '@/lib/queries/candidates';
import { currentCurator } from '../_curate/curator';
import { Told } from '../_curate/told';
import { CandidateEntry } from '../_discover/candidate-entry';
import { PageFrame } from '../_frame/page-frame';
import { pageNumber } from '../_frame/page-number';
import { Pager } from '../_frame/pager';
import { requestView } from '../_frame/request-view';

const PAGE = 25;

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('discover.title') };
}

/** Phrases that behave like slogans and that the lexicon lacks, with sentences; curators accept or reject them. */
export default async function DiscoverPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const view = await requestView('/discover', searchParams);
  const { t, n, params } = view;
  const pick = <T extends string>(all: readonly T[], name: string) =>
    all.find((x) => x === oneValue(params[name]));
  const status = pick(CANDIDATE_STATUSES, 'status') ?? 'proposed';
  const shape = pick(CANDIDATE_SHAPES, 'shape');
  const order = pick(CANDIDATE_ORDERS, 'order') ?? 'score';
  const text = oneValue(params.q)?.trim();
  const page = pageNumber(params);
  const [counts, found, curator] = await Promise.all([
    candidateCounts({ shape, text }),
    candidates({ status, shape, text, order, limit: PAGE + 1, offset: (page - 1) * PAGE }),
    currentCurator(),
  ]);
  const own = { status, shape, order, q: text };
  const here = view.href('/discover', {}, { ...own, page: page > 1 ? String(page) : undefined });
  return (
    <PageFrame view={view} own={own} withoutData>
      <h1>{t('discover.title')}</h1>
      <Told view={view} />
      <p className="lead">{t('discover.lead')}</p>
      <form action="/discover" className="narrow">
        {[...new URLSearchParams(view.href('', {}, { status, shape, order }).slice(1))].map(
          ([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ),
        )}
        <label htmlFor="candidate-text">{t('discover.text')}</label>
        <input id="candidate-text" type="search" name="q" defaultValue={text} />
        <button type="submit">{t('frame.searchGo')}</button>
      </form>
      <div className="toggles">
        <nav aria-label={t('discover.status')}>
          {CANDIDATE_STATUSES.map((s) => (
            <Link
              key={s}
              href={view.href('/discover', {}, { ...own, status: s })}
              aria-current={s === status ? 'true' : undefined}
              prefetch={false}
            >
              {t(`discover.${s}`)} {n.count(counts[s])}
            </Link>
          ))}
        </nav>
        <nav aria-label={t('concordance.order')}>
          {CANDIDATE_ORDERS.map((o) => (
            <Link
              key={o}
              href={view.href('/discover', {}, { ...own, order: o })}
              aria-current={o === order ? 'true' : undefined}
              prefetch={false}
            >
              {t(`discover.by-${o}`)}
            </Link>
          ))}
        </nav>
      </div>
      {!curator && (
        <p className="quiet small">
          <a href="/curate">{t('discover.signIn')}</a>
        </p>
      )}
      {status === 'accepted' && counts.accepted > 0 && (
        <p className="small">
          <a href="/discover/lexicon.tsv" download>
            {t('discover.take')}
          </a>{' '}
          <span className="quiet">{t('discover.takeNote')}</span>{' '}
          <code>npm run reextract -- --lexicon accepted.tsv</code>
        </p>
      )}
      {found.length === 0 && <p>{t(status === 'proposed' ? 'discover.none' : 'discover.noneSuch')}</p>}
      <ol className="directives">
        {found.slice(0, PAGE).map((row) => (
          <CandidateEntry key={row.id} view={view} row={row} back={curator ? here : null} />
        ))}
      </ol>
      <Pager view={view} page={page} more={found.length > PAGE} own={own} />
    </PageFrame>
  );
}
