import { getPrisma } from '@/lib/store/client';

export interface SourceRow {
  readonly id: number;
  readonly name: string;
  readonly synthetic: boolean;
  readonly reports: number;
}

/** Sources with at least one counted report, the largest first. */
export async function sources(): Promise<readonly SourceRow[]> {
  const prisma = await getPrisma();
  return prisma.$queryRaw<SourceRow[]>`
    SELECT o.id, o.name, o.synthetic, sum(t.reports)::float8 AS reports
    FROM place_month t JOIN stratum x ON x.id = t.stratum_id JOIN source o ON o.id = x.source_id
    GROUP BY 1, 2, 3 ORDER BY reports DESC, o.name`;
}
