import { MarkedText } from '@/components/text/marked-text';
import { formatDate } from '@/lib/format/dates';
import type { View } from '@/lib/format/view';
import type { DocumentView } from '@/lib/queries/document';
import { restoredMarks } from './marks';

interface Props {
  readonly view: View;
  readonly doc: DocumentView;
  /** The same text in other characters, position by position. */
  readonly text?: string;
}

/** The text as it is read and counted: one paragraph a paragraph, a rule where a report begins. */
export function Restored({ view, doc, text = doc.text }: Props) {
  const { t } = view;
  const marks = restoredMarks(view, doc);
  return (
    <div className="reading" lang="zh-CN">
      {doc.paragraphs.map((p, i) => {
        const begins = doc.reports.length > 1 && p.report !== doc.paragraphs[i - 1]?.report;
        const report = doc.reports.find((r) => r.ordinal === p.report);
        return (
          <div
            key={p.start}
            id={text === doc.text ? `p${i}` : undefined}
            className={p.relayed ? 'paragraph relayed' : 'paragraph'}
          >
            {p.relayed && <span className="unseen">{t('document.relayedParagraph')}</span>}
            {begins && report && (
              <p className="report-head" lang={view.locale}>
                {t('document.reportHead', {
                  number: report.ordinal + 1,
                  date: report.date ? formatDate(report.date, view.locale) : t('document.noDate'),
                  place: report.placeCode ? report.placePath.join(' ') : t('document.noPlace'),
                })}
              </p>
            )}
            <p>
              <MarkedText text={text} start={p.start} end={p.end} {...marks} />
            </p>
          </div>
        );
      })}
    </div>
  );
}
