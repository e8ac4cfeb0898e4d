import { halfLife, silenceProbability } from '@/lib/stats/adoption';
import { batchedBursts } from '@/lib/stats/bursts';
import { changePoints } from '@/lib/stats/change-points';
import { SIGNIFICANT } from '@/lib/stats/intervals';
import { chiSquareP } from '@/lib/stats/keyness';
import { mannKendall } from '@/lib/stats/trend-test';

export interface MonthlyCount {
  /** First day of the month. */
  readonly bucket: string;
  readonly reports: number;
  readonly totalReports: number;
}

/**
 * What happened in the life of a slogan. debut, last: first and last month of use; burst: months of about twice
 * the usual use; change: the level of use changes for good; silence: months without use that chance does not explain;
 * return: the month of use that ends one; peak: the month of most use, about; half-life: the month in which use has
 * fallen to half of the peak for good.
 */
export const LIFE_EVENTS = [
  'debut',
  'burst',
  'change',
  'silence',
  'return',
  'peak',
  'half-life',
  'last',
] as const;
export type LifeEventKind = (typeof LIFE_EVENTS)[number];

export interface LifeEvent {
  readonly event: LifeEventKind;
  /** First days of the first and the last month, both included. */
  readonly from: string;
  readonly until: string;
  /** Reports that hold it and all reports of these months (last: of the months since). */
  readonly reports: number;
  readonly totalReports: number;
  /** Share before and after a change; null for the others. */
  readonly before: number | null;
  readonly after: number | null;
  /** Weight of a burst (ln of how much likelier), months of a half-life; null for the others. */
  readonly value: number | null;
  /** Probability of as long a silence by chance; null where there is none. */
  readonly p: number | null;
}

export interface Life {
  readonly events: readonly LifeEvent[];
  /** Mann–Kendall over the months since the debut: z > 0 rises. Null where there are too few uses to say. */
  readonly trend: { readonly z: number; readonly p: number; readonly months: number } | null;
  /** It has not been seen since its last month, and chance does not explain that. */
  readonly gone: boolean;
  /** Too few reports hold it for anything but first and last. */
  readonly few: boolean;
}

/** So many reports have to hold a slogan before its life is told. */
export const FEWEST_FOR_LIFE = 10;
export const SHORTEST_SILENCE = 3;
export const BURST = { s: 2, gamma: 1 };
/** In natural logarithms: a lighter burst is less than 400 times likelier than none. */
export const LIGHTEST_BURST = 6;

type Series = readonly MonthlyCount[];

const sum = (xs: readonly number[]) => xs.reduce((a, b) => a + b, 0);
const held = (months: Series) => sum(months.map((m) => m.reports));
const all = (months: Series) => sum(months.map((m) => m.totalReports));
const shareOf = (months: Series) => (all(months) === 0 ? 0 : held(months) / all(months));

function event(kind: LifeEventKind, months: Series, more: Partial<LifeEvent> = {}): LifeEvent {
  const [first, last] = [months[0], months[months.length - 1]];
  if (!first || !last) throw new RangeError('an event has at least one month');
  const counts = { reports: held(months), totalReports: all(months) };
  const nothing = { before: null, after: null, value: null, p: null };
  return { event: kind, from: first.bucket, until: last.bucket, ...counts, ...nothing, ...more };
}

function burstsOf(life: Series): LifeEvent[] {
  const bursts = batchedBursts(
    life.map((m) => m.reports),
    life.map((m) => m.totalReports),
    BURST,
  );
  return bursts
    .filter((b) => b.weight >= LIGHTEST_BURST)
    .map((b) => event('burst', life.slice(b.first, b.last + 1), { value: b.weight }));
}

/** The bursts of a slogan alone, as its life tells them: none where it is told of too few reports. */
export function burstsOfSeries(months: Series): LifeEvent[] {
  const first = months.findIndex((m) => m.reports > 0);
  const last = months.findLastIndex((m) => m.reports > 0);
  return first < 0 || held(months) < FEWEST_FOR_LIFE ? [] : burstsOf(months.slice(first, last + 1));
}

/** A level that is over after half a year was a burst or a pause. */
export const SHORTEST_LEVEL = 6;

/**
 * On the arcsine of the root of the share, which makes the noise of small and large shares alike: by chance alone its
 * variance is a quarter of one over the reports.
 */
function changesOf(months: Series): LifeEvent[] {
  const seen = months.filter((m) => m.totalReports > 0);
  const levels = seen.map((m) => Math.asin(Math.sqrt(m.reports / m.totalReports)));
  const leastNoise = sum(seen.map((m) => 1 / (4 * m.totalReports))) / seen.length;
  const cuts = changePoints(levels, { leastNoise, shortest: SHORTEST_LEVEL });
  const bounds = [0, ...cuts, seen.length];
  return cuts.map((at, i) => {
    const before = shareOf(seen.slice(bounds[i], at));
    const after = shareOf(seen.slice(at, bounds[i + 2]));
    return event('change', seen.slice(at, at + 1), { before, after });
  });
}

/** Runs of months without use inside a life, that the share of the year before does not explain. */
function silencesOf(life: Series): LifeEvent[] {
  const found: LifeEvent[] = [];
  let from = -1;
  life.forEach((month, i) => {
    if (month.reports === 0) {
      if (from < 0) from = i;
      return;
    }
    if (from > 0 && i - from >= SHORTEST_SILENCE) {
      const quiet = life.slice(from, i);
      const p = silenceProbability(shareOf(life.slice(Math.max(0, from - 12), from)), all(quiet));
      if (p < SIGNIFICANT) found.push(event('silence', quiet, { p }), event('return', [month]));
    }
    from = -1;
  });
  return found;
}

/** Peak and half-life on rates pooled over three months, so that one odd month is no peak. */
function declineOf(life: Series): LifeEvent[] {
  const around = (i: number) => life.slice(Math.max(0, i - 1), i + 2);
  const rates = life.map((_, i) => (all(around(i)) === 0 ? null : shareOf(around(i))));
  const top = Math.max(...rates.map((r) => r ?? 0));
  const peak = rates.findIndex((r) => r === top);
  const months = halfLife(rates);
  const peakMonth = life.slice(peak, peak + 1);
  if (peakMonth.length === 0) return [];
  const events = [event('peak', peakMonth)];
  if (months !== null)
    events.push(event('half-life', life.slice(peak + months, peak + months + 1), { value: months }));
  return events;
}

/**
 * The life of a slogan from its monthly counts, without holes. Months without reports say nothing. Whether it is gone
 * is judged by its share in the year before its last month.
 */
export function lifeOfSeries(months: Series): Life {
  const first = months.findIndex((m) => m.reports > 0);
  const last = months.findLastIndex((m) => m.reports > 0);
  if (first < 0) return { events: [], trend: null, gone: false, few: true };
  const since = months.slice(last + 1);
  const p =
    all(since) === 0
      ? 1
      : silenceProbability(shareOf(months.slice(Math.max(0, last - 11), last + 1)), all(since));
  const ends = [
    event('debut', months.slice(first, first + 1)),
    { ...event('last', months.slice(last, last + 1)), totalReports: all(since), reports: 0, p },
  ];
  const gone = p < SIGNIFICANT;
  if (held(months) < FEWEST_FOR_LIFE) return { events: ends, trend: null, gone, few: true };
  const life = months.slice(first, last + 1);
  const rest = months.slice(first);
  const seen = rest.filter((m) => m.totalReports > 0).map((m) => m.reports / m.totalReports);
  const { z } = mannKendall(seen);
  const events = [...ends, ...burstsOf(life), ...changesOf(months), ...silencesOf(life), ...declineOf(rest)];
  return {
    events: events.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
    trend: { z, p: Math.min(1, chiSquareP(z * z)), months: seen.length },
    gone,
    few: false,
  };
}
