import { FEWEST_GONE, NOTABLE } from '@/lib/format/changes';
import type { Numbers } from '@/lib/format/numbers';
import { ALIKE } from '@/lib/queries/directive-copies';
import {
  BURST,
  FEWEST_FOR_LIFE,
  LIGHTEST_BURST,
  SHORTEST_LEVEL,
  SHORTEST_SILENCE,
} from '@/lib/queries/life-of-series';
import { SAMPLE } from '@/lib/queries/phrase-sample';
import { FEWEST_ELSEWHERE } from '@/lib/queries/place-firsts';
import { FEWEST_PEERS } from '@/lib/queries/silence';
import { cosine } from '@/lib/queries/similarity';
import { CLEAR, CLOSE, FEWEST_FOR_SUCCESSION } from '@/lib/queries/succession-of-series';
import { MISSED, MOST_RELAYED, MOST_SHIFT, WEIGHTY } from '@/lib/queries/warnings-of-series';
import {
  FEWEST_FOR_SHAPE,
  halfLife,
  SHAPE_CUTS,
  silenceProbability,
  spreadShape,
} from '@/lib/stats/adoption';
import { normalisedPmi, pmi } from '@/lib/stats/association';
import { batchedBursts } from '@/lib/stats/bursts';
import { changePoints } from '@/lib/stats/change-points';
import { deviationOfProportions, FEWEST_FOR_DISPERSION } from '@/lib/stats/dispersion';
import { heatTier } from '@/lib/stats/heat';
import { CONFIDENCE, poisson, SIGNIFICANT, wilson } from '@/lib/stats/intervals';
import { kaplanMeier } from '@/lib/stats/kaplan-meier';
import { adjustForMany, chiSquareP, logLikelihood, logLikelihoodTable, logRatio } from '@/lib/stats/keyness';
import { logOdds } from '@/lib/stats/log-odds';
import { rateOf, THIN_REPORTS } from '@/lib/stats/rates';
import { smoothRates } from '@/lib/stats/smoothing';
import { mannKendall } from '@/lib/stats/trend-test';

/** What a measure is a share of, or is counted in. */
export type Denominator = 'reports' | 'characters' | 'mentions' | 'lists' | 'places';

/** One thing that the site shows, explained. Its words are the messages methods.KEY-title and methods.KEY. */
export interface GlossaryEntry {
  readonly key: string;
  /** The cut-offs that its text names, as they stand where it is computed. */
  readonly values?: (n: Numbers) => Readonly<Record<string, string>>;
  readonly formula?: string;
  /** Who described it, and when. */
  readonly source?: string;
  readonly of?: Denominator;
  /** The functions that compute it. */
  readonly computedBy?: readonly ((...args: never[]) => unknown)[];
  /** The charts that show it. */
  readonly figures?: readonly string[];
}

export interface GlossarySection {
  readonly key: 'counted' | 'rates' | 'time' | 'places' | 'differences' | 'words' | 'doubts';
  readonly entries: readonly GlossaryEntry[];
}

const COUNTED: readonly GlossaryEntry[] = [
  { key: 'slogan' },
  { key: 'kinds' },
  { key: 'counting' },
  { key: 'report', figures: ['tiles', 'places-below', 'coverage'] },
  { key: 'copies' },
  { key: 'date' },
  { key: 'place' },
  { key: 'lists' },
  { key: 'repairs' },
  { key: 'version' },
  { key: 'synthetic' },
];

const RATES: readonly GlossaryEntry[] = [
  {
    key: 'share',
    of: 'reports',
    formula: 'n / N',
    computedBy: [rateOf],
    figures: [
      'slogan-trend',
      'slogan-places',
      'ranking',
      'compare-trend',
      'slogans-trend',
      'compare-tops',
      'compare-shared',
    ],
  },
  { key: 'million', of: 'characters', formula: '10⁶ · m / C', computedBy: [rateOf] },
  {
    key: 'interval',
    values: (n) => ({ confidence: n.share(CONFIDENCE) }),
    formula: '(p + z²/2N ± z·√(p(1−p)/N + z²/4N²)) / (1 + z²/N)',
    source: 'Wilson 1927; Garwood 1936',
    computedBy: [wilson, poisson],
  },
  { key: 'thin', values: (n) => ({ reports: n.count(THIN_REPORTS) }), of: 'reports' },
  { key: 'missing' },
  { key: 'heat', of: 'reports', computedBy: [heatTier], figures: ['slogan-heat-map'] },
];

const TIME: readonly GlossaryEntry[] = [
  { key: 'smoothing', of: 'reports', formula: 'Σ n / Σ N', computedBy: [smoothRates] },
  {
    key: 'change',
    values: (n) => ({ errors: n.rate(NOTABLE), least: n.count(FEWEST_GONE) }),
    formula: '(p₁ − p₂) / √(p(1−p)(1/N₁ + 1/N₂))',
    of: 'reports',
  },
  {
    key: 'burst',
    values: (n) => ({
      times: n.rate(BURST.s),
      weight: n.rate(LIGHTEST_BURST),
      likelier: n.count(Math.floor(Math.exp(LIGHTEST_BURST) / 100) * 100),
    }),
    source: 'Kleinberg 2002',
    of: 'reports',
    computedBy: [batchedBursts],
  },
  {
    key: 'level',
    values: (n) => ({ months: n.count(SHORTEST_LEVEL) }),
    formula: 'min Σ (x − μ)² / σ² + 3 k · ln T',
    source: 'Jackson et al. 2005',
    computedBy: [changePoints],
  },
  { key: 'half-life', values: (n) => ({ reports: n.count(FEWEST_FOR_LIFE) }), computedBy: [halfLife] },
  {
    key: 'silence',
    values: (n) => ({ months: n.count(SHORTEST_SILENCE), p: n.rate(SIGNIFICANT) }),
    formula: 'exp (N · ln (1 − p))',
    of: 'reports',
    computedBy: [silenceProbability],
  },
  {
    key: 'trend',
    values: (n) => ({ p: n.rate(SIGNIFICANT) }),
    source: 'Mann 1945; Kendall 1975',
    computedBy: [mannKendall, chiSquareP],
  },
];

const PLACES: readonly GlossaryEntry[] = [
  {
    key: 'adoption',
    values: (n) => ({ p: n.rate(SIGNIFICANT) }),
    of: 'places',
    figures: ['slogan-adoption'],
  },
  { key: 'curve', source: 'Kaplan & Meier 1958', of: 'places', computedBy: [kaplanMeier] },
  {
    key: 'shape',
    values: (n) => ({
      fewest: n.count(FEWEST_FOR_SHAPE),
      early: n.share(SHAPE_CUTS.R),
      even: n.share(SHAPE_CUTS.S),
    }),
    of: 'places',
    computedBy: [spreadShape],
  },
  { key: 'firsts', values: (n) => ({ reports: n.count(FEWEST_ELSEWHERE) }) },
  {
    key: 'absent',
    values: (n) => ({ peers: n.count(FEWEST_PEERS), q: n.rate(SIGNIFICANT) }),
    formula: 'exp (N · ln (1 − p))',
    of: 'reports',
    computedBy: [silenceProbability],
  },
  {
    key: 'dispersion',
    values: (n) => ({ mentions: n.count(FEWEST_FOR_DISPERSION) }),
    formula: 'DP = ½ Σ |m / M − c / C|',
    source: 'Gries 2008; Lijffijt & Gries 2012',
    of: 'characters',
    computedBy: [deviationOfProportions],
  },
  { key: 'similarity', formula: 'Σ ab / √(Σ a² · Σ b²)', of: 'reports', computedBy: [cosine] },
];

const DIFFERENCES: readonly GlossaryEntry[] = [
  {
    key: 'ratio',
    values: (n) => ({ confidence: n.share(CONFIDENCE) }),
    formula: 'log₂ ((a / A) / (b / B))',
    source: 'Hardie 2014',
    of: 'reports',
    computedBy: [logRatio],
    figures: ['compare-places', 'compare-periods', 'place-peers'],
  },
  {
    key: 'likelihood',
    formula: 'G² = 2 Σ O · ln (O / E)',
    source: 'Dunning 1993; Rayson & Garside 2000',
    of: 'reports',
    computedBy: [logLikelihood, logLikelihoodTable, chiSquareP],
  },
  {
    key: 'q',
    values: (n) => ({ q: n.rate(SIGNIFICANT) }),
    source: 'Benjamini & Hochberg 1995',
    computedBy: [adjustForMany],
  },
  { key: 'odds', source: 'Monroe, Colaresi & Quinn 2008', of: 'reports', computedBy: [logOdds] },
];

const WORDS: readonly GlossaryEntry[] = [
  {
    key: 'company',
    formula: 'NPMI = log₂ (n·N / (x·y)) / −log₂ (n / N)',
    source: 'Bouma 2009',
    of: 'reports',
    computedBy: [pmi, normalisedPmi],
    figures: ['slogan-company'],
  },
  {
    key: 'succession',
    values: (n) => ({ fewest: n.count(FEWEST_FOR_SUCCESSION), clear: n.share(CLEAR), close: n.share(CLOSE) }),
    of: 'reports',
  },
  { key: 'drift', of: 'mentions', figures: ['slogan-drift'] },
  {
    key: 'phrases',
    values: (n) => ({ documents: n.count(SAMPLE) }),
    of: 'reports',
    figures: ['phrase-trend'],
  },
  { key: 'rank', of: 'lists', figures: ['directive-rank'] },
  {
    key: 'alike',
    values: (n) => ({ share: n.share(ALIKE) }),
    formula: '|A ∩ B| / |A ∪ B|',
    source: 'Jaccard 1901',
  },
];

const DOUBTS: readonly GlossaryEntry[] = [
  {
    key: 'warnings',
    values: (n) => ({
      part: n.share(WEIGHTY),
      missed: n.share(MISSED),
      shift: n.share(MOST_SHIFT),
      relayed: n.share(MOST_RELAYED),
    }),
  },
];

/** Everything that the site measures, in the order in which it is explained. */
export const GLOSSARY: readonly GlossarySection[] = [
  { key: 'counted', entries: COUNTED },
  { key: 'rates', entries: RATES },
  { key: 'time', entries: TIME },
  { key: 'places', entries: PLACES },
  { key: 'differences', entries: DIFFERENCES },
  { key: 'words', entries: WORDS },
  { key: 'doubts', entries: DOUBTS },
];
