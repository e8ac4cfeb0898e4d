import { formatDay } from '@/lib/format/dates';
import { keywordInContext } from '@/lib/format/keyword-in-context';
import type { Locale } from '@/lib/i18n/locale';

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
  /** Null: the link leads to the document as a whole. */
  readonly paragraphOrdinal: number | null;
  readonly frame: string | null;
  readonly office: string | null;
  readonly speaker: string | null;
  readonly hidden: boolean;
}

/** The few words that a line needs, so that it can be drawn in the browser without all messages. */
export interface ConcordanceWords {
  readonly noDate: string;
  readonly noPlace: string;
  readonly hidden: string;
  readonly untitled: string;
  readonly synthetic: string;
}

interface Props {
  readonly row: ConcordanceRow;
  readonly locale: Locale;
  readonly words: ConcordanceWords;
}

/** One mention as keyword in context: when, where, in whose words, and the way to its paragraph. */
export function ConcordanceLine({ row, locale, words }: Props) {
  const { before, keyword, after } = keywordInContext(row.paragraph, row.start, row.end);
  // A frame such as 尹久辉指出 names the speaker already.
  const named = row.speaker && !row.frame?.includes(row.speaker) ? row.speaker : null;
  const speech = [row.office, named, row.frame].filter(Boolean).join(' ');
  return (
    <li>
      <p className="when">
        <span>{formatDay(row.day, row.precision, locale) ?? words.noDate}</span>
        <span lang="zh-CN">{row.placeCode === '000000' ? words.noPlace : row.placePath.join(' ')}</span>
      </p>
      {row.hidden ? (
        <p className="quiet">{words.hidden}</p>
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
          <a href={address(row)} lang="zh-CN">
            {row.title || words.untitled}
          </a>
        )}
        <span className="quiet" lang="zh-CN">
          {row.source}
        </span>
        {row.synthetic && <mark className="made-up">{words.synthetic}</mark>}
      </p>
    </li>
  );
}

function address({ documentId, paragraphOrdinal }: ConcordanceRow): string {
  return `/documents/${documentId}${paragraphOrdinal === null ? '' : `#p${paragraphOrdinal}`}`;
}
