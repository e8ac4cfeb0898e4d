import { MarkedText } from '@/components/text/marked-text';
import { type Previewed, previewFile } from '@/lib/curate/staged-files';
import { formatDate } from '@/lib/format/dates';
import type { View } from '@/lib/format/view';

const SHOWN = 20;
const LONGEST = 3_000;

/** What would be found in an upload, before anything is stored. */
export async function ImportPreview({ view, name, path }: { view: View; name: string; path: string }) {
  const { t } = view;
  const { documents, problems } = await previewFile(path);
  return (
    <>
      <section aria-labelledby="preview">
        <h2 id="preview">{t('import.found', { count: documents.length })}</h2>
        {problems.length > 0 && (
          <ul role="alert">
            {problems.slice(0, SHOWN).map((p) => (
              <li key={p}>{p.replaceAll(path, name)}</li>
            ))}
          </ul>
        )}
        <ol className="directives">
          {documents.slice(0, SHOWN).map((d, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: documents of an upload may be equal, and never move
            <Document key={i} view={view} document={d} />
          ))}
        </ol>
      </section>
      <div className="narrow">
        {documents.length > 0 && (
          <form action="/curate/do" method="post" className="narrow">
            <input type="hidden" name="kind" value="import" />
            <input type="hidden" name="back" value="/curate" />
            <input type="hidden" name="name" value={name} />
            <label htmlFor="import-source">{t('import.field-source')}</label>
            <input id="import-source" name="source" />
            <button type="submit">{t('import.store')}</button>
          </form>
        )}
        <form action="/curate/do" method="post">
          <input type="hidden" name="kind" value="drop" />
          <input type="hidden" name="back" value="/import" />
          <input type="hidden" name="name" value={name} />
          <button type="submit">{t('import.drop')}</button>
        </form>
      </div>
      <p className="quiet small">{t('import.note')}</p>
    </>
  );
}

function Document({ view, document: d }: { view: View; document: Previewed }) {
  const { t, n, locale } = view;
  const end = Math.min(d.text.length, LONGEST);
  const marks = d.mentions
    .filter((m) => m.end <= end)
    .map(({ start, end: until, slogan }) => ({
      start,
      end: until,
      href: view.href('/slogans', {}, { name: slogan }),
      gloss: slogan,
    }));
  return (
    <li>
      <h3 lang="zh-CN">{d.title || t('document.untitled')}</h3>
      <p className="source">
        <span>{d.date ? formatDate(d.date.value, locale) : t('document.noDate')}</span>
        {d.date && (
          <span className="quiet">
            {t('document.confidence', { confidence: n.share(d.date.confidence) })}
          </span>
        )}
        <span lang="zh-CN">{d.place ? d.place.path.join(' ') : t('document.noPlace')}</span>
        {d.place && (
          <span className="quiet">
            {t('document.confidence', { confidence: n.share(d.place.confidence) })}
          </span>
        )}
        <span>
          {t('document.summary', {
            mentions: n.count(d.mentions.length),
            lists: n.count(d.lists.length),
            repairs: n.count(d.repairs.length),
          })}
        </span>
      </p>
      <div className="reading original" lang="zh-CN">
        <MarkedText text={d.text} start={0} end={end} mentions={marks} notes={[]} />
        {end < d.text.length && '…'}
      </div>
    </li>
  );
}
