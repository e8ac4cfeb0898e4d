import type { Grain } from '@/lib/filters';
import { THIN_REPORTS } from '@/lib/stats/rates';
import { nextBucket } from './buckets';

/**
 * What makes a bucket doubtful. no-reports: nobody delivered anything, which is not silence. thin: fewer than 20 reports.
 * unfinished: the data, or the period asked for, end or begin within it. source-missing, place-missing: a source or place
 * that usually delivers a fifth of the reports or more delivered none in it; source-stopped, place-stopped: none any more.
 * mix-shifted: its genres or issuing bodies are others than usual. relayed: a third or more of the reports that hold the
 * slogan do not say it in words of their own.
 */
export const BUCKET_WARNINGS = [
  'no-reports',
  'thin',
  'unfinished',
  'source-missing',
  'source-stopped',
  'place-missing',
  'place-stopped',
  'mix-shifted',
  'relayed',
] as const;
export type BucketWarning = (typeof BUCKET_WARNINGS)[number];

/** Reports by bucket of one part of the corpus: a source, a place, or a pair of issuing body and genre. */
export interface PartSeries {
  readonly kind: 'source' | 'place' | 'mix';
  readonly reports: readonly number[];
}

export interface SeriesFacts {
  readonly grain: Grain;
  /** First days of the buckets, without holes, and all reports in each. */
  readonly buckets: readonly string[];
  readonly totals: readonly number[];
  readonly parts: readonly PartSeries[];
  /** Reports that hold the slogan, and those of them that do not say it in words of their own; null where it is not known. */
  readonly held: readonly number[] | null;
  readonly relayed: readonly number[] | null;
  /** Days that the data and the period asked for cover, the last one included. */
  readonly covered: { readonly first: string; readonly last: string };
}

/** A part that delivers less than this is not missed. */
export const WEIGHTY = 0.2;
export const MISSED = 0.05;
export const MOST_RELAYED = 1 / 3;
export const MOST_SHIFT = 0.3;

const sum = (xs: readonly number[]) => xs.reduce((a, b) => a + b, 0);

function unfinished(facts: SeriesFacts, bucket: string): boolean {
  const { first, last } = facts.covered;
  return bucket < first || nextBucket(bucket, facts.grain) > nextBucket(last, 'day');
}

/** By bucket: whether a part is missing there, or has stopped before. */
function absences(part: PartSeries, totals: readonly number[]): ('missing' | 'stopped' | null)[] {
  const first = part.reports.findIndex((n) => n > 0);
  const last = part.reports.findLastIndex((n) => n > 0);
  if (first < 0) return totals.map(() => null);
  const share = sum(part.reports) / sum(totals.slice(first, last + 1));
  if (share < WEIGHTY) return totals.map(() => null);
  const usual = sum(part.reports) / (last - first + 1);
  return totals.map((_, i) => {
    if (i < first || (part.reports[i] ?? 0) > 0) return null;
    // None where as many as usual are expected: by the Poisson distribution.
    const expected = usual * (i > last ? totals.length - 1 - last : 1);
    if (Math.exp(-expected) > MISSED) return null;
    return i > last ? 'stopped' : 'missing';
  });
}

/** How far the mix of a bucket is from that of all, 0 to 1, beyond what so few reports differ by chance. */
function shift(parts: readonly PartSeries[], at: number): number {
  const here = parts.map((p) => p.reports[at] ?? 0);
  const all = parts.map((p) => sum(p.reports));
  const [n, total] = [sum(here), sum(all)];
  if (n === 0 || total === 0) return 0;
  const distance = sum(here.map((x, i) => Math.abs(x / n - (all[i] ?? 0) / total))) / 2;
  return distance - Math.sqrt(parts.length / n) / 2;
}

/** The warnings of each bucket, in the order of the buckets. Pure. */
export function warningsOfSeries(facts: SeriesFacts): BucketWarning[][] {
  const { buckets, totals, parts } = facts;
  const mix = parts.filter((p) => p.kind === 'mix');
  const missing = parts.flatMap((p) => (p.kind === 'mix' ? [] : [{ kind: p.kind, at: absences(p, totals) }]));
  return buckets.map((bucket, i) => {
    const total = totals[i] ?? 0;
    const held = facts.held?.[i] ?? 0;
    const absent = missing.flatMap(({ kind, at }): BucketWarning[] => (at[i] ? [`${kind}-${at[i]}`] : []));
    const found: (BucketWarning | false)[] = [
      total === 0 && 'no-reports',
      total > 0 && total < THIN_REPORTS && 'thin',
      unfinished(facts, bucket) && 'unfinished',
      ...new Set(absent),
      total >= THIN_REPORTS && shift(mix, i) > MOST_SHIFT && 'mix-shifted',
      held > 0 && (facts.relayed?.[i] ?? 0) / held >= MOST_RELAYED && 'relayed',
    ];
    return BUCKET_WARNINGS.filter((w) => found.includes(w));
  });
}
