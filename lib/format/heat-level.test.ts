import { expect, it } from 'vitest';
import { heatLevel, TIER_BOUNDS, tierOfShare } from './heat-level';

it('numbers the tiers from cold to boiling', () => {
  expect([0, 0.005, 0.015, 0.04, 0.1, 0.25].map((s) => heatLevel(tierOfShare(s)))).toEqual([
    0, 1, 2, 3, 4, 5,
  ]);
});

it('prints the rule with the bound below which it is cold', () => {
  expect(TIER_BOUNDS[0]).toEqual({ tier: '沸', share: 0.25, coldest: false });
  expect(TIER_BOUNDS.at(-1)).toEqual({ tier: '冷', share: 0.005, coldest: true });
});
