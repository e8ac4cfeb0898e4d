import { Prisma } from '@/generated/prisma/client';
import { getPrisma } from '@/lib/store/client';

export const CANDIDATE_STATUSES = ['proposed', 'accepted', 'rejected'] as const;
export type CandidateStatus = (typeof CANDIDATE_STATUSES)[number];
export const CANDIDATE_SHAPES = ['numeral', 'formula', 'parallel', 'phrase'] as const;
export type CandidateShape = (typeof CANDIDATE_SHAPES)[number];
export const CANDIDATE_ORDERS = ['score', 'frequency', 'first', 'name'] as const;
export type CandidateOrder = (typeof CANDIDATE_ORDERS)[number];

/** A sentence with the phrase in it, marked by `start` and `end`. */
export interface CandidateContext {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** ISO day, month or year; null where undated. */
  readonly day: string | null;
  readonly place: string;
  /** Id of the document; null where it is not stored. */
  readonly document: string | null;
}

export interface CandidateRow {
  readonly id: number;
  readonly phrase: string;
  readonly shape: CandidateShape;
  readonly status: CandidateStatus;
  readonly score: number;
  readonly frequency: number;
  readonly documents: number;
  readonly years: number;
  readonly places: number;
  /** Shares of 1: of its occurrences in quotation marks, of its documents in the register of policy. */
  readonly quoted: number;
  readonly policy: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly foundOn: string;
  readonly variants: readonly string[];
  readonly contexts: readonly CandidateContext[];
}

export interface CandidateQuery {
  readonly status: CandidateStatus;
  readonly shape?: CandidateShape | undefined;
  /** Part of the phrase or of a variant. */
  readonly text?: string | undefined;
  readonly order: CandidateOrder;
  readonly limit: number;
  readonly offset: number;
}

const ORDERS: Record<CandidateOrder, Prisma.Sql> = {
  score: Prisma.sql`score DESC`,
  frequency: Prisma.sql`frequency DESC`,
  first: Prisma.sql`first_day DESC NULLS LAST`,
  name: Prisma.sql`phrase COLLATE "C"`,
};

function matching(query: Pick<CandidateQuery, 'shape' | 'text'>): Prisma.Sql {
  const pattern = query.text ? `%${query.text.replace(/[\\%_]/g, '\\$&')}%` : null;
  const shape = query.shape ? Prisma.sql`AND shape = ${query.shape}` : Prisma.empty;
  const text = pattern
    ? Prisma.sql`AND (phrase ILIKE ${pattern} OR array_to_string(variants, ' ') ILIKE ${pattern})`
    : Prisma.empty;
  return Prisma.sql`${shape} ${text}`;
}

/** What the finder proposes for the lexicon, the most promising first. */
export async function candidates(query: CandidateQuery): Promise<readonly CandidateRow[]> {
  const prisma = await getPrisma();
  return prisma.$queryRaw<CandidateRow[]>`
    SELECT id, phrase, shape, status::text AS status, score::float8 AS score, frequency, documents, years, places,
      quoted::float8 AS quoted, policy::float8 AS policy, to_char(first_day, 'YYYY-MM-DD') AS "firstDay",
      to_char(last_day, 'YYYY-MM-DD') AS "lastDay", to_char(found_on, 'YYYY-MM-DD') AS "foundOn", variants, contexts
    FROM candidate
    WHERE status = ${query.status}::candidate_status ${matching(query)}
    ORDER BY ${ORDERS[query.order]}, id LIMIT ${query.limit} OFFSET ${query.offset}`;
}

/** How many candidates each status has, with the same shape and text. */
export async function candidateCounts(
  query: Pick<CandidateQuery, 'shape' | 'text'>,
): Promise<Readonly<Record<CandidateStatus, number>>> {
  const prisma = await getPrisma();
  const rows = await prisma.$queryRaw<{ status: CandidateStatus; count: number }[]>`
    SELECT status::text AS status, count(*)::int AS count FROM candidate WHERE true ${matching(query)} GROUP BY 1`;
  const count = (status: CandidateStatus) => rows.find((r) => r.status === status)?.count ?? 0;
  return { proposed: count('proposed'), accepted: count('accepted'), rejected: count('rejected') };
}
