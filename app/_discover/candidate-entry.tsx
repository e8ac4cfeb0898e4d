import Link from 'next/link';
import { formatDate } from '@/lib/format/dates';
import { keywordInContext } from '@/lib/format/keyword-in-context';
import type { View } from '@/lib/format/view';
import type { CandidateContext, CandidateRow } from '@/lib/queries/candidates';

interface Props {
  readonly view: View;
  readonly row: CandidateRow;
  /** Where a decision comes back to; null for readers who may not decide. */
  readonly back: string | null;
}

/** A proposed phrase: how it behaves, where it stands, and what is to become of it. */
export function CandidateEntry({ view, row, back }: Props) {
  const { t, n, locale } = view;
  return (
    <li>
      <p className="source">
        <Link
          className="tifa"
          lang="zh-CN"
          href={view.href('/search', {}, { q: row.phrase, all: '1' })}
          prefetch={false}
        >
          {row.phrase}
        </Link>
        <span>{t(`discover.shape-${row.shape}`)}</span>
        <span>
          {t('discover.counts', { mentions: row.frequency, documents: row.documents, places: row.places })}
        </span>
        {row.firstDay && row.lastDay && (
          <span className="quiet">
            {t('filters.between', {
              from: formatDate(row.firstDay, locale),
              until: formatDate(row.lastDay, locale),
            })}
          </span>
        )}
        <span className="quiet">
          {t('discover.shares', { quoted: n.share(row.quoted), policy: n.share(row.policy) })}
        </span>
      </p>
      {row.variants.length > 0 && (
        <p className="small quiet" lang="zh-CN">
          {row.variants.join('　')}
        </p>
      )}
      <ul className="contexts">
        {row.contexts.map((c, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: contexts have no other identity, and never move
          <Context key={i} view={view} context={c} />
        ))}
      </ul>
      {back !== null && (
        <form action="/curate/do" method="post" className="narrow">
          <input type="hidden" name="kind" value="candidate" />
          <input type="hidden" name="id" value={row.id} />
          <input type="hidden" name="back" value={back} />
          {(['accepted', 'rejected'] as const)
            .filter((decision) => decision !== row.status)
            .map((decision) => (
              <button key={decision} type="submit" name="decision" value={decision}>
                {t(decision === 'accepted' ? 'discover.accept' : 'discover.reject')}
                <span className="unseen"> {row.phrase}</span>
              </button>
            ))}
        </form>
      )}
    </li>
  );
}

function Context({ view, context: c }: { view: View; context: CandidateContext }) {
  const { before, keyword, after } = keywordInContext(c.text, c.start, c.end);
  return (
    <li lang="zh-CN">
      {before}
      <mark>{keyword}</mark>
      {after}{' '}
      <span className="quiet small">
        {[c.day && formatDate(c.day, view.locale), c.place].filter(Boolean).join(' ')}{' '}
        {c.document && (
          <Link href={view.href(`/documents/${c.document}`)} lang={view.locale} prefetch={false}>
            {view.t('directives.source')}
          </Link>
        )}
      </span>
    </li>
  );
}
