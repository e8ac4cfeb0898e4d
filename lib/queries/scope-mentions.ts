import { Prisma } from '@/generated/prisma/client';
import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import {
  MENTION_COLUMNS,
  MENTION_JOINS,
  type MentionRow,
  type StoredMention,
  withParagraph,
} from './mention-row';
import { inNamedPlace, inNamedStrata, nameScope } from './named-scope';

/** So many reports are read at a time. */
const READ = 400;

interface Position {
  readonly day: string;
  readonly document: string;
  readonly ordinal: number;
}

/** The reports of the scope below a position, the newest first, whether they hold a slogan or not. */
async function reportsBelow(filters: Filters, below: Position | null): Promise<Position[]> {
  const prisma = await getPrisma();
  const scope = await nameScope(filters);
  const r = Prisma.sql`r`;
  const once = filters.copies === 'once' ? Prisma.sql`AND r.stands` : Prisma.empty;
  const from = below
    ? Prisma.sql`AND (r.day, r.document_id, r.ordinal) < (${below.day}::date, ${BigInt(below.document)}::bigint, ${below.ordinal}::int)`
    : Prisma.empty;
  return prisma.$queryRaw<Position[]>`
    SELECT to_char(r.day, 'YYYY-MM-DD') AS day, r.document_id::text AS document, r.ordinal::int AS ordinal
    FROM report r
    JOIN document d ON d.id = r.document_id
    JOIN run u ON u.id = d.run_id AND u.status = 'published'
    WHERE ${inNamedPlace(scope, r)} AND ${inNamedStrata(scope, r)} ${once} ${from}
    ORDER BY r.day DESC, r.document_id DESC, r.ordinal DESC LIMIT ${READ}`;
}

async function mentionsIn(reports: readonly Position[]): Promise<MentionRow[]> {
  const prisma = await getPrisma();
  const rows = await prisma.$queryRaw<StoredMention[]>`
    SELECT ${MENTION_COLUMNS}
    FROM unnest(${reports.map((x) => BigInt(x.document))}::bigint[], ${reports.map((x) => x.ordinal)}::int[]) AS l (document, report)
    JOIN mention m ON m.document_id = l.document AND m.report = l.report
    ${MENTION_JOINS}
    ORDER BY m.day DESC, m.document_id DESC, m.ordinal DESC`;
  return rows.map(withParagraph);
}

/** The mentions of all slogans in scope, the newest first, in batches: together as many as `totals` says. */
export async function* scopeMentions(filters: Filters): AsyncGenerator<readonly MentionRow[]> {
  let below: Position | null = null;
  do {
    const reports: Position[] = await reportsBelow(filters, below);
    if (reports.length > 0) yield await mentionsIn(reports);
    below = reports.length < READ ? null : (reports[reports.length - 1] ?? null);
  } while (below);
}

/** The mentions in one document, the last first. */
export async function documentMentions(id: string): Promise<readonly MentionRow[]> {
  const prisma = await getPrisma();
  const reports = await prisma.report.findMany({ where: { documentId: BigInt(id) } });
  return mentionsIn(reports.map((r) => ({ day: '', document: id, ordinal: r.ordinal })));
}
