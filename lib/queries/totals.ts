import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { placeRows, sloganRows } from './rollup-rows';
import { counted } from './scope';

/** What stands behind a view: the denominators, and what could not be dated or placed. */
export interface Totals {
  readonly reports: number;
  readonly characters: number;
  readonly mentions: number;
  /** Slogans with at least one mention. */
  readonly slogans: number;
  /** Places with at least one report. */
  readonly places: number;
  readonly undated: number;
  readonly unplaced: number;
}

export async function totals(filters: Filters): Promise<Totals> {
  const prisma = await getPrisma();
  const columns = counted(filters);
  const [denominators, numerators] = await Promise.all([
    prisma.$queryRaw<
      { reports: number; characters: number; places: number; undated: number; unplaced: number }[]
    >`
      SELECT coalesce(sum(t.${columns.reports}), 0)::float8 AS reports,
        coalesce(sum(t.${columns.characters}), 0)::float8 AS characters,
        count(DISTINCT t.place_code) FILTER (WHERE t.place_code <> '000000')::int AS places,
        coalesce(sum(t.${columns.reports}) FILTER (WHERE t.precision = 'none'), 0)::float8 AS undated,
        coalesce(sum(t.${columns.reports}) FILTER (WHERE t.place_code = '000000'), 0)::float8 AS unplaced
      FROM ${placeRows(filters, 'year')}`,
    prisma.$queryRaw<{ mentions: number; slogans: number }[]>`
      SELECT coalesce(sum(t.${columns.mentions}), 0)::float8 AS mentions,
        count(DISTINCT t.slogan_id) FILTER (WHERE t.${columns.mentions} > 0)::int AS slogans
      FROM ${sloganRows(filters, 'year')}`,
  ]);
  const [d, n] = [denominators[0], numerators[0]];
  if (!d || !n) throw new Error('a sum without groups always has one row');
  return { ...d, ...n };
}
