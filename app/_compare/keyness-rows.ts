import type { ButterflyRow } from '@/components/charts/butterfly';
import type { View } from '@/lib/format/view';
import { type Keyness, type KeynessRow, strongestOf } from '@/lib/queries/keyness-of-counts';

/** So many rows on either side. */
export const EACH = 12;

/** What chance does not explain of the difference between two scopes: the strongest effects of either side. */
export function keynessRows(
  view: View,
  found: Keyness,
  href: (row: KeynessRow) => string = () => '',
): ButterflyRow[] {
  const { t, n } = view;
  return strongestOf(found.rows, EACH).map((r) => ({
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
