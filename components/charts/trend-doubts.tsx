import type { Trend } from '@/lib/format/trend';
import type { View } from '@/lib/format/view';

/** Periods that are named for each doubt; of more, how many. */
const NAMED = 8;

interface Doubt {
  readonly code: string;
  /** The periods that it holds for, with the name of the line where there are several. */
  readonly periods: readonly string[];
}

function doubtsOf({ t }: View, trend: Trend): Doubt[] {
  const found = new Map<string, string[]>();
  for (const { name, cells } of trend.series)
    for (const { label, warnings } of cells)
      for (const code of warnings) {
        const period = trend.series.length > 1 ? t('doubts.of', { name, period: label }) : label;
        found.set(code, [...(found.get(code) ?? []), period]);
      }
  return [...found].map(([code, periods]) => ({ code, periods }));
}

/** What makes points of a chart doubtful, in words, with the periods concerned: a reader must not have to guess it. */
export function TrendDoubts({ view, trend }: { view: View; trend: Trend }) {
  const { t } = view;
  const doubts = doubtsOf(view, trend);
  if (doubts.length === 0) return null;
  return (
    <div className="doubts small">
      <p>{t('doubts.title')}</p>
      <ul>
        {doubts.map(({ code, periods }) => (
          <li key={code} data-doubt={code}>
            {t(`doubts.${code as 'thin'}`)}{' '}
            <span className="quiet">
              {periods.slice(0, NAMED).join(t('doubts.between'))}
              {periods.length > NAMED && ` ${t('doubts.more', { count: periods.length - NAMED })}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
