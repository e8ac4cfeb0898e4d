import { Prisma } from '@/generated/prisma/client';
import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { inPeriod, inPlace, inStratum } from './scope';

export interface DocumentRow {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly synthetic: boolean;
  readonly day: string;
  readonly precision: 'day' | 'month' | 'year' | 'none';
  readonly placeCode: string;
  readonly placePath: readonly string[];
  readonly issuer: string;
  readonly genre: string;
  readonly characters: number;
  readonly mentions: number;
}

/** What is narrowed by besides the filters: documents that lack a date or a place. */
export interface DocumentQuery {
  readonly lacking?: 'date' | 'place' | undefined;
  readonly text?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** Published documents with at least one report in scope, newest first; the row shows the first such report. */
export async function documents(filters: Filters, query: DocumentQuery): Promise<readonly DocumentRow[]> {
  const prisma = await getPrisma();
  const r = Prisma.sql`r`;
  const lacking =
    query.lacking === 'date'
      ? Prisma.sql`AND r.precision = 'none'`
      : query.lacking === 'place'
        ? Prisma.sql`AND r.place_code = '000000'`
        : Prisma.empty;
  const title = query.text
    ? Prisma.sql`AND d.title ILIKE ${`%${query.text.replace(/[\\%_]/g, '\\$&')}%`}`
    : Prisma.empty;
  const once = filters.copies === 'once' ? Prisma.sql`AND r.stands` : Prisma.empty;
  return prisma.$queryRaw<DocumentRow[]>`
    SELECT d.id::text AS id, d.title, o.name AS source, o.synthetic, to_char(r.day, 'YYYY-MM-DD') AS day,
      r.precision::text AS precision, r.place_code AS "placeCode", p.path AS "placePath", x.issuer, x.genre, d.characters,
      (SELECT count(*)::int FROM mention m WHERE m.document_id = d.id) AS mentions
    FROM report r
    JOIN document d ON d.id = r.document_id
    JOIN run u ON u.id = d.run_id
    JOIN source o ON o.id = d.source_id
    JOIN stratum x ON x.id = r.stratum_id
    JOIN place p ON p.code = r.place_code
    WHERE u.status = 'published' AND NOT d.hidden ${once} ${lacking} ${title}
      AND ${inPlace(filters, r)} AND ${inPeriod(filters, r)} AND ${inStratum(filters, r)}
    ORDER BY r.day DESC, d.id DESC, r.ordinal
    LIMIT ${query.limit} OFFSET ${query.offset}`;
}
