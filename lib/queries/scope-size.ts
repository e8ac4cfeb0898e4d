import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { placeRows } from './rollup-rows';
import { counted } from './scope';

/** The denominators of a scope. */
export interface ScopeSize {
  readonly reports: number;
  readonly characters: number;
}

/** How many reports, and characters in them, the filters let through. */
export async function scopeSize(filters: Filters): Promise<ScopeSize> {
  const prisma = await getPrisma();
  const columns = counted(filters);
  const [row] = await prisma.$queryRaw<ScopeSize[]>`
    SELECT coalesce(sum(t.${columns.reports}), 0)::float8 AS reports,
      coalesce(sum(t.${columns.characters}), 0)::float8 AS characters
    FROM ${placeRows(filters, 'year', { summed: true })}`;
  if (!row) throw new Error('a sum without groups always has one row');
  return row;
}
