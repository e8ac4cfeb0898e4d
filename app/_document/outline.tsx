import { listTree, type OutlineList } from '@/lib/format/list-tree';
import type { View } from '@/lib/format/view';
import type { DocumentView } from '@/lib/queries/document';

/** The directive lists of a document as the nested lists they are; each item leads to its paragraph. */
export function Outline({ view, doc }: { view: View; doc: DocumentView }) {
  const trees = listTree(doc.lists);
  if (trees.length === 0) return null;
  return (
    <section aria-labelledby="outline">
      <h2 id="outline">{view.t('document.lists', { count: doc.lists.length })}</h2>
      {trees.map((tree) => (
        <ListOutline key={tree.ordinal} view={view} doc={doc} list={tree} />
      ))}
    </section>
  );
}

function ListOutline({ view, doc, list }: { view: View; doc: DocumentView; list: OutlineList }) {
  const paragraphAt = (position: number) => doc.paragraphs.findLastIndex((p) => p.start <= position);
  return (
    <div className="outline">
      {list.lead && (
        <p className="lead-in" lang="zh-CN">
          {list.lead}
        </p>
      )}
      <ol lang="zh-CN">
        {list.items.map((item) => (
          <li key={item.start} value={item.numeral}>
            <a href={`#p${paragraphAt(item.start)}`}>
              {item.head || doc.text.slice(item.start, item.start + 20)}
            </a>
            {item.lists.map((inner) => (
              <ListOutline key={inner.ordinal} view={view} doc={doc} list={inner} />
            ))}
          </li>
        ))}
      </ol>
      {list.missing.length > 0 && (
        <p className="quiet small">{view.t('document.missing', { numerals: list.missing.join(', ') })}</p>
      )}
    </div>
  );
}
