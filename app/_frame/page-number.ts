import { oneValue, type SearchParams } from '@/lib/filters';

const MOST = 10_000;

/** `?page=` from 1; whatever is no number is the first page. */
export function pageNumber(params: SearchParams): number {
  const page = Number(oneValue(params.page) ?? 1);
  return Number.isInteger(page) && page >= 1 && page <= MOST ? page : 1;
}
