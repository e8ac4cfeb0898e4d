import type { MonthlyCount } from './life-of-series';

/**
 * succession: one goes where the other comes. companionship: both are used at once, and often in the same reports.
 * apart: neither; coexistence without company, or too little to say.
 */
export type SuccessionVerdict = 'succession' | 'companionship' | 'apart' | 'too-few';

export interface Succession {
  readonly verdict: SuccessionVerdict;
  /** First day of the month from which on the second is used more; null where there is no such month. */
  readonly crossover: string | null;
  /** Share of the reports that hold the first and lie before the crossover; and of the second from it on. */
  readonly before: number;
  readonly after: number;
  /** Reports that hold both, over those that hold the rarer one. */
  readonly overlap: number;
}

export interface PairCount extends MonthlyCount {
  /** Reports that hold the second slogan, and both. */
  readonly other: number;
  readonly both: number;
}

/** So many reports have to hold each of the two. */
export const FEWEST_FOR_SUCCESSION = 10;
/** So much of each has to lie on its side of the crossover; the old one dies away slowly. */
export const CLEAR = 0.6;
export const CLOSE = 0.3;

const sum = (xs: readonly number[]) => xs.reduce((a, b) => a + b, 0);

/**
 * The month that has the fewest months on the wrong side: led by the second before it, by the first from it on. Months
 * vote, not reports, so that a long and busy tail does not draw the line towards itself.
 */
function bestCut(months: readonly PairCount[]): number {
  const lead = months.map((m) => Math.sign(m.reports - m.other));
  const right = [...months, null].map((_, at) => sum(lead.slice(0, at)) - sum(lead.slice(at)));
  return right.indexOf(Math.max(...right));
}

/**
 * Whether the second slogan took the place of the first, from monthly counts. The crossover is the month that parts
 * the months led by the first from those led by the second best. Pure.
 */
export function successionOf(months: readonly PairCount[]): Succession {
  const [first, second] = [sum(months.map((m) => m.reports)), sum(months.map((m) => m.other))];
  const nothing = { crossover: null, before: 0, after: 0 };
  if (Math.min(first, second) < FEWEST_FOR_SUCCESSION) return { verdict: 'too-few', ...nothing, overlap: 0 };
  const overlap = sum(months.map((m) => m.both)) / Math.min(first, second);
  const at = bestCut(months);
  const before = sum(months.slice(0, at).map((m) => m.reports)) / first;
  const after = sum(months.slice(at).map((m) => m.other)) / second;
  const clear = before >= CLEAR && after >= CLEAR && at > 0;
  const verdict = overlap >= CLOSE ? 'companionship' : clear ? 'succession' : 'apart';
  return { verdict, crossover: clear ? (months[at]?.bucket ?? null) : null, before, after, overlap };
}
