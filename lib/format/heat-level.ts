import { HEAT_TIERS, type HeatTier } from '@/lib/stats/heat';

/** From 0 for 冷 to 5 for 沸: what the colours are numbered by. */
export function heatLevel(tier: HeatTier): number {
  return HEAT_TIERS.length - 1 - HEAT_TIERS.findIndex((t) => t.tier === tier);
}

/** The tier of a share of reports. */
export function tierOfShare(share: number): HeatTier {
  return HEAT_TIERS.find((t) => share >= t.from)?.tier ?? '冷';
}

export interface TierBound {
  readonly tier: HeatTier;
  /** Least share of the tier; of the coldest, the share that it stays below. */
  readonly share: number;
  readonly coldest: boolean;
}

/** The rule of the tiers, the hottest first, as it is printed. */
export const TIER_BOUNDS: readonly TierBound[] = HEAT_TIERS.map(({ tier, from }, i) => ({
  tier,
  share: from > 0 ? from : (HEAT_TIERS[i - 1]?.from ?? 0),
  coldest: from === 0,
}));
