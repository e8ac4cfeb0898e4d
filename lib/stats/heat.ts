/**
 * Six tiers by the share of reports in a period that hold the slogan. Each tier is about 2.5 times as hot as the
 * next. The words are the field's; the cut-offs are ours and are printed wherever a tier is shown.
 */
export const HEAT_TIERS = [
  { tier: '沸', from: 0.25 },
  { tier: '烫', from: 0.1 },
  { tier: '热', from: 0.04 },
  { tier: '暖', from: 0.015 },
  { tier: '温', from: 0.005 },
  { tier: '冷', from: 0 },
] as const;

export type HeatTier = (typeof HEAT_TIERS)[number]['tier'];

/** The tier of `reports` of `totalReports`; null where there are no reports at all. */
export function heatTier(reports: number, totalReports: number): HeatTier | null {
  if (totalReports === 0) return null;
  const share = reports / totalReports;
  return HEAT_TIERS.find((t) => share >= t.from)?.tier ?? '冷';
}
