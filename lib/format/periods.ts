import { type Filters, periodOf } from '@/lib/filters';

export type Bounds = Pick<Filters, 'from' | 'until'>;

export interface ComparedPeriods {
  readonly now: Bounds;
  readonly before: Bounds;
  /** Nothing was chosen: the last year of what is stored. */
  readonly assumed: boolean;
}

const DAY = 86_400_000;
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);

/**
 * The period that a view compares and the equally long one right before it. An open period means the year up to
 * the last stored day, because all of time has nothing before it.
 */
export function comparedPeriods(
  filters: Bounds,
  stored: { readonly first: string; readonly last: string },
): ComparedPeriods {
  const period = periodOf(filters);
  const assumed = !filters.from;
  const end = filters.until
    ? Math.min(Date.parse(period.end), Date.parse(stored.last) + DAY)
    : Date.parse(stored.last) + DAY;
  const start = filters.from ? Date.parse(period.start) : yearBefore(end);
  const whole = wholeMonths(filters);
  const before = whole
    ? { from: addMonths(whole.from, -whole.count), until: addMonths(whole.from, -1) }
    : { from: iso(2 * start - end), until: iso(start - DAY) };
  const now = whole
    ? { from: filters.from, until: filters.until }
    : { from: iso(start), until: iso(end - DAY) };
  return { now, before, assumed };
}

function yearBefore(time: number): number {
  const date = new Date(time);
  date.setUTCFullYear(date.getUTCFullYear() - 1);
  return date.getTime();
}

/** Months and years compare with months and years, though February is short. */
function wholeMonths({ from, until }: Bounds): { from: string; count: number } | null {
  if (!from || !until || from.length > 7 || until.length > 7) return null;
  const first = from.length === 4 ? `${from}-01` : from;
  const last = until.length === 4 ? `${until}-12` : until;
  return { from: first, count: monthNumber(last) - monthNumber(first) + 1 };
}

function monthNumber(month: string): number {
  const [y = 0, m = 1] = month.split('-').map(Number);
  return y * 12 + m - 1;
}

function addMonths(month: string, count: number): string {
  const number = monthNumber(month) + count;
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}
