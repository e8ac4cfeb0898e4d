import { Sparkline } from '@/components/charts/sparkline';
import { SloganName } from '@/components/text/slogan-name';
import { sortChanges } from '@/lib/format/changes';
import { formatDate } from '@/lib/format/dates';
import type { ComparedPeriods } from '@/lib/format/periods';
import type { View } from '@/lib/format/view';
import type { ChangeRow, Changes } from '@/lib/queries/changes';
import { type SloganTrends, sloganTrends } from '@/lib/queries/slogan-trends';
import { span } from '@/lib/queries/span';

const LIMIT = 6;

/** What moved between the period and the equally long one before it: rising, new, gone. */
export async function Moved({
  view,
  periods,
  changes,
}: {
  view: View;
  periods: ComparedPeriods;
  changes: Changes;
}) {
  const { t, n, locale } = view;
  const sorted = sortChanges(changes.rows, changes, `${periods.now.from ?? ''}-01-01`.slice(0, 10), LIMIT);
  // Both periods, by months: the rise itself.
  const whole = { ...view.filters, from: periods.before.from, until: periods.now.until };
  const shown = [...sorted.rising, ...sorted.falling].map((r) => r.id);
  const trends = await sloganTrends(whole, shown, 'month', await span(whole));
  const words = ({ from = '', until = '' }) =>
    from === until
      ? formatDate(from, locale)
      : t('filters.between', { from: formatDate(from, locale), until: formatDate(until, locale) });
  const ratio = (r: ChangeRow) => {
    const factor = r.now / changes.reportsNow / (r.before / changes.reportsBefore);
    return t('overview.ratio', { factor: n.rate(factor) });
  };
  return (
    <section className="moved">
      <h2>
        {t(periods.assumed ? 'overview.movedAssumed' : 'overview.moved', { period: words(periods.now) })}
      </h2>
      <p className="quiet small">
        {t('overview.against', {
          before: words(periods.before),
          now: n.count(changes.reportsNow),
          past: n.count(changes.reportsBefore),
        })}
      </p>
      <div className="columns">
        <Column view={view} title={t('overview.rising')} rows={sorted.rising} trends={trends} note={ratio} />
        <Column
          view={view}
          title={t('overview.falling')}
          rows={sorted.falling}
          trends={trends}
          note={ratio}
        />
        <Column
          view={view}
          title={t('overview.fresh')}
          rows={sorted.fresh}
          note={(r) => t('overview.firstSaid', { date: r.first ? formatDate(r.first, locale) : '' })}
        />
        <Column
          view={view}
          title={t('overview.gone')}
          rows={sorted.gone}
          note={(r) => t('overview.lastSaid', { date: r.last ? formatDate(r.last, locale) : '' })}
        />
      </div>
    </section>
  );
}

interface ColumnProps {
  readonly view: View;
  readonly title: string;
  readonly rows: readonly ChangeRow[];
  /** Where there is a course to see: what is new or gone has one end only. */
  readonly trends?: SloganTrends;
  readonly note: (row: ChangeRow) => string;
}

function Column({ view, title, rows, trends, note }: ColumnProps) {
  return (
    <div>
      <h3>{title}</h3>
      {rows.length === 0 ? (
        <p className="quiet small">{view.t('overview.none')}</p>
      ) : (
        <ol>
          {rows.map((r) => (
            <li key={r.id}>
              <SloganName href={view.href(`/slogans/${r.id}`)} canonical={r.canonical} />
              {trends && (
                <Sparkline values={trends.of.get(r.id) ?? []} volume={trends.volume} width={64} height={18} />
              )}
              <span className="note">{note(r)}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
