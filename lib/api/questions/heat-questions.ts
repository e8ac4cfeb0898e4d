import { z } from 'zod';
import { heatTiers, MOVES, tierChanges } from '@/lib/queries/heat-tiers';
import { HEAT_TIERS } from '@/lib/stats/heat';
import { question, SCOPE } from '../question';
import { EXAMPLE_PERIODS, named, periods, STRATA, thin } from './shared-columns';

const tier = z.enum(['沸', '烫', '热', '暖', '温', '冷']);

export const heat = question({
  name: 'heat',
  path: '/heat',
  summary: 'The heat tier of every slogan in the scope: 沸 烫 热 暖 温 冷 by share of reports',
  filters: SCOPE,
  row: {
    ...named,
    mentions: z.number(),
    reports: z.number(),
    totalReports: z.number(),
    share: z.number(),
    low95: z.number(),
    high95: z.number(),
    tier,
    tierLow: tier.describe('Tier of the lower end of the interval.'),
    tierHigh: tier,
  },
  example: { from: '2021', until: '2021' },
  async run(_, filters) {
    const { rows, size } = await heatTiers(filters);
    return { rows, denominators: size, about: { rule: HEAT_TIERS }, warnings: thin(size.reports) };
  },
});

export const heatChanges = question({
  name: 'changes',
  path: '/changes',
  summary: 'What moved from period B to period A: tiers, rising, falling, new, returned, gone',
  params: periods,
  filters: ['place', 'own', ...STRATA],
  row: {
    ...named,
    gloss: z.string().nullable(),
    now: z.number().describe('Reports of A that hold it.'),
    before: z.number(),
    totalNow: z.number(),
    totalBefore: z.number(),
    shareNow: z.number(),
    shareBefore: z.number(),
    tierNow: tier,
    tierBefore: tier,
    tiers: z.number().int().describe('Tiers up (positive) or down.'),
    move: z.enum(MOVES),
    p: z.number(),
    q: z.number(),
    first: z.string().nullable(),
    last: z.string().nullable(),
  },
  example: EXAMPLE_PERIODS,
  async run({ aFrom, aUntil, bFrom, bUntil }, filters) {
    const { rows, found } = await tierChanges(
      filters,
      { from: aFrom, until: aUntil },
      { from: bFrom, until: bUntil },
    );
    const { reportsNow, reportsBefore } = found;
    return {
      rows,
      denominators: { reports: reportsNow + reportsBefore },
      about: { reportsNow, reportsBefore, rule: HEAT_TIERS },
      warnings: thin(reportsNow, reportsBefore),
    };
  },
});
