import { isName } from './names';
import type { Proposal } from './propose';
import { isBalanced } from './shape';
import { FULL, MONTHS, type Survey, YEARS } from './survey';
import { closesCanonically, closesVaguely, opensWithVerb } from './wording';

/** What a proposal is judged by; each lies between 0 and 1 or a little above. */
export const FEATURES = [
  'documents',
  'documentsSquared',
  'spreadYears',
  'spreadPlaces',
  'policy',
  'company',
  'cohesion',
  'entropy',
  'grown',
  'grownMost',
  'freeLeft',
  'freeRight',
  'freeBoth',
  'freeSeldom',
  'alone',
  'quoted',
  'quotedOften',
  'introduced',
  'faded',
  'seasonal',
  'formula',
  'numeral',
  'balanced',
  'unbalanced',
  'length2',
  'length3',
  'length4',
  'length5',
  'length6to7',
  'length8to11',
  'length12',
  'name',
  'verbFirst',
  'vagueLast',
  'canonicalLast',
  'digits',
  'quotedFrequent',
  'quotedChain',
  'quotedPlain',
  'canonicalFrequent',
  'canonicalFree',
  'companyFrequent',
] as const;
export type Feature = (typeof FEATURES)[number];
export type Features = Readonly<Record<Feature, number>>;

/** So much of a phrase's life counts as its beginning (or end): single strays before it do not. */
const STRAY = 0.02;

const flag = (yes: boolean) => (yes ? 1 : 0);

/** Share of the corpus that lies before the first (or behind the last) years in which a phrase is used. */
function outside(
  counts: Int32Array,
  row: number,
  totals: Float64Array,
  order: readonly number[],
  total: number,
): number {
  let sum = 0;
  for (const y of order) sum += counts[row + y] as number;
  let before = 0;
  let seen = 0;
  for (const y of order) {
    seen += counts[row + y] as number;
    if (seen > STRAY * sum) return total === 0 ? 0 : before / total;
    before += totals[y] as number;
  }
  return 0;
}

/** How far its calendar months are from those of the corpus: 0 even, 1 all in one month (Kullback–Leibler, scaled). */
function seasonality(s: Survey, p: number, monthTotal: number): number {
  let sum = 0;
  for (let m = 0; m < MONTHS; m++) sum += s.byMonth[p * MONTHS + m] as number;
  if (sum === 0 || monthTotal === 0) return 0;
  let divergence = 0;
  for (let m = 0; m < MONTHS; m++) {
    const share = (s.byMonth[p * MONTHS + m] as number) / sum;
    const expected = (s.monthTotals[m] as number) / monthTotal;
    if (share > 0 && expected > 0) divergence += share * Math.log(share / expected);
  }
  return Math.min(1, divergence / Math.log(MONTHS));
}

function lengthsOf(n: number) {
  return {
    length2: flag(n === 2),
    length3: flag(n === 3),
    length4: flag(n === 4),
    length5: flag(n === 5),
    length6to7: flag(n === 6 || n === 7),
    length8to11: flag(n >= 8 && n <= 11),
    length12: flag(n >= 12),
  };
}

/** Reads a survey into features, one proposal at a time. */
export function featureReader(s: Survey, corpusYears: number): (p: Proposal, index: number) => Features {
  const total = s.yearTotals.reduce((a, b) => a + b, 0);
  const monthTotal = s.monthTotals.reduce((a, b) => a + b, 0);
  // Years are kept modulo 32: begin behind the longest gap, so that they come in their order.
  const order = yearOrder(s.yearTotals);
  const backwards = order.toReversed();
  return (p, i) => {
    const spread = Math.log2(1 + p.documents) / 14;
    const grown = Math.max(p.grownLeft, p.grownRight);
    const times = s.alone[i] as number;
    const quoted = Math.sqrt(p.quoted);
    const company = times === 0 ? 0 : (s.company[i] as number) / times / FULL;
    const balanced = flag(p.shape === 'parallel' && isBalanced(p.phrase));
    const canonical = flag(closesCanonically(p.phrase));
    return {
      documents: spread,
      documentsSquared: spread * spread,
      spreadYears: p.years / Math.max(1, corpusYears),
      spreadPlaces: Math.min(1, Math.log2(1 + p.places) / 5),
      policy: p.policy,
      company,
      cohesion: Math.min(1, p.cohesion / 10),
      entropy: Math.min(1, Math.min(p.left, p.right) / 4),
      grown,
      grownMost: flag(grown > 0.7),
      freeLeft: p.freeLeft,
      freeRight: p.freeRight,
      freeBoth: Math.min(p.freeLeft, p.freeRight),
      freeSeldom: 1 - Math.min(1, Math.log2(1 + 50 * Math.min(p.freeLeft, p.freeRight)) / 4),
      alone: times / p.frequency,
      quoted,
      quotedOften: flag(p.quoted > 0.4),
      introduced: outside(s.byYear, i * YEARS, s.yearTotals, order, total),
      faded: outside(s.byYear, i * YEARS, s.yearTotals, backwards, total),
      seasonal: seasonality(s, i, monthTotal),
      formula: flag(p.shape === 'formula'),
      numeral: flag(p.shape === 'numeral'),
      balanced,
      unbalanced: flag(p.shape === 'parallel') - balanced,
      ...lengthsOf(p.phrase.length),
      name: flag(isName(p.phrase)),
      verbFirst: flag(opensWithVerb(p.phrase)),
      vagueLast: flag(closesVaguely(p.phrase)),
      canonicalLast: canonical,
      digits: flag(/\d/.test(p.phrase)),
      quotedFrequent: quoted * spread,
      quotedChain: quoted * balanced,
      quotedPlain: quoted * flag(p.shape === 'phrase'),
      canonicalFrequent: canonical * spread,
      canonicalFree: canonical * Math.min(p.freeLeft, p.freeRight),
      companyFrequent: company * spread,
    };
  };
}

/** The years (modulo 32) in order of time, the first one behind the longest run of empty ones. */
export function yearOrder(totals: Float64Array): number[] {
  let best = 0;
  let longest = -1;
  for (let start = 0; start < YEARS; start++) {
    if (totals[start] === 0) continue;
    let gap = 0;
    while (gap < YEARS && totals[(start - 1 - gap + 2 * YEARS) % YEARS] === 0) gap++;
    if (gap > longest) [best, longest] = [start, gap];
  }
  return Array.from({ length: YEARS }, (_, k) => (best + k) % YEARS);
}
