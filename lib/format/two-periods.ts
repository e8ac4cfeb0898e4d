import { type Filters, parseFilters } from '@/lib/filters';

export type Bounds = Pick<Filters, 'from' | 'until'>;

/** `2021` or `2020-07~2021-06` as the bounds of a filter; null where it is neither. */
function parsePeriod(text: string): Bounds | null {
  const [from = '', until = from, ...more] = text.trim().split('~');
  if (from === '' || more.length > 0) return null;
  const { filters, problems } = parseFilters({ from, until });
  return problems.length > 0 ? null : { from: filters.from, until: filters.until };
}

/** The two periods of `?periods=2021,2022`; null where they cannot be read. */
export function parseTwoPeriods(text: string | undefined): readonly [Bounds, Bounds] | null {
  const [a, b, ...more] = (text ?? '').split(',').map(parsePeriod);
  return a && b && more.length === 0 ? [a, b] : null;
}
