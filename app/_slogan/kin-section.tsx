import Link from 'next/link';
import { SloganName } from '@/components/text/slogan-name';
import { formatDate } from '@/lib/format/dates';
import type { View } from '@/lib/format/view';
import { kin } from '@/lib/queries/kin';

/** Related slogans, since when and until when each is said: who may have come before, and who may follow. */
export async function KinSection({ view, id }: { view: View; id: number }) {
  const { t, n, locale } = view;
  const rows = await kin(id);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="kin">
      <h2 id="kin">{t('kin.title')}</h2>
      <p className="quiet small">{t('kin.note')}</p>
      <div className="scroll">
        <table className="by-place">
          <thead>
            <tr>
              <th scope="col">{t('overview.slogan')}</th>
              <th scope="col">{t('kin.relation')}</th>
              <th scope="col" className="number">
                {t('overview.reports')}
              </th>
              <th scope="col" className="wide">
                {t('slogan.first')}
              </th>
              <th scope="col" className="wide">
                {t('slogan.last')}
              </th>
              <th scope="col">
                <span className="unseen">{t('kin.compare')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((r) => (
              <tr key={r.id}>
                <th scope="row">
                  <SloganName href={view.href(`/slogans/${r.id}`)} canonical={r.canonical} gloss={r.gloss} />
                </th>
                <td>{t(`kin.${r.relation}`)}</td>
                <td className="number">{n.count(r.reports)}</td>
                <td className="wide">{r.first ? formatDate(r.first, locale) : '—'}</td>
                <td className="wide">{r.last ? formatDate(r.last, locale) : '—'}</td>
                <td>
                  <Link
                    className="small"
                    href={view.href('/compare', {}, { slogans: `${id},${r.id}` })}
                    prefetch={false}
                  >
                    {t('kin.compare')}
                    <span className="unseen"> {r.canonical}</span>
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
