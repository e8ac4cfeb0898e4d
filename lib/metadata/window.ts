import type { Evidence } from '@/lib/types';
import { dayNumber } from './calendar.ts';

/** Days within which the text may have been written, as one piece of evidence says; a hard one excludes all others. */
export interface Window {
  /** Day numbers (see calendar). */
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  readonly hard: boolean;
  readonly evidence: Evidence;
}

/** The first day of the month that lies `month` months after January of the year. */
export function monthStart(year: number, month: number): number {
  return dayNumber(year + Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, 1);
}

/** A window with its evidence at `[start, end)`. */
export function windowOf(
  from: number,
  to: number,
  weight: number,
  hard: boolean,
  start: number,
  end: number,
  rule: string,
): Window {
  return { from, to, weight, hard, evidence: { start, end, rule } };
}
