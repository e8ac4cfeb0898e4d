import Link from 'next/link';
import { formatDate } from '@/lib/format/dates';
import type { View } from '@/lib/format/view';
import type { DocumentReport, DocumentView } from '@/lib/queries/document';
import type { Evidence } from '@/lib/types';
import { ruleName, speechOf } from './marks';

/** Why the date and place are what they are, what went not quite right, and where the text came from. */
export function Margin({ view, doc }: { view: View; doc: DocumentView }) {
  return (
    <>
      {doc.reports.map((r) => (
        <ReportFacts key={r.ordinal} view={view} doc={doc} report={r} />
      ))}
      <Speeches view={view} doc={doc} />
      <Notes view={view} doc={doc} />
      <Origin view={view} doc={doc} />
    </>
  );
}

function ReportFacts({ view, doc, report: r }: { view: View; doc: DocumentView; report: DocumentReport }) {
  const { t, n, locale } = view;
  const kinds = [
    r.issuer ? t(`issuer.${r.issuer as 'party'}`) : null,
    r.genre ? t(`genre.${r.genre as 'news'}`) : null,
    r.stands ? null : t('document.copy'),
    r.relayedShare > 0 ? t('document.relayedShare', { share: n.share(r.relayedShare) }) : null,
  ].filter(Boolean);
  return (
    <section>
      <h2>
        {doc.reports.length > 1
          ? t('document.reportNumber', { number: r.ordinal + 1 })
          : t('document.inferred')}
      </h2>
      <dl className="margin-facts">
        <dt>{t('document.date')}</dt>
        <dd>
          {r.date ? formatDate(r.date, locale) : t('document.noDate')}
          <Why
            view={view}
            doc={doc}
            evidence={r.dateEvidence}
            confidence={r.date ? r.dateConfidence : null}
          />
        </dd>
        <dt>{t('filters.place')}</dt>
        <dd>
          {r.placeCode ? (
            <Link href={view.href(`/places/${r.placeCode}`)} lang="zh-CN" prefetch={false}>
              {r.placePath.join(' ')}
            </Link>
          ) : (
            t('document.noPlace')
          )}
          <Why
            view={view}
            doc={doc}
            evidence={r.placeEvidence}
            confidence={r.placeCode ? r.placeConfidence : null}
          />
        </dd>
        {kinds.length > 0 && (
          <>
            <dt>{t('document.kind')}</dt>
            <dd>{kinds.join(' · ')}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

/** In whose words the slogans stand: each frame with its slogans, in the order of the text. */
function Speeches({ view, doc }: { view: View; doc: DocumentView }) {
  const spoken = new Map<string, DocumentView['mentions'][number][]>();
  for (const m of doc.mentions) {
    const speech = speechOf(m);
    if (speech) spoken.set(speech, [...(spoken.get(speech) ?? []), m]);
  }
  if (spoken.size === 0) return null;
  return (
    <section>
      <h2>{view.t('document.speeches')}</h2>
      <dl className="margin-facts" lang="zh-CN">
        {[...spoken].map(([speech, mentions]) => (
          <div key={speech}>
            <dt>{speech}</dt>
            <dd>
              {mentions.map((m) => (
                <a key={m.ordinal} href={`#p${m.paragraph}`} className="said">
                  {doc.text.slice(m.start, m.end)}
                </a>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface Quoted {
  readonly quoted: string;
  readonly rule: string;
  readonly times: number;
}

/** The same words read by the same rule stand once, with how often. */
function evidenceOnce(doc: DocumentView, evidence: readonly Evidence[]): readonly Quoted[] {
  const found = new Map<string, Quoted>();
  for (const { start, end, rule } of evidence) {
    const quoted = doc.text.slice(start, end);
    const key = `${quoted} ${rule}`;
    found.set(key, { quoted, rule, times: (found.get(key)?.times ?? 0) + 1 });
  }
  return [...found.values()];
}

/** The words of the text that a conclusion rests on, and the rule that read them. */
function Why({
  view,
  doc,
  evidence,
  confidence,
}: {
  view: View;
  doc: DocumentView;
  evidence: readonly Evidence[];
  confidence: number | null;
}) {
  const { t, n } = view;
  return (
    <span className="why">
      {confidence !== null && <span>{t('document.confidence', { confidence: n.share(confidence) })}</span>}
      {evidenceOnce(doc, evidence).map(({ quoted, rule, times }) => (
        <span key={`${quoted} ${rule}`}>
          {quoted && <q lang="zh-CN">{quoted}</q>} {ruleName(view, rule)}
          {times > 1 && ` × ${n.count(times)}`}
        </span>
      ))}
    </span>
  );
}

function Notes({ view, doc }: { view: View; doc: DocumentView }) {
  const { t } = view;
  if (doc.notes.length === 0) return null;
  const name = (code: string) => {
    const key = `note.${code}` as 'note.no-year';
    return t.has(key) ? t(key) : code;
  };
  return (
    <section>
      <h2>{t('document.notes')}</h2>
      <ul className="notes">
        {doc.notes.map((note, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: notes have no other identity, and never move
          <li key={i}>
            {name(note.code)}
            {note.detail && (
              <span className="quiet" lang="zh-CN">
                {' '}
                {note.detail}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Origin({ view, doc }: { view: View; doc: DocumentView }) {
  const { t, n } = view;
  const link = doc.url && /^https?:\/\//i.test(doc.url) ? doc.url : null;
  return (
    <section>
      <h2>{t('document.origin')}</h2>
      <dl className="margin-facts">
        <dt>{t('filters.source')}</dt>
        <dd>
          <span lang="zh-CN">{doc.source}</span>{' '}
          {doc.synthetic && <mark className="made-up">{t('synthetic.tag')}</mark>}
          {link && (
            <a href={link} rel="noreferrer external" className="address">
              {link}
            </a>
          )}
        </dd>
        <dt>{t('document.length')}</dt>
        <dd>{t('document.characters', { characters: n.count(doc.characters), encoding: doc.encoding })}</dd>
        <dt>SHA-256</dt>
        <dd>
          <code className="hash">{doc.sha256}</code>
        </dd>
      </dl>
      {doc.copies.length > 0 && (
        <>
          <h2>{t('document.copies', { count: doc.copies.length })}</h2>
          <ul className="notes">
            {doc.copies.map((c) => (
              <li key={c.id}>
                <Link href={view.href(`/documents/${c.id}`)} lang="zh-CN" prefetch={false}>
                  {c.title || t('document.untitled')}
                </Link>{' '}
                <span className="quiet" lang="zh-CN">
                  {c.source}
                </span>{' '}
                <Link
                  href={view.href(`/documents/${doc.id}`, {}, { against: c.id })}
                  rel="nofollow"
                  prefetch={false}
                >
                  {t('document.differences')}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
