import Link from 'next/link';
import type { ReactNode } from 'react';
import type { View } from '@/lib/format/view';
import type { SloganEntry } from '@/lib/queries/slogan';

/** What the lexicon knows: members, spellings, occasion, proof. */
export function Facts({ view, slogan }: { view: View; slogan: SloganEntry }) {
  const { t } = view;
  const rows: [string, ReactNode][] = [];
  if (slogan.members.length > 0) {
    rows.push([
      t('slogan.members'),
      <ul key="members" className="names">
        {slogan.members.map((member) => (
          <li key={member}>
            <Link
              className="tifa"
              lang="zh-CN"
              href={view.href('/slogans', {}, { name: member })}
              prefetch={false}
            >
              {member}
            </Link>
          </li>
        ))}
      </ul>,
    ]);
  }
  if (slogan.variants.length > 0)
    rows.push([
      t('slogan.variants'),
      <span key="variants" lang="zh-CN">
        {slogan.variants.join('　')}
      </span>,
    ]);
  const texts = [
    ['slogan.occasion', slogan.occasion],
    ['slogan.domain', slogan.domain && named(view, `domain.${slogan.domain}`, slogan.domain)],
    ['slogan.level', slogan.level && named(view, `level.${slogan.level}`, slogan.level)],
    ['slogan.proof', slogan.proof],
    ['slogan.remark', slogan.remark],
  ] as const;
  for (const [key, value] of texts) if (value) rows.push([t(key), value]);
  if (slogan.place) {
    rows.push([
      t('slogan.home'),
      <Link key="place" href={view.href(`/places/${slogan.place.code}`)} prefetch={false}>
        {slogan.place.name}
      </Link>,
    ]);
  }
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t('slogan.facts')}</h2>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A word of the lexicon's own vocabulary in the language of the view; as it stands there where we have none. */
function named({ t }: View, key: string, word: string): string {
  const known = key as 'level.national';
  return t.has(known) ? t(known) : word;
}
