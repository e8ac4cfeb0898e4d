import Link from 'next/link';
import { Differences } from '@/components/text/differences';
import { formatDay } from '@/lib/format/dates';
import type { View } from '@/lib/format/view';
import { byWording, type Wording, wordingOf } from '@/lib/format/wordings';
import type { DirectiveCopyRow } from '@/lib/queries/directive-copies';

interface Props {
  readonly view: View;
  /** The directive that the others are compared with. */
  readonly text: string;
  readonly head: string;
  readonly rows: readonly DirectiveCopyRow[];
}

/** A directive in all of its wordings elsewhere: who has each, and what it has more and lacks. */
export function Wordings({ view, text, head, rows }: Props) {
  const { t } = view;
  const own = wordingOf({ text, head });
  const groups = byWording(rows);
  const places = new Set(rows.map((r) => r.placeCode).filter((code) => code !== '000000')).size;
  return (
    <>
      <p>{t('directives.spread', { rows: rows.length, places, wordings: groups.length })}</p>
      <ol className="wordings">
        {groups.map((group) => (
          <li key={group.text}>
            <Holders view={view} group={group} />
            <div>
              <p className="quiet small">
                {group.text === own
                  ? t('directives.same')
                  : t('directives.alike', { share: view.n.share(group.rows[0]?.similarity ?? 0) })}
              </p>
              <p lang="zh-CN">
                <Differences before={own} after={group.text} />
              </p>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Who has a wording, the first first. */
function Holders({ view, group }: { view: View; group: Wording<DirectiveCopyRow> }) {
  return (
    <ul>
      {group.rows.map((r) => (
        <li key={`${r.documentId}-${r.list}-${r.ordinal}`}>
          <Whence view={view} row={r} />
        </li>
      ))}
    </ul>
  );
}

/** When and where a directive was given, and in which document. */
export function Whence({ view, row: r }: { view: View; row: DirectiveCopyRow }) {
  const { t, locale } = view;
  return (
    <span className="whence">
      <span>{formatDay(r.day, r.precision, locale) ?? t('document.noDate')}</span>{' '}
      <span lang="zh-CN">{r.placeCode === '000000' ? t('document.noPlace') : r.placePath.join(' ')}</span>{' '}
      <Link href={view.href(`/documents/${r.documentId}`)} lang="zh-CN" prefetch={false}>
        {r.title || t('document.untitled')}
      </Link>{' '}
      {r.relayed && <span className="quiet">{t('directives.relayed')} </span>}
      {r.synthetic && <mark className="made-up">{t('synthetic.tag')}</mark>}
    </span>
  );
}
