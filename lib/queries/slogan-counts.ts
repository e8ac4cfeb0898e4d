import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { sloganRows } from './rollup-rows';
import { counted } from './scope';

export interface SloganCount {
  readonly id: number;
  readonly canonical: string;
  readonly kind: string;
  readonly listed: boolean;
  readonly mentions: number;
  /** Reports that hold it. */
  readonly reports: number;
}

/** Every slogan with at least one mention in scope. */
export async function sloganCounts(filters: Filters): Promise<readonly SloganCount[]> {
  const prisma = await getPrisma();
  const columns = counted(filters);
  return prisma.$queryRaw<SloganCount[]>`
    SELECT s.id, s.canonical, s.kind::text AS kind, s.status = 'listed' AS listed, r.mentions, r.reports
    FROM (SELECT t.slogan_id, sum(t.${columns.mentions})::float8 AS mentions, sum(t.${columns.reports})::float8 AS reports
          FROM ${sloganRows(filters, 'year', { summed: true })} GROUP BY 1) r
    JOIN slogan s ON s.id = r.slogan_id
    WHERE r.mentions > 0 ORDER BY r.reports DESC, s.canonical`;
}
