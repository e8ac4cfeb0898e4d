import { Prisma } from '@/generated/prisma/client';
import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { sloganRows } from './rollup-rows';
import { counted } from './scope';

/** How much of `mention` has to be read for slogans in a scope. */
export interface ScanSize {
  /** Reports that hold one of them in place and period; strata are known only when they have been read. */
  readonly reports: number;
  /** Reports that hold one of them anywhere: what a sample is taken from. */
  readonly all: number;
}

export async function scanSize(sloganIds: readonly number[], filters: Filters): Promise<ScanSize> {
  const scope = { ...filters, source: undefined, issuer: undefined, genre: undefined };
  const anywhere = { copies: filters.copies, measure: filters.measure };
  const sum = async (f: Filters) => {
    const prisma = await getPrisma();
    const only = Prisma.sql`t.slogan_id = ANY(${sloganIds}::int[])`;
    const [row] = await prisma.$queryRaw<{ n: number }[]>`
      SELECT coalesce(sum(t.${counted(f).reports}), 0)::float8 AS n FROM ${sloganRows(f, 'year', { only, summed: true })}`;
    return row?.n ?? 0;
  };
  const [reports, all] = await Promise.all([sum(scope), sum(anywhere)]);
  return { reports, all };
}

/**
 * The mentions of slogans, to stand in a FROM clause as `m`: all, or those of the sample below a document number. The
 * sample is fenced, because the planner would combine indexes over the whole of a slogan to save a few rows.
 */
export function mentionsToRead(sloganIds: readonly number[], below: bigint | null): Prisma.Sql {
  if (below === null) return Prisma.sql`(SELECT * FROM mention WHERE slogan_id = ANY(${sloganIds}::int[])) m`;
  return Prisma.sql`(SELECT * FROM mention WHERE slogan_id = ANY(${sloganIds}::int[]) AND document_id < ${below}::bigint OFFSET 0) m`;
}
