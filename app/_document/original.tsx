import { MarkedText } from '@/components/text/marked-text';
import type { View } from '@/lib/format/view';
import type { DocumentView } from '@/lib/queries/document';
import { originalMarks } from './marks';

/** The text as it came, line breaks and damage included. */
export function Original({ view, doc }: { view: View; doc: DocumentView }) {
  const marks = originalMarks(view, doc);
  return (
    <div className="reading original" lang="zh">
      <MarkedText text={doc.original} start={0} end={doc.original.length} {...marks} />
    </div>
  );
}
