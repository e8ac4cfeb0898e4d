import { getPrisma } from '@/lib/store/client';

export interface DataVersionRow {
  /** 0 before the first ingestion. */
  readonly version: number;
  readonly publishedAt: Date | null;
  /** Ingestions under way: what they store is not counted yet. */
  readonly running: number;
  /** Made-up documents are among the counted ones. */
  readonly synthetic: boolean;
}

/** Which state of the counts every page shows. */
export async function dataVersion(): Promise<DataVersionRow> {
  const prisma = await getPrisma();
  const [row] = await prisma.$queryRaw<DataVersionRow[]>`
    SELECT coalesce(max(v.version), 0)::int AS version, max(v.published_at) AS "publishedAt",
      (SELECT count(*)::int FROM run WHERE status = 'running') AS running,
      EXISTS (SELECT 1 FROM source WHERE synthetic) AND EXISTS (
        SELECT 1 FROM place_month t JOIN stratum x ON x.id = t.stratum_id JOIN source o ON o.id = x.source_id WHERE o.synthetic) AS synthetic
    FROM data_version v`;
  if (!row) throw new Error('an aggregate without groups always has one row');
  return row;
}
