import type { View } from '@/lib/format/view';

const FIELDS = ['title', 'source', 'date', 'place', 'url'] as const;

/** A text with what is known of it, or a file. */
export function ImportForm({ view }: { view: View }) {
  const { t } = view;
  return (
    <form action="/curate/do" method="post" encType="multipart/form-data" className="stacked">
      <input type="hidden" name="kind" value="stage" />
      <input type="hidden" name="back" value="/import" />
      <p>
        <label htmlFor="import-text">{t('import.text')}</label>
        <textarea id="import-text" name="text" rows={12} lang="zh-CN" />
      </p>
      <div className="filters">
        {FIELDS.map((f) => (
          <p key={f}>
            <label htmlFor={`import-${f}`}>{t(`import.field-${f}`)}</label>
            <input id={`import-${f}`} name={f} />
          </p>
        ))}
      </div>
      <p>
        <label htmlFor="import-file">{t('import.file')}</label>
        <input id="import-file" name="file" type="file" accept=".txt,.html,.htm,.jsonl,.csv" />
      </p>
      <p>
        <button type="submit">{t('import.look')}</button>
      </p>
    </form>
  );
}
