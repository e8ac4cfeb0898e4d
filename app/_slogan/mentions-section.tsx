import Link from 'next/link';
import { Concordance } from '@/components/text/concordance';
import { oneValue } from '@/lib/filters';
import { CONCORDANCE_ORDERS, sortConcordance } from '@/lib/format/concordance-order';
import { periodText } from '@/lib/format/filter-sentence';
import type { View } from '@/lib/format/view';
import { mentions } from '@/lib/queries/mentions';
import { togetherCount } from '@/lib/queries/together-count';
import { Older } from '../_frame/older';
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
  const { t, params, after } = view;
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
      <Orders view={view} id={id} own={own} current={order} />
      {order !== 'day' && all.mentions > SORTED && (
        <p className="quiet small">{t('concordance.newest', { count: view.n.count(SORTED) })}</p>
      )}
      <Concordance view={view} rows={rows} />
      <Older view={view} path={`/slogans/${id}`} own={own} after={after} next={next} />
    </section>
  );
}

type Order = (typeof CONCORDANCE_ORDERS)[number];

interface OrdersProps {
  readonly view: View;
  readonly id: number;
  readonly own: Readonly<Record<string, string | undefined>>;
  readonly current: Order;
}

/** By day, or by what stands left or right. */
function Orders({ view, id, own, current }: OrdersProps) {
  const to = (order: Order) =>
    view.href(`/slogans/${id}`, {}, { ...own, order: order === 'day' ? undefined : order }, 'mentions');
  return (
    <nav className="toggles" aria-label={view.t('concordance.order')}>
      {CONCORDANCE_ORDERS.map((o) => (
        <Link key={o} href={to(o)} aria-current={o === current ? 'true' : undefined} prefetch={false}>
          {view.t(`concordance.by-${o}`)}
        </Link>
      ))}
    </nav>
  );
}
