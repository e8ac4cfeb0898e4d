import { type Filters, parseFilters } from '@/lib/filters';
import type { DirectiveKey } from '@/lib/queries/directive-copies';

const KEY = /^(\d{1,19})-(\d{1,6})-(\d{1,6})$/;
/** The greatest number of 63 bits: no document has a greater one. */
const GREATEST = 2n ** 63n - 1n;

/** The scope in which the copies of a directive are looked for: everything. */
export const ALL_COPIES: Filters = parseFilters({ copies: 'all' }).filters;

/** A directive by its address, document-list-item; null for what is none. */
export function parseDirectiveKey(key: string): DirectiveKey | null {
  const [, documentId = '', list = '', ordinal = ''] = KEY.exec(key) ?? [];
  if (documentId === '' || BigInt(documentId) > GREATEST) return null;
  return { documentId, list: Number(list), ordinal: Number(ordinal) };
}
