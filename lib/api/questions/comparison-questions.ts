import { z } from 'zod';
import { compareSlogans } from '@/lib/queries/compare-slogans';
import { keyness } from '@/lib/queries/keyness';
import { type Keyness, strongestOf } from '@/lib/queries/keyness-of-counts';
import { keynessOfPeers } from '@/lib/queries/keyness-of-peers';
import { scopeSize } from '@/lib/queries/scope-size';
import { silence } from '@/lib/queries/silence';
import { similarity } from '@/lib/queries/similarity';
import { placeCode, placeList } from '../params';
import { NO_PLACE, question } from '../question';
import { EXAMPLE_PERIODS, named, periods, STRATA, thin } from './shared-columns';

const keynessRow = {
  ...named,
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

const strongest = z.coerce
  .number()
  .int('a whole number')
  .min(1, 'from 1')
  .max(200, 'at most 200')
  .optional()
  .describe('Only so many of either side, of those that chance does not explain (q < 0.05); else all.');

function keynessAnswer(found: Keyness, each: number | undefined) {
  return {
    rows: each === undefined ? found.rows : strongestOf(found.rows, each),
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
  params: { a: placeCode, b: placeCode, strongest },
  filters: [...NO_PLACE, 'own'],
  row: keynessRow,
  example: { a: '440000', b: '330000', from: '2019' },
  async run({ a, b, strongest: each }, filters) {
    return keynessAnswer(await keyness({ ...filters, place: a }, { ...filters, place: b }), each);
  },
});

export const periodKeyness = question({
  name: 'keyness-of-periods',
  path: '/compare/periods',
  summary: 'What one period says more than another, with effect and significance',
  params: { ...periods, strongest },
  filters: ['place', 'own', ...STRATA],
  row: keynessRow,
  example: EXAMPLE_PERIODS,
  async run({ aFrom, aUntil, bFrom, bUntil, strongest: each }, filters) {
    const [a, b] = [
      { ...filters, from: aFrom, until: aUntil },
      { ...filters, from: bFrom, until: bUntil },
    ];
    return keynessAnswer(await keyness(a, b), each);
  },
});

export const peerKeyness = question({
  name: 'keyness-of-peers',
  path: '/places/{code}/peers',
  summary: 'What a place says more and less than the rest of the place that it lies in',
  params: { code: placeCode, strongest },
  filters: NO_PLACE,
  row: keynessRow,
  example: { code: '440000', strongest: '12' },
  async run({ code, strongest: each }, filters) {
    const found = await keynessOfPeers(filters, code);
    if (!found) return null;
    const answer = keynessAnswer(found, each);
    return { ...answer, about: { ...answer.about, parent: found.parent.code } };
  },
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

export const comparedSlogans = question({
  name: 'compared-slogans',
  path: '/compare/slogans',
  summary:
    'Every slogan that at least one of several places says, in each of them: shared and exclusive ones',
  params: { places: placeList(2, 12) },
  filters: [...NO_PLACE, 'own'],
  row: {
    id: z.number().int(),
    canonical: z.string(),
    kind: z.string(),
    place: z.string(),
    reports: z.number(),
    mentions: z.number(),
    totalReports: z.number(),
    share: z.number().nullable(),
    places: z.number().int().describe('How many of the places say it: all, shared; one, exclusive.'),
  },
  example: { places: '440300,440100,330100' },
  async run({ places }, filters) {
    const { totals, slogans } = await compareSlogans(filters, places);
    const rows = slogans.flatMap(({ id, canonical, kind, reports, mentions }) =>
      places.map((place, i) => {
        const [n, total] = [reports[i] ?? 0, totals[i]?.reports ?? 0];
        return {
          id,
          canonical,
          kind,
          place,
          reports: n,
          mentions: mentions[i] ?? 0,
          totalReports: total,
          share: total === 0 ? null : n / total,
          places: reports.filter((r) => r > 0).length,
        };
      }),
    );
    const sum = (of: (t: (typeof totals)[number]) => number) => totals.reduce((n, t) => n + of(t), 0);
    return {
      rows,
      denominators: { reports: sum((t) => t.reports), characters: sum((t) => t.characters) },
      warnings: thin(...totals.map((t) => t.reports)),
    };
  },
});
