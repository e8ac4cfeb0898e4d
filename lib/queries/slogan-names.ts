import { getPrisma } from '@/lib/store/client';

export interface SloganName {
  readonly id: number;
  readonly canonical: string;
  readonly gloss: string | null;
  readonly variants: readonly string[];
  /** Reports that hold it, whatever the scope. */
  readonly reports: number;
}

/** Every slogan that is in the lexicon or was found, by all of its names: what a search by name looks through. */
export async function sloganNames(): Promise<readonly SloganName[]> {
  const prisma = await getPrisma();
  return prisma.$queryRaw<SloganName[]>`
    SELECT s.id, s.canonical, s.gloss, coalesce(r.reports, 0)::float8 AS reports,
      coalesce((SELECT array_agg(v.surface ORDER BY v.surface) FROM slogan_variant v WHERE v.slogan_id = s.id), '{}') AS variants
    FROM slogan s
    LEFT JOIN (SELECT slogan_id, sum(reports) AS reports FROM slogan_year WHERE stratum_id = 0 GROUP BY 1) r ON r.slogan_id = s.id
    WHERE s.status = 'listed' OR r.reports > 0
    ORDER BY s.id`;
}
