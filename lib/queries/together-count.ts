import { Prisma } from '@/generated/prisma/client';
import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { isPublished } from './published';
import { inPeriod, inPlace, inStratum } from './scope';

export interface TogetherCount {
  /** Mentions of the first slogan that have the other in their paragraph, and the reports that hold these. */
  readonly mentions: number;
  readonly reports: number;
}

/** The condition on `mention m` that another slogan stands in the same paragraph. */
export function besideOther(other: number): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM mention o WHERE o.slogan_id = ${other} AND o.document_id = m.document_id
      AND o.report = m.report AND o.paragraph = m.paragraph)`;
}

/** How often two slogans stand in one paragraph, counted as their company is. */
export async function togetherCount(
  sloganId: number,
  other: number,
  filters: Filters,
): Promise<TogetherCount> {
  const prisma = await getPrisma();
  const m = Prisma.sql`m`;
  const once = filters.copies === 'once' ? Prisma.sql`AND r.stands` : Prisma.empty;
  const [row] = await prisma.$queryRaw<TogetherCount[]>`
    SELECT count(*)::float8 AS mentions, count(DISTINCT (m.document_id, m.report))::float8 AS reports
    FROM mention m
    JOIN report r ON r.document_id = m.document_id AND r.ordinal = m.report
    WHERE m.slogan_id = ${sloganId} AND ${besideOther(other)} AND ${isPublished(Prisma.sql`m.document_id`)} ${once}
      AND ${inPlace(filters, m)} AND ${inPeriod(filters, m)} AND ${inStratum(filters, Prisma.sql`r`)}`;
  if (!row) throw new Error('an aggregate without groups always has one row');
  return row;
}
