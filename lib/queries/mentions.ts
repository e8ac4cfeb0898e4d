import { Prisma } from '@/generated/prisma/client';
import type { Filters } from '@/lib/filters';
import { readPosition, writePosition } from '@/lib/position';
import { getPrisma } from '@/lib/store/client';
import {
  MENTION_COLUMNS,
  MENTION_JOINS,
  type MentionRow,
  type StoredMention,
  withParagraph,
} from './mention-row';
import { inNamedPlace, inNamedStrata, nameScope } from './named-scope';
import { readNewest } from './newest';
import { isSaid, type Said } from './said';
import { besideOther } from './together-count';

export interface MentionPage {
  readonly rows: readonly MentionRow[];
  /** Opaque; what to ask the next page with; null on the last one. */
  readonly next: string | null;
}

/**
 * The mentions of a slogan in scope, newest first, by page. Without end they are exactly as many as the counts of
 * every other view with the same filters say.
 */
export async function mentions(
  sloganId: number,
  filters: Filters,
  page: {
    limit: number;
    after?: string | undefined;
    /** Only those that have this slogan in their paragraph. */
    beside?: number | undefined;
    /** Only those in this wording, with this introduction, by this office. */
    said?: Said;
  },
): Promise<MentionPage> {
  const prisma = await getPrisma();
  const m = Prisma.sql`m`;
  const once = filters.copies === 'once' ? Prisma.sql`AND r.stands` : Prisma.empty;
  const after = page.after === undefined ? null : readPosition(page.after);
  if (page.after !== undefined && !after) throw new TypeError(`not a cursor: ${page.after}`);
  const from = after
    ? Prisma.sql`AND (m.day, m.document_id, m.ordinal) < (${after.day}::date, ${BigInt(after.documentId)}::bigint, ${after.ordinal}::int)`
    : Prisma.empty;
  const beside = page.beside === undefined ? Prisma.empty : Prisma.sql`AND ${besideOther(page.beside)}`;
  const scope = await nameScope(filters);
  const newest = (limit: number | null) => Prisma.sql`(
    SELECT m.* FROM mention m
    WHERE m.slogan_id = ${sloganId} ${from} AND ${isSaid(page.said ?? {})} AND ${inNamedPlace(scope, m)}
    ORDER BY m.day DESC, m.document_id DESC, m.ordinal DESC
    ${limit === null ? Prisma.empty : Prisma.sql`LIMIT ${limit}`}) m`;
  const rows = await readNewest(
    page.limit + 1,
    newest,
    (mention) => prisma.$queryRaw<StoredMention[]>`
      SELECT ${MENTION_COLUMNS}
      FROM (
        SELECT m.* FROM ${mention}
        JOIN report r ON r.document_id = m.document_id AND r.ordinal = m.report
        JOIN document d ON d.id = m.document_id
        JOIN run u ON u.id = d.run_id
        WHERE u.status = 'published' ${once} ${beside} AND ${inNamedStrata(scope, Prisma.sql`r`)}
        ORDER BY m.day DESC, m.document_id DESC, m.ordinal DESC
        LIMIT ${page.limit + 1}
      ) m
      ${MENTION_JOINS}
      ORDER BY m.day DESC, m.document_id DESC, m.ordinal DESC`,
  );
  const shown = rows.slice(0, page.limit);
  const last = shown[shown.length - 1];
  const next = rows.length > page.limit && last ? writePosition(last) : null;
  return { rows: shown.map(withParagraph), next };
}
