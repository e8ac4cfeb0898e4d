import Link from 'next/link';
import { formatDay } from '@/lib/format/dates';
import { keywordInContext } from '@/lib/format/keyword-in-context';
import type { View } from '@/lib/format/view';

export interface ConcordanceRow {
  readonly documentId: string;
  readonly ordinal: number;
  readonly title: string;
  readonly day: string;
  readonly precision: 'day' | 'month' | 'year' | 'none';
  readonly placePath: readonly string[];
  readonly placeCode: string;
  readonly source: string;
  readonly synthetic: boolean;
  readonly paragraph: string;
  readonly start: number;
  readonly end: number;
  readonly paragraphOrdinal: number;
  readonly frame: string | null;
  readonly office: string | null;
  readonly speaker: string | null;
  readonly hidden: boolean;
}

/** Mentions as keyword in context, aligned at the slogan; the whole paragraph opens below. */
export function Concordance({ view, rows }: { view: View; rows: readonly ConcordanceRow[] }) {
  const { t, locale } = view;
  return (
    <ol className="concordance">
      {rows.map((row) => {
        const { before, keyword, after } = keywordInContext(row.paragraph, row.start, row.end);
        const place = row.placeCode === '000000' ? t('document.noPlace') : row.placePath.join(' ');
        // A frame such as 尹久辉指出 names the speaker already.
        const named = row.speaker && !row.frame?.includes(row.speaker) ? row.speaker : null;
        const speech = [row.office, named, row.frame].filter(Boolean).join(' ');
        return (
          <li key={`${row.documentId}-${row.ordinal}`}>
            <p className="when">
              <span>{formatDay(row.day, row.precision, locale) ?? t('document.noDate')}</span>
              <span lang="zh-CN">{place}</span>
            </p>
            {row.hidden ? (
              <p className="quiet">{t('document.hidden')}</p>
            ) : (
              <p className="kwic" lang="zh-CN">
                <span className="before">
                  <span>{before}</span>
                </span>
                <mark>{keyword}</mark>
                <span className="after">{after}</span>
              </p>
            )}
            <p className="source">
              {speech && <span lang="zh-CN">{speech}</span>}
              {!row.hidden && (
                <Link
                  href={`/documents/${row.documentId}#p${row.paragraphOrdinal}`}
                  prefetch={false}
                  lang="zh-CN"
                >
                  {row.title || t('document.untitled')}
                </Link>
              )}
              <span className="quiet" lang="zh-CN">
                {row.source}
              </span>
              {row.synthetic && <mark className="made-up">{t('synthetic.tag')}</mark>}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
