import Link from 'next/link';
import { formatDay } from '@/lib/format/dates';
import type { View } from '@/lib/format/view';
import { directiveLists } from '@/lib/queries/directive-lists';

const LISTS = 4;
const ITEMS = 6;

/** The newest directive lists of the scope, with the heads of their items. */
export async function NewestLists({ view }: { view: View }) {
  const { t, locale } = view;
  const rows = await directiveLists(view.filters, { limit: LISTS, offset: 0 });
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="lists">
      <h2 id="lists">{t('places.lists')}</h2>
      <div className="columns">
        {rows.map((row) => (
          <div key={`${row.documentId}-${row.ordinal}`} className="outline">
            <h3>
              {formatDay(row.day, row.precision, locale) ?? t('document.noDate')}{' '}
              <Link
                href={view.href(`/documents/${row.documentId}`, {}, {}, `p${row.paragraph}`)}
                lang="zh-CN"
                prefetch={false}
              >
                {row.title || t('document.untitled')}
              </Link>
            </h3>
            <ol lang="zh-CN" className="plain-items">
              {row.items.slice(0, ITEMS).map((item, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: numerals can repeat; items never move
                <li key={i} value={item.numeral}>
                  <Link
                    href={view.href(`/directives/${row.documentId}-${row.ordinal}-${i}`)}
                    prefetch={false}
                  >
                    {item.head}
                  </Link>
                </li>
              ))}
            </ol>
          </div>
        ))}
      </div>
      <p className="small">
        <Link href={view.href('/directives')} prefetch={false}>
          {t('places.allLists')}
        </Link>
      </p>
    </section>
  );
}
