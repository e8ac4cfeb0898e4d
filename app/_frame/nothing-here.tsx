import Link from 'next/link';
import type { Filters } from '@/lib/filters';
import type { View } from '@/lib/format/view';

const NARROWING = ['from', 'until', 'place', 'source', 'issuer', 'genre'] as const;

/** What to say where the filters leave nothing: each of them can be taken away on its own. */
export function NothingHere({ view }: { view: View }) {
  const { t, filters } = view;
  const set = NARROWING.filter((name) => filters[name] !== undefined);
  const without = (name: keyof Filters): Partial<Filters> =>
    name === 'place' ? { place: undefined, own: undefined } : { [name]: undefined };
  return (
    <div className="nothing">
      <p>{t(set.length > 0 ? 'nothing.filtered' : 'nothing.here')}</p>
      {set.length > 0 && (
        <ul>
          {set.map((name) => (
            <li key={name}>
              <Link href={view.href(view.path, without(name))} prefetch={false}>
                {t('nothing.without', { filter: t(`filters.${name}`) })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
