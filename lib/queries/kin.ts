import { getPrisma } from '@/lib/store/client';

/**
 * set: the slogan is a member of it. member: it is a member of the slogan. longer, shorter: its name holds the slogan's,
 * or stands in it. overlapping: they have members in common.
 */
export type KinRelation = 'set' | 'member' | 'longer' | 'shorter' | 'overlapping';

export interface KinRow {
  readonly id: number;
  readonly canonical: string;
  readonly gloss: string | null;
  readonly relation: KinRelation;
  readonly reports: number;
  /** First and last dated day anywhere; null where no mention is dated. */
  readonly first: string | null;
  readonly last: string | null;
}

const MOST = 40;
/** Shorter names stand in too many others by chance. */
const SHORTEST = 3;

/** The slogans that are related to one by name or by members and that stand in at least one report, the commonest first. */
export async function kin(sloganId: number): Promise<readonly KinRow[]> {
  const prisma = await getPrisma();
  return prisma.$queryRaw<KinRow[]>`
    SELECT x.id, x.canonical, x.gloss, x.relation, c.reports, c.first, c.last
    FROM (
      SELECT s.id, s.canonical, s.gloss,
        CASE WHEN me.canonical = ANY(s.members) THEN 'set'
          WHEN s.canonical = ANY(me.members) THEN 'member'
          WHEN s.members && me.members THEN 'overlapping'
          WHEN length(me.canonical) >= ${SHORTEST} AND strpos(s.canonical, me.canonical) > 0 THEN 'longer'
          WHEN length(s.canonical) >= ${SHORTEST} AND strpos(me.canonical, s.canonical) > 0 THEN 'shorter' END AS relation
      FROM slogan s JOIN slogan me ON me.id = ${sloganId} AND s.id <> me.id) x
    JOIN (
      SELECT t.slogan_id AS id, sum(t.reports)::float8 AS reports,
        to_char(min(t.first_day), 'YYYY-MM-DD') AS first, to_char(max(t.last_day), 'YYYY-MM-DD') AS last
      FROM slogan_year t WHERE t.stratum_id = 0 GROUP BY 1) c ON c.id = x.id
    WHERE x.relation IS NOT NULL AND c.reports > 0
    ORDER BY c.reports DESC, x.canonical LIMIT ${MOST}`;
}
