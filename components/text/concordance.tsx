import type { View } from '@/lib/format/view';
import { ConcordanceLine, type ConcordanceRow, type ConcordanceWords } from './concordance-line';

/** The words of a concordance in the language of the view. */
export function concordanceWords({ t }: View): ConcordanceWords {
  return {
    noDate: t('document.noDate'),
    noPlace: t('document.noPlace'),
    hidden: t('document.hidden'),
    untitled: t('document.untitled'),
    synthetic: t('synthetic.tag'),
  };
}

/** Mentions as keyword in context, aligned at the slogan. */
export function Concordance({ view, rows }: { view: View; rows: readonly ConcordanceRow[] }) {
  const words = concordanceWords(view);
  return (
    <ol className="concordance">
      {rows.map((row) => (
        <ConcordanceLine
          key={`${row.documentId}-${row.ordinal}`}
          row={row}
          locale={view.locale}
          words={words}
        />
      ))}
    </ol>
  );
}
