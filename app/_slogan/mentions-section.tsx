import Link from 'next/link';
import { Concordance } from '@/components/text/concordance';
import { oneValue } from '@/lib/filters';
import { CONCORDANCE_ORDERS, sortConcordance } from '@/lib/format/concordance-order';
import { periodText } from '@/lib/format/filter-sentence';
import type { View } from '@/lib/format/view';
import { isCursor, mentions } from '@/lib/queries/mentions';
import { togetherCount } from '@/lib/queries/together-count';
import { sloganEntry } from './entry';

const PAGE = 30;
/** So many of the newest are sorted by what stands beside them. */
const SORTED = 200;

interface Props {
  readonly view: View;
  readonly id: number;
  readonly total: number;
  readonly reports: number;
}

/** The slogan that `?with=` names, which the paragraphs have to hold as well. */
async function companion(view: View, id: number) {
  const asked = oneValue(view.params.with);
  const other = asked === undefined ? null : await sloganEntry(asked);
  return other && other.id !== id ? other : null;
}

/** The paragraphs behind the numbers: exactly as many as the charts of the same filters say. */
export async function MentionsSection({ view, id, total, reports }: Props) {
  const { t, params } = view;
  const asked = oneValue(params.after);
  const after = asked && isCursor(asked) ? asked : undefined;
  const order = CONCORDANCE_ORDERS.find((o) => o === oneValue(params.order)) ?? 'day';
  const limit = order === 'day' ? PAGE : SORTED;
  const other = await companion(view, id);
  const together = other && (await togetherCount(id, other.id, view.filters));
  const all = together ?? { mentions: total, reports };
  const own = { with: other ? String(other.id) : undefined };
  const found = await mentions(id, view.filters, {
    limit,
    after: order === 'day' ? after : undefined,
    beside: other?.id,
  });
  const rows = sortConcordance(found.rows, order);
  const next = order === 'day' ? found.next : null;
  return (
    <section id="mentions" aria-labelledby="mentions-title">
      <h2 id="mentions-title">
        {t('slogan.mentionsTitle')}{' '}
        <span className="count" data-testid="mention-count" data-count={all.mentions}>
          {t('slogan.mentionsCount', { mentions: all.mentions, reports: all.reports })}
        </span>
      </h2>
      <p className="quiet small">
        {periodText(view)} · <a href={view.href(`/slogans/${id}/feed.atom`)}>{t('feed.link')}</a>
      </p>
      {other && (
        <p>
          {t('concordance.beside', { name: other.canonical })}{' '}
          <Link className="small" href={view.href(`/slogans/${id}`, {}, {}, 'mentions')} prefetch={false}>
            {t('concordance.alone')}
          </Link>
        </p>
      )}
      <nav className="toggles" aria-label={t('concordance.order')}>
        {CONCORDANCE_ORDERS.map((o) => (
          <Link
            key={o}
            href={view.href(`/slogans/${id}`, {}, { ...own, order: o === 'day' ? undefined : o }, 'mentions')}
            aria-current={o === order ? 'true' : undefined}
            prefetch={false}
          >
            {t(`concordance.by-${o}`)}
          </Link>
        ))}
      </nav>
      {order !== 'day' && all.mentions > SORTED && (
        <p className="quiet small">{t('concordance.newest', { count: view.n.count(SORTED) })}</p>
      )}
      <Concordance view={view} rows={rows} />
      <p className="pages">
        {after && (
          <Link href={view.href(`/slogans/${id}`, {}, own, 'mentions')} prefetch={false}>
            {t('paging.first')}
          </Link>
        )}
        {next && (
          <Link
            href={view.href(`/slogans/${id}`, {}, { ...own, after: next }, 'mentions')}
            rel="next"
            prefetch={false}
          >
            {t('paging.older')}
          </Link>
        )}
      </p>
    </section>
  );
}
