import Link from 'next/link';
import { formatDay } from '@/lib/format/dates';
import type { View } from '@/lib/format/view';
import type { DocumentRow } from '@/lib/queries/documents';

/** Documents as a plain list: day and title, each leading to the document. */
export function DocumentLinks({ view, documents }: { view: View; documents: readonly DocumentRow[] }) {
  const { t, locale } = view;
  return (
    <ul className="newest">
      {documents.map((d) => (
        <li key={`${d.id}${d.day}`}>
          <span className="quiet small">{formatDay(d.day, d.precision, locale) ?? t('document.noDate')}</span>{' '}
          <Link href={view.href(`/documents/${d.id}`)} lang="zh-CN" prefetch={false}>
            {d.title || t('document.untitled')}
          </Link>
        </li>
      ))}
    </ul>
  );
}
