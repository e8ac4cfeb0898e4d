import type { View } from '@/lib/format/view';

/** The ⋯ of a chart: what one can take away from it. */
export function FigureMenu({ view, csv, table }: { view: View; csv: string; table: string }) {
  const { t } = view;
  return (
    <details className="menu">
      <summary>
        <span aria-hidden="true">⋯</span>
        <span className="unseen">{t('figure.menu')}</span>
      </summary>
      <ul>
        <li>
          <a href={`#${table}`}>{t('figure.table')}</a>
        </li>
        <li>
          <a href={csv} download>
            CSV
          </a>
        </li>
      </ul>
    </details>
  );
}
