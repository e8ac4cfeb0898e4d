import { Butterfly } from '@/components/charts/butterfly';
import type { Filters } from '@/lib/filters';
import type { View } from '@/lib/format/view';
import { keyness } from '@/lib/queries/keyness';
import type { KeynessRow } from '@/lib/queries/keyness-of-counts';
import { THIN_REPORTS } from '@/lib/stats/rates';

const EACH = 12;
const SIGNIFICANT = 0.05;

interface Props {
  readonly view: View;
  readonly a: Filters;
  readonly b: Filters;
  readonly names: readonly [string, string];
  /** Address of the same numbers as CSV. */
  readonly csv: string;
}

/** What one of two says more than the other: effect with interval, only where chance does not explain it. */
export async function KeynessSection({ view, a, b, names, csv }: Props) {
  const { t, n } = view;
  const found = await keyness(a, b);
  const sure = found.rows.filter((r) => r.q < SIGNIFICANT);
  const shown = [
    ...sure.filter((r) => r.logRatio > 0).slice(0, EACH),
    ...sure.filter((r) => r.logRatio < 0).slice(0, EACH),
  ].sort((x, y) => y.logRatio - x.logRatio);
  const text = (r: KeynessRow) =>
    t('keyness.row', {
      a: r.reportsA,
      totalA: r.totalA,
      b: r.reportsB,
      totalB: r.totalB,
      ratio: r.where === 'both' ? n.rate(2 ** Math.abs(r.logRatio)) : '∞',
      g2: n.rate(Math.abs(r.logLikelihood)),
    });
  return (
    <section aria-labelledby="keyness">
      <h2 id="keyness">{t('keyness.title')}</h2>
      <p className="quiet small">{t('keyness.note')}</p>
      {Math.min(found.a.reports, found.b.reports) < THIN_REPORTS && (
        <p className="small">{t('keyness.thin')}</p>
      )}
      {shown.length === 0 ? (
        <p>{t('keyness.none')}</p>
      ) : (
        <Butterfly
          view={view}
          names={names}
          rows={shown.map((r) => ({
            ...r,
            text: text(r),
            href: view.href(`/slogans/${r.id}`, r.logRatio > 0 ? scope(a) : scope(b)),
          }))}
        />
      )}
      <p className="small">
        <a href={csv}>CSV</a>
      </p>
    </section>
  );
}

const scope = ({ from, until, place }: Filters) => ({ from, until, place });
