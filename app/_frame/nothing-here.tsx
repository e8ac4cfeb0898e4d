import Link from 'next/link';
import type { Filters } from '@/lib/filters';
import type { View } from '@/lib/format/view';
import { scopeSize } from '@/lib/queries/scope-size';

const NARROWING = ['from', 'until', 'place', 'source', 'issuer', 'genre'] as const;

interface Props {
  readonly view: View;
  /** What the page itself narrows by: the parameter, its value, and how the reader knows it. */
  readonly own?: readonly { readonly name: string; readonly value: string; readonly label: string }[];
  /** The page is that of a place: without it there is no page. */
  readonly fixedPlace?: boolean;
}

/** What to say where nothing is left: each condition can be taken away on its own, and how many reports there are then. */
export async function NothingHere({ view, own = [], fixedPlace = false }: Props) {
  const { t, n, filters, path } = view;
  const set = NARROWING.filter((name) => filters[name] !== undefined && !(fixedPlace && name === 'place'));
  const without = (name: keyof Filters): Partial<Filters> =>
    name === 'place' ? { place: undefined, own: undefined } : { [name]: undefined };
  const sizes = await Promise.all(set.map((name) => scopeSize({ ...filters, ...without(name) })));
  const kept = (but: string) =>
    Object.fromEntries(own.filter((o) => o.name !== but).map((o) => [o.name, o.value]));
  return (
    <div className="nothing">
      <p>
        {fixedPlace && t('nothing.place')}
        {set.length + own.length > 0 ? t('nothing.filtered') : fixedPlace ? null : t('nothing.here')}
      </p>
      <ul>
        {own.map((o) => (
          <li key={o.name}>
            <Link href={view.href(path, {}, kept(o.name))} prefetch={false}>
              {t('nothing.without', { filter: o.label })}
            </Link>
          </li>
        ))}
        {set.map((name, i) => (
          <li key={name}>
            <Link href={view.href(path, without(name), kept(''))} prefetch={false}>
              {t('nothing.without', { filter: t(`filters.${name}`) })}
            </Link>{' '}
            <span className="quiet small">
              {t('nothing.then', { reports: n.count(sizes[i]?.reports ?? 0) })}
            </span>
          </li>
        ))}
        {set.length + own.length > 1 && (
          <li>
            <Link href={path} prefetch={false}>
              {t('nothing.all')}
            </Link>
          </li>
        )}
      </ul>
    </div>
  );
}
