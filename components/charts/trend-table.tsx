import Link from 'next/link';
import type { Trend } from '@/lib/format/trend';
import { formatValue } from '@/lib/format/trend-sentence';
import type { View } from '@/lib/format/view';

/** The numbers of a chart, a row a bucket and line; each count leads to its paragraphs. */
export function TrendTable({ view, trend, id }: { view: View; trend: Trend; id: string }) {
  const { t, n } = view;
  const many = trend.series.length > 1;
  const hasOwn = trend.series.some((s) => s.cells.some((c) => c.own !== null));
  const doubtful = trend.series.some((s) => s.cells.some((c) => c.warnings.length > 0));
  const show = (x: number | null) => (x === null ? '—' : formatValue(x, trend.measure, t, n));
  return (
    <details className="data" id={id}>
      <summary>{t('figure.data')}</summary>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('trend.period')}</th>
              {many && <th scope="col">{t('filters.place')}</th>}
              <th scope="col" className="number">
                {t('trend.mentions')}
              </th>
              <th scope="col" className="number">
                {t('trend.reports')}
              </th>
              {hasOwn && (
                <th scope="col" className="number">
                  {t('trend.own')}
                </th>
              )}
              <th scope="col" className="number">
                {t('trend.total')}
              </th>
              <th scope="col" className="number">
                {t(`measure.${trend.measure}`)}
              </th>
              {trend.measure !== 'mentions' && (
                <th scope="col" className="number">
                  {t('trend.interval')}
                </th>
              )}
              {doubtful && <th scope="col">{t('doubts.note')}</th>}
            </tr>
          </thead>
          <tbody>
            {(trend.series[0]?.cells ?? []).flatMap((_, i) =>
              trend.series.map((s) => {
                const c = s.cells[i];
                if (!c) return null;
                return (
                  <tr key={`${c.bucket}${s.key}`}>
                    <th scope="row">{c.label}</th>
                    {many && <td>{s.name}</td>}
                    <td className="number">
                      {c.mentions > 0 ? (
                        <Link href={c.href} prefetch={false} data-n={c.mentions}>
                          {n.count(c.mentions)}
                        </Link>
                      ) : c.state === 'empty' ? (
                        '—'
                      ) : (
                        '0'
                      )}
                    </td>
                    <td className="number">{c.state === 'empty' ? '—' : n.count(c.reports)}</td>
                    {hasOwn && (
                      <td className="number" data-own={c.own}>
                        {c.state === 'empty' || c.own === null ? '—' : n.count(c.own)}
                      </td>
                    )}
                    <td className="number">{n.count(c.totalReports)}</td>
                    <td className="number">{c.state === 'empty' ? t('trend.hatched') : show(c.value)}</td>
                    {trend.measure !== 'mentions' && (
                      <td className="number">{c.value === null ? '' : `${show(c.low)} – ${show(c.high)}`}</td>
                    )}
                    {doubtful && (
                      <td data-doubts={c.warnings.join(' ')}>
                        {c.warnings
                          .map((w) => t(`doubts.${w as 'thin'}`).replace(/[:：]$/, ''))
                          .join(t('doubts.between'))}
                      </td>
                    )}
                  </tr>
                );
              }),
            )}
          </tbody>
        </table>
      </div>
    </details>
  );
}
