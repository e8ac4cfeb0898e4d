import { TierMark } from '@/components/text/tier-mark';
import type { View } from '@/lib/format/view';
import { heatTier } from '@/lib/stats/heat';
import { THIN_REPORTS } from '@/lib/stats/rates';
import { yearsOf } from './life-data';

/** How hot a slogan is in the last year of the scope, and how hot it once was where that is more. */
export async function HeatNow({ view, id }: { view: View; id: number }) {
  const { t } = view;
  const { series } = await yearsOf(id, view.filters);
  const years = (series[0]?.rows ?? []).flatMap((r) => {
    const tier = heatTier(r.reports, r.totalReports);
    return tier && r.totalReports >= THIN_REPORTS
      ? [{ year: r.bucket.slice(0, 4), tier, share: r.reports / r.totalReports }]
      : [];
  });
  const last = years[years.length - 1];
  if (!last) return null;
  const top = years.reduce((best, y) => (y.share > best.share ? y : best), last);
  return (
    <p className="heat-now">
      <TierMark view={view} tier={last.tier} />{' '}
      <span className="quiet">{t('heatNow.in', { year: last.year })}</span>
      {top.tier !== last.tier && (
        <>
          {' · '}
          <TierMark view={view} tier={top.tier} />{' '}
          <span className="quiet">{t('heatNow.once', { year: top.year })}</span>
        </>
      )}
    </p>
  );
}
