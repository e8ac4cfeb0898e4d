import { z } from 'zod';
import type { Filters } from '@/lib/filters';
import { heatTiers, MOVES, tierChanges } from '@/lib/queries/heat-tiers';
import { keyness } from '@/lib/queries/keyness';
import { scopeSize } from '@/lib/queries/scope-size';
import { silence } from '@/lib/queries/silence';
import { similarity } from '@/lib/queries/similarity';
import { HEAT_TIERS } from '@/lib/stats/heat';
import { period, placeCode, placeList } from '../params';
import { NO_PLACE, question, SCOPE } from '../question';

const tier = z.enum(['沸', '烫', '热', '暖', '温', '冷']);
const STRATA = ['source', 'issuer', 'genre', 'copies'] as const;
const name = { id: z.number().int(), canonical: z.string(), kind: z.string(), listed: z.boolean() };

/** thin: a side with so few reports that its shares mean little. */
function thin(...reports: readonly number[]): string[] {
  return Math.min(...reports) < 20 ? ['thin'] : [];
}

const keynessRow = {
  ...name,
  reportsA: z.number(),
  totalA: z.number(),
  reportsB: z.number(),
  totalB: z.number(),
  logLikelihood: z.number().describe('Positive where A says it more.'),
  p: z.number(),
  q: z.number().describe('p adjusted for testing all slogans at once (Benjamini–Hochberg).'),
  logRatio: z.number().describe("How often A's share doubles B's."),
  low95: z.number(),
  high95: z.number(),
  logOdds: z.number().describe('With informative Dirichlet prior (Monroe, Colaresi & Quinn).'),
  z: z.number(),
  where: z.enum(['a', 'b', 'both']),
};

async function keynessAnswer(a: Filters, b: Filters) {
  const found = await keyness(a, b);
  return {
    rows: found.rows,
    denominators: {
      reports: found.a.reports + found.b.reports,
      characters: found.a.characters + found.b.characters,
    },
    about: { a: found.a, b: found.b },
    warnings: thin(found.a.reports, found.b.reports),
  };
}

export const placeKeyness = question({
  name: 'keyness-of-places',
  path: '/compare/places',
  summary: 'What one place says more than another, with effect and significance',
  params: { a: placeCode, b: placeCode },
  filters: [...NO_PLACE, 'own'],
  row: keynessRow,
  example: { a: '440000', b: '330000', from: '2019' },
  run: ({ a, b }, filters) => keynessAnswer({ ...filters, place: a }, { ...filters, place: b }),
});

const periods = {
  aFrom: period.describe('First year, month or day of A.'),
  aUntil: period.describe('Last one, included.'),
  bFrom: period.describe('First year, month or day of B.'),
  bUntil: period.describe('Last one, included.'),
};
const EXAMPLE_PERIODS = { aFrom: '2022', aUntil: '2022', bFrom: '2021', bUntil: '2021' };

export const periodKeyness = question({
  name: 'keyness-of-periods',
  path: '/compare/periods',
  summary: 'What one period says more than another, with effect and significance',
  params: periods,
  filters: ['place', 'own', ...STRATA],
  row: keynessRow,
  example: EXAMPLE_PERIODS,
  run: ({ aFrom, aUntil, bFrom, bUntil }, filters) =>
    keynessAnswer({ ...filters, from: aFrom, until: aUntil }, { ...filters, from: bFrom, until: bUntil }),
});

export const placeSimilarity = question({
  name: 'similarity',
  path: '/compare/similarity',
  summary: 'How alike places speak: cosine of the shares of their reports over all slogans, every pair once',
  params: { places: placeList(2, 12) },
  filters: [...NO_PLACE, 'own'],
  row: {
    a: z.string(),
    b: z.string(),
    cosine: z.number().nullable(),
    shared: z.number(),
    either: z.number(),
    totalA: z.number(),
    totalB: z.number(),
    warnings: z.array(z.string()),
  },
  example: { places: '440300,440100,330100' },
  async run({ places }, filters) {
    const [rows, size] = await Promise.all([similarity(filters, places), scopeSize(filters)]);
    return { rows, denominators: size, about: { places } };
  },
});

export const placeSilence = question({
  name: 'silence',
  path: '/places/{code}/silence',
  summary: 'What the peers of a place say and it does not, with the probability of seeing none',
  description:
    'Peers are places of the same level and parent; what is expected is the share of the median peer.',
  params: { code: placeCode },
  filters: NO_PLACE,
  row: {
    id: z.number().int(),
    canonical: z.string(),
    peerReports: z.number(),
    peerTotal: z.number(),
    peersSaying: z.number(),
    expected: z.number(),
    p: z.number(),
    q: z.number(),
  },
  example: { code: '440600' },
  async run({ code }, filters) {
    const { rows, ...about } = await silence(filters, code);
    return {
      rows,
      denominators: { reports: about.reports },
      about,
      warnings: [...thin(about.reports), ...(about.peers.length < 2 ? ['too-few-peers'] : [])],
    };
  },
});

export const heat = question({
  name: 'heat',
  path: '/heat',
  summary: 'The heat tier of every slogan in the scope: 沸 烫 热 暖 温 冷 by share of reports',
  filters: SCOPE,
  row: {
    ...name,
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
    ...name,
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
