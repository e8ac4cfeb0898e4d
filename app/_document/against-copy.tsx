import Link from 'next/link';
import { Differences } from '@/components/text/differences';
import type { View } from '@/lib/format/view';
import type { DocumentView } from '@/lib/queries/document';

/** A document beside a copy of it, with what the copy has more and what it lacks. */
export function AgainstCopy({ view, doc, copy }: { view: View; doc: DocumentView; copy: DocumentView }) {
  const { t } = view;
  const whole = (d: DocumentView) => d.paragraphs.map((p) => d.text.slice(p.start, p.end)).join('\n');
  return (
    <div className="texts both">
      <div>
        <h2 className="column-name">
          <Link href={view.href(`/documents/${doc.id}`)} prefetch={false}>
            {t('document.thisOne')}
          </Link>{' '}
          <span className="quiet" lang="zh-CN">
            {doc.source}
          </span>
        </h2>
        <div className="reading original" lang="zh-CN">
          {whole(doc)}
        </div>
      </div>
      <div>
        <h2 className="column-name">
          <Link href={view.href(`/documents/${copy.id}`)} prefetch={false}>
            {t('document.theCopy')}
          </Link>{' '}
          <span className="quiet" lang="zh-CN">
            {copy.source}
          </span>
        </h2>
        <div className="reading original" lang="zh-CN">
          <Differences before={whole(doc)} after={whole(copy)} />
        </div>
        <p className="quiet small">
          {t(whole(doc) === whole(copy) ? 'document.noDifferences' : 'document.differencesNote')}
        </p>
      </div>
    </div>
  );
}
