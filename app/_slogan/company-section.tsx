import Link from 'next/link';
import { FigureMenu } from '@/components/charts/figure-menu';
import { SloganName } from '@/components/text/slogan-name';
import type { View } from '@/lib/format/view';
import type { CompanyRow } from '@/lib/queries/company';
import { figureLinks } from '../_figures/figure-links';
import { FirstFigures } from '../_frame/first-figures';
import { closeCompany } from './close-company';

/** Which slogans stand in the same paragraphs more often than chance has it. */
export async function CompanySection({ view, id }: { view: View; id: number }) {
  const { t, n } = view;
  const [{ reports, rows, sample }, links] = await Promise.all([
    closeCompany(view, id),
    figureLinks(view, 'slogan-company', { slogan: String(id) }),
  ]);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="company">
      <div className="section-head">
        <h2 id="company">{t('company.title')}</h2>
        <FigureMenu view={view} table="company-data" {...links} />
      </div>
      <p className="quiet small">{t('company.note', { reports })}</p>
      <FirstFigures view={view} sample={sample} />
      <div className="scroll" id="company-data">
        <table className="by-place">
          <thead>
            <tr>
              <th scope="col">{t('overview.slogan')}</th>
              <th scope="col">{t('company.together')}</th>
              <th scope="col" className="number">
                {t('company.ofThis')}
              </th>
              <th scope="col" className="number wide">
                {t('company.first')}
              </th>
              <th scope="col" className="number wide">
                {t('company.npmi')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((r) => (
              <tr key={r.id}>
                <th scope="row">
                  <SloganName href={view.href(`/slogans/${r.id}`)} canonical={r.canonical} />
                </th>
                <td className="with-bar">
                  <span
                    className="bar-line"
                    aria-hidden="true"
                    style={{ width: `${(r.together / Math.max(reports, 1)) * 100}%` }}
                  />
                  <Link
                    href={view.href(`/slogans/${id}`, {}, { with: String(r.id) }, 'mentions')}
                    prefetch={false}
                    data-together={sample ? undefined : r.together}
                  >
                    {t('compare.of', { n: n.count(r.together), total: n.count(r.reports) })}
                  </Link>
                  {sample && ` (${interval(view, r)})`}
                </td>
                <td className="number">{n.share(r.together / Math.max(reports, 1))}</td>
                <td className="number wide">{n.share(r.before / r.together)}</td>
                <td className="number wide">{r.npmi.toFixed(2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** How many it may be of all, where only a sample was looked at. */
function interval({ t, n }: View, { low95, high95 }: CompanyRow): string {
  return t('sample.between', { low: n.count(Math.round(low95)), high: n.count(Math.round(high95)) });
}
