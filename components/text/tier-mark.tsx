import { heatLevel, TIER_BOUNDS, type TierBound } from '@/lib/format/heat-level';
import type { View } from '@/lib/format/view';

type HeatTier = TierBound['tier'];

/** A heat tier: the word first, its colour second. In brackets where it rests on few reports. */
export function TierMark({ view, tier, thin = false }: { view: View; tier: HeatTier; thin?: boolean }) {
  const word = view.t(`tier.${tier}`);
  return (
    <span className="tier">
      <span className={`heat heat-${heatLevel(tier)}`} aria-hidden="true" />
      {thin ? view.t('tier.thin', { word }) : word}
    </span>
  );
}

/** Where the tiers are cut: printed wherever they are shown. */
export function TierRule({ view }: { view: View }) {
  const { t, n } = view;
  return (
    <p className="quiet small tier-rule">
      {t('tier.rule')}{' '}
      {TIER_BOUNDS.map(({ tier, share, coldest }) => (
        <span key={tier}>
          <TierMark view={view} tier={tier} /> {`${coldest ? '<' : '≥'} ${n.share(share)}`}
        </span>
      ))}
    </p>
  );
}
