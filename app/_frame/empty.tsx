import type { View } from '@/lib/format/view';

/** What to do before anything was ingested. */
export function Empty({ view, running }: { view: View; running: number }) {
  const { t, n } = view;
  return (
    <article className="prose">
      <h1>{t('empty.title')}</h1>
      {running > 0 ? <p>{t('empty.running', { count: n.count(running) })}</p> : <p>{t('empty.text')}</p>}
      <dl className="commands">
        <dt>{t('empty.own')}</dt>
        <dd>
          <code>npm run ingest -- PATH…</code>
        </dd>
        <dt>{t('empty.demo')}</dt>
        <dd>
          <code>npm run demo -- load</code>
        </dd>
      </dl>
      <p>
        <a href="/import">{t('empty.import')}</a>
      </p>
      <p>{t('empty.after')}</p>
    </article>
  );
}
