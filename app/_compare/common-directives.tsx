import Link from 'next/link';
import { Differences } from '@/components/text/differences';
import { formatDay } from '@/lib/format/dates';
import type { View } from '@/lib/format/view';
import { type CommonDirectiveSide, directivesInCommon } from '@/lib/queries/directives-in-common';
import type { PlaceEntry } from '@/lib/queries/places';

const LIMIT = 8;

/** The same directive in two places, aligned, with what the one has and the other has not. */
export async function CommonDirectives({ view, a, b }: { view: View; a: PlaceEntry; b: PlaceEntry }) {
  const { t } = view;
  const rows = await directivesInCommon(view.filters, a.code, b.code, LIMIT);
  return (
    <section aria-labelledby="common-directives">
      <h2 id="common-directives">{t('compare.directives')}</h2>
      <p className="quiet small">{t('compare.directivesNote')}</p>
      {rows.length === 0 && <p>{t('compare.noDirectives')}</p>}
      {rows.map((row) => (
        <article key={row.head} className="aligned">
          <h3 lang="zh-CN">{row.head}</h3>
          <div className="pair many">
            <div className="series-1">
              <Origin view={view} side={row.a} />
              <p lang="zh-CN">{row.a.text}</p>
            </div>
            <div className="series-2">
              <Origin view={view} side={row.b} />
              <p lang="zh-CN">
                <Differences before={row.a.text} after={row.b.text} />
              </p>
            </div>
          </div>
        </article>
      ))}
    </section>
  );
}

function Origin({ view, side }: { view: View; side: CommonDirectiveSide }) {
  const { t, locale } = view;
  return (
    <p className="source">
      <span className="swatch" aria-hidden="true" />
      <span>{formatDay(side.day, side.precision, locale) ?? t('document.noDate')}</span>
      <span lang="zh-CN">{side.placePath.join(' ')}</span>
      <Link
        href={view.href(`/directives/${side.documentId}-${side.list}-${side.ordinal}`)}
        lang="zh-CN"
        prefetch={false}
      >
        {side.title || t('document.untitled')}
      </Link>
      {side.synthetic && <mark className="made-up">{t('synthetic.tag')}</mark>}
    </p>
  );
}
