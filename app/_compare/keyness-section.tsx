import { Butterfly } from '@/components/charts/butterfly';
import { type FigureLinks, FigureMenu } from '@/components/charts/figure-menu';
import type { Filters } from '@/lib/filters';
import type { View } from '@/lib/format/view';
import type { Keyness } from '@/lib/queries/keyness-of-counts';
import { THIN_REPORTS } from '@/lib/stats/rates';
import { keynessRows } from './keyness-rows';

type Scope = Pick<Filters, 'from' | 'until' | 'place'>;

interface Props {
  readonly view: View;
  readonly found: Keyness;
  /** Where the rows of either side lead. */
  readonly a: Scope;
  readonly b: Scope;
  readonly names: readonly [string, string];
  readonly links: FigureLinks;
  readonly title?: string;
}

const scope = ({ from, until, place }: Scope) => ({ from, until, place });

/** What one of two says more than the other: effect with interval, only where chance does not explain it. */
export function KeynessSection({ view, found, a, b, names, links, title }: Props) {
  const { t } = view;
  const rows = keynessRows(view, found, (r) => view.href(`/slogans/${r.id}`, scope(r.logRatio > 0 ? a : b)));
  return (
    <section aria-labelledby="keyness">
      <div className="section-head">
        <h2 id="keyness">{title ?? t('keyness.title')}</h2>
        {rows.length > 0 && <FigureMenu view={view} table="keyness-data" {...links} />}
      </div>
      <p className="quiet small">{t('keyness.note')}</p>
      {Math.min(found.a.reports, found.b.reports) < THIN_REPORTS && (
        <p className="small">{t('keyness.thin')}</p>
      )}
      <div id="keyness-data">
        {rows.length === 0 ? <p>{t('keyness.none')}</p> : <Butterfly view={view} names={names} rows={rows} />}
      </div>
    </section>
  );
}
