import Link from 'next/link';
import { Differences } from '@/components/text/differences';
import { formatDay } from '@/lib/format/dates';
import type { View } from '@/lib/format/view';
import { wordingOf } from '@/lib/format/wordings';
import {
  type CommonDirective,
  type CommonDirectiveSide,
  directivesInCommon,
} from '@/lib/queries/directives-in-common';
import type { PlaceEntry } from '@/lib/queries/places';

const LIMIT = 8;

/** The same directive in several places, aligned: each against the first of them that gave it so. */
export async function CommonDirectives({ view, places }: { view: View; places: readonly PlaceEntry[] }) {
  const { t } = view;
  const codes = places.map((p) => p.code);
  const rows = await directivesInCommon(view.filters, codes, LIMIT);
  return (
    <section aria-labelledby="common-directives">
      <h2 id="common-directives">{t('compare.directives')}</h2>
      <p className="quiet small">{t('compare.directivesNote')}</p>
      {rows.length === 0 && <p>{t('compare.noDirectives')}</p>}
      {rows.map((row) => (
        <Aligned key={row.head} view={view} row={row} />
      ))}
    </section>
  );
}

function Aligned({ view, row }: { view: View; row: CommonDirective }) {
  const first = row.sides.find((side) => side !== null);
  const words = (side: CommonDirectiveSide) => wordingOf({ text: side.text, head: row.head });
  return (
    <article className="aligned">
      <h3 lang="zh-CN">{row.head}</h3>
      <div className="pair many">
        {row.sides.map(
          (side, i) =>
            side && (
              <div key={`${side.documentId}-${side.list}-${side.ordinal}`} className={`series-${i + 1}`}>
                <Origin view={view} side={side} />
                <p lang="zh-CN">
                  {first && side !== first ? (
                    <Differences before={words(first)} after={words(side)} />
                  ) : (
                    words(side)
                  )}
                </p>
              </div>
            ),
        )}
      </div>
    </article>
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
