import type { Filters, Grain } from '@/lib/filters';
import { periodOf } from '@/lib/filters';

const DAY = 86_400_000;

function utc(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** First day of the bucket that holds a day. Weeks are ISO weeks and begin on Monday. */
export function bucketOf(day: string, grain: Grain): string {
  const d = utc(day);
  if (grain === 'week') return iso(new Date(d.getTime() - ((d.getUTCDay() + 6) % 7) * DAY));
  if (grain === 'month') return `${day.slice(0, 7)}-01`;
  if (grain === 'quarter')
    return iso(new Date(Date.UTC(d.getUTCFullYear(), Math.floor(d.getUTCMonth() / 3) * 3, 1)));
  if (grain === 'year') return `${day.slice(0, 4)}-01-01`;
  return day;
}

/** First day of the bucket after the one that begins on `start`. */
export function nextBucket(start: string, grain: Grain): string {
  const d = utc(start);
  if (grain === 'day') return iso(new Date(d.getTime() + DAY));
  if (grain === 'week') return iso(new Date(d.getTime() + 7 * DAY));
  const months = grain === 'month' ? 1 : grain === 'quarter' ? 3 : 12;
  return iso(new Date(Date.UTC(d.getUTCFullYear(), d.getUTCMonth() + months, 1)));
}

/** First days of all buckets from the one that holds `first` to the one that holds `last`, without holes. */
export function bucketsBetween(first: string, last: string, grain: Grain): string[] {
  const buckets: string[] = [];
  for (let b = bucketOf(first, grain); b <= last; b = nextBucket(b, grain)) buckets.push(b);
  return buckets;
}

/** The finest grain that a chart can show of a span of days: at most about 130 buckets. */
export function grainFor(days: number): Grain {
  if (days <= 62) return 'day';
  if (days <= 400) return 'week';
  if (days <= 4_000) return 'month';
  if (days <= 12_000) return 'quarter';
  return 'year';
}

/** How the bucket reads in a URL: a filter period that covers exactly this bucket. */
export function bucketFilter(start: string, grain: Grain): Pick<Filters, 'from' | 'until'> {
  if (grain === 'year') return { from: start.slice(0, 4), until: start.slice(0, 4) };
  if (grain === 'month') return { from: start.slice(0, 7), until: start.slice(0, 7) };
  if (grain === 'day') return { from: start, until: start };
  const end = iso(new Date(utc(nextBucket(start, grain)).getTime() - DAY));
  return { from: start, until: end };
}

/** Days between two days. */
export function daysBetween(first: string, last: string): number {
  return Math.round((utc(last).getTime() - utc(first).getTime()) / DAY);
}

/** The grain asked for, or the one that fits the span of data within the period asked for. */
export function chosenGrain(filters: Filters, span: { first: string; last: string } | null): Grain {
  if (filters.by) return filters.by;
  if (!span) return 'month';
  const period = periodOf(filters);
  const first = filters.from && period.start > span.first ? period.start : span.first;
  const last = filters.until && period.end < span.last ? period.end : span.last;
  return grainFor(daysBetween(first, last));
}
