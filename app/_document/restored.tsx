import { MarkedText } from '@/components/text/marked-text';
import { formatDate } from '@/lib/format/dates';
import type { View } from '@/lib/format/view';
import type { DocumentView } from '@/lib/queries/document';
import { restoredMarks } from './marks';

/** The text as it is read and counted: one paragraph a paragraph, a rule where a report begins. */
export function Restored({ view, doc }: { view: View; doc: DocumentView }) {
  const { t } = view;
  const marks = restoredMarks(view, doc);
  return (
    <div className="reading" lang="zh-CN">
      {doc.paragraphs.map((p, i) => {
        const begins = doc.reports.length > 1 && p.report !== doc.paragraphs[i - 1]?.report;
        const report = doc.reports.find((r) => r.ordinal === p.report);
        return (
          <div key={p.start} id={`p${i}`} className="paragraph">
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
              <MarkedText text={doc.text} start={p.start} end={p.end} {...marks} />
            </p>
          </div>
        );
      })}
    </div>
  );
}
