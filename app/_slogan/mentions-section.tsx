import Link from 'next/link';
import { Concordance } from '@/components/text/concordance';
import { oneValue } from '@/lib/filters';
import { CONCORDANCE_ORDERS, sortConcordance } from '@/lib/format/concordance-order';
import { periodText } from '@/lib/format/filter-sentence';
import type { View } from '@/lib/format/view';
import { isCursor, mentions } from '@/lib/queries/mentions';

const PAGE = 30;
/** So many of the newest are sorted by what stands beside them. */
const SORTED = 200;

/** The paragraphs behind the numbers: exactly as many as the charts of the same filters say. */
export async function MentionsSection({
  view,
  id,
  total,
  reports,
}: {
  view: View;
  id: number;
  total: number;
  reports: number;
}) {
  const { t, params } = view;
  const asked = oneValue(params.after);
  const after = asked && isCursor(asked) ? asked : undefined;
  const order = CONCORDANCE_ORDERS.find((o) => o === oneValue(params.order)) ?? 'day';
  const limit = order === 'day' ? PAGE : SORTED;
  const found = await mentions(id, view.filters, { limit, after: order === 'day' ? after : undefined });
  const rows = sortConcordance(found.rows, order);
  const next = order === 'day' ? found.next : null;
  return (
    <section id="mentions" aria-labelledby="mentions-title">
      <h2 id="mentions-title">
        {t('slogan.mentionsTitle')}{' '}
        <span className="count" data-testid="mention-count" data-count={total}>
          {t('slogan.mentionsCount', { mentions: total, reports })}
        </span>
      </h2>
      <p className="quiet small">
        {periodText(view)} · <a href={view.href(`/slogans/${id}/feed.atom`)}>{t('feed.link')}</a>
      </p>
      <nav className="toggles" aria-label={t('concordance.order')}>
        {CONCORDANCE_ORDERS.map((o) => (
          <Link
            key={o}
            href={view.href(`/slogans/${id}`, {}, { order: o === 'day' ? undefined : o }, 'mentions')}
            aria-current={o === order ? 'true' : undefined}
            prefetch={false}
          >
            {t(`concordance.by-${o}`)}
          </Link>
        ))}
      </nav>
      {order !== 'day' && total > SORTED && (
        <p className="quiet small">{t('concordance.newest', { count: view.n.count(SORTED) })}</p>
      )}
      <Concordance view={view} rows={rows} />
      <p className="pages">
        {after && (
          <Link href={view.href(`/slogans/${id}`, {}, {}, 'mentions')} prefetch={false}>
            {t('paging.first')}
          </Link>
        )}
        {next && (
          <Link
            href={view.href(`/slogans/${id}`, {}, { after: next }, 'mentions')}
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
