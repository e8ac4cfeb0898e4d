import type { View } from '@/lib/format/view';
import type { DocumentView } from '@/lib/queries/document';
import { currentCurator } from '../_curate/curator';

/** For curators: to correct the date and place of a document, or to take it down. Nothing for everybody else. */
export async function Curating({ view, doc }: { view: View; doc: DocumentView }) {
  const { t } = view;
  if (!(await currentCurator())) return null;
  const [first] = doc.reports;
  return (
    <section>
      <h2>{t('curate.document')}</h2>
      <form action="/curate/do" method="post" className="stacked">
        <input type="hidden" name="kind" value="correct" />
        <input type="hidden" name="id" value={doc.id} />
        <input type="hidden" name="back" value={`/documents/${doc.id}`} />
        <p>
          <label htmlFor="correct-date">{t('curate.date')}</label>
          <input id="correct-date" name="date" defaultValue={first?.date ?? ''} placeholder="2021-03-15" />
        </p>
        <p>
          <label htmlFor="correct-place">{t('curate.place')}</label>
          <input id="correct-place" name="place" defaultValue={first?.placeCode ?? ''} placeholder="440300" />
        </p>
        <p>
          <button type="submit">{t('curate.correct')}</button>
        </p>
        <p className="quiet small">{t('curate.correctNote')}</p>
      </form>
      <form action="/curate/do" method="post" className="stacked">
        <input type="hidden" name="kind" value="hide" />
        <input type="hidden" name="id" value={doc.id} />
        <input type="hidden" name="back" value="/curate" />
        <p>
          <label htmlFor="hide-reason">{t('curate.reason')}</label>
          <input id="hide-reason" name="reason" required maxLength={200} />
        </p>
        <p>
          <button type="submit">{t('curate.hide')}</button>
        </p>
        <p className="quiet small">{t('curate.hideNote')}</p>
      </form>
    </section>
  );
}
