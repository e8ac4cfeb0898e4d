import Link from 'next/link';
import type { View } from '@/lib/format/view';

interface Props {
  readonly view: View;
  readonly page: number;
  readonly more: boolean;
  readonly own: Readonly<Record<string, string | undefined>>;
}

/** To the page before and the page after. */
export function Pager({ view, page, more, own }: Props) {
  if (page === 1 && !more) return null;
  const to = (number: number) =>
    view.href(view.path, {}, { ...own, page: number > 1 ? String(number) : undefined });
  return (
    <nav className="pages" aria-label={view.t('paging.title')}>
      {page > 1 && (
        <Link href={to(page - 1)} rel="prev" prefetch={false}>
          {view.t('paging.previous')}
        </Link>
      )}
      <span className="quiet">{view.t('paging.page', { page })}</span>
      {more && (
        <Link href={to(page + 1)} rel="next" prefetch={false}>
          {view.t('paging.next')}
        </Link>
      )}
    </nav>
  );
}
