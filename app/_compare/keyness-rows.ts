import type { ButterflyRow } from '@/components/charts/butterfly';
import type { View } from '@/lib/format/view';
import type { Keyness, KeynessRow } from '@/lib/queries/keyness-of-counts';

const EACH = 12;
const SIGNIFICANT = 0.05;

/** What chance does not explain of the difference between two scopes: the strongest effects of either side. */
export function keynessRows(
  view: View,
  found: Keyness,
  href: (row: KeynessRow) => string = () => '',
): ButterflyRow[] {
  const { t, n } = view;
  const sure = found.rows.filter((r) => r.q < SIGNIFICANT);
  const shown = [
    ...sure.filter((r) => r.logRatio > 0).slice(0, EACH),
    ...sure.filter((r) => r.logRatio < 0).slice(0, EACH),
  ];
  return shown
    .sort((x, y) => y.logRatio - x.logRatio)
    .map((r) => ({
      id: r.id,
      canonical: r.canonical,
      logRatio: r.logRatio,
      low95: r.low95,
      high95: r.high95,
      href: href(r),
      text: t('keyness.row', {
        a: r.reportsA,
        totalA: r.totalA,
        b: r.reportsB,
        totalB: r.totalB,
        ratio: r.where === 'both' ? n.rate(2 ** Math.abs(r.logRatio)) : '∞',
        g2: n.rate(Math.abs(r.logLikelihood)),
      }),
    }));
}
