/**
 * The rates of a slogan, each with its 95 % interval. One definition for pages, charts, CSV and API.
 */
import type { Measure } from '@/lib/filters';
import { type Interval, poissonOfClusters, wilson } from './intervals';

export interface Counts {
  readonly mentions: number;
  /** Reports that hold the slogan. */
  readonly reports: number;
  readonly totalReports: number;
  readonly totalCharacters: number;
}

export interface Rate extends Interval {
  /** Null where there is no denominator: no documents, which is not zero. */
  readonly value: number | null;
  /** Too few reports for the rate to mean much: shown hollow. */
  readonly thin: boolean;
}

/** Below so many reports a share is anybody's guess: its interval is wider than ± 20 percentage points at 50 %. */
export const THIN_REPORTS = 20;
/** Twenty short reports: below so many characters a rate per million of them is as much of a guess. */
export const THIN_CHARACTERS = 10_000;
const MILLION = 1_000_000;
const NOTHING: Rate = { value: null, low: 0, high: 0, thin: true };

/** Share of reports that hold the slogan, 0 to 1, Wilson's interval. */
function share(c: Counts): Rate {
  if (c.totalReports === 0) return NOTHING;
  return {
    value: c.reports / c.totalReports,
    ...wilson(c.reports, c.totalReports),
    thin: c.totalReports < THIN_REPORTS,
  };
}

/** Mentions per million characters, exact Poisson interval, wider where reports repeat the slogan. */
function perMillion(c: Counts): Rate {
  if (c.totalCharacters === 0) return NOTHING;
  const scale = MILLION / c.totalCharacters;
  const { low, high } = poissonOfClusters(c.mentions, c.reports);
  return {
    value: c.mentions * scale,
    low: low * scale,
    high: high * scale,
    thin: c.totalReports < THIN_REPORTS || c.totalCharacters < THIN_CHARACTERS,
  };
}

/** Mentions as they are: a count of all that is stored has no interval. */
function mentions(c: Counts): Rate {
  if (c.totalReports === 0) return NOTHING;
  return { value: c.mentions, low: c.mentions, high: c.mentions, thin: c.totalReports < THIN_REPORTS };
}

const RATES: Record<Measure, (c: Counts) => Rate> = { share, million: perMillion, mentions };

/** The rate in the measure asked for. */
export function rateOf(measure: Measure, counts: Counts): Rate {
  return RATES[measure](counts);
}
