import { Prisma } from '@/generated/prisma/client';
import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { nameScope } from './named-scope';
import { newestReports, readNewest } from './newest';
import { rareLines } from './rare-lines';

export interface DocumentRow {
  readonly id: string;
  /** Empty where it was taken down. */
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
  /** Taken down: neither shown nor found by its title, the count stays. */
  readonly hidden: boolean;
}

/** What is narrowed by besides the filters: documents that lack a date or a place. */
export interface DocumentQuery {
  readonly lacking?: 'date' | 'place' | undefined;
  readonly text?: string | undefined;
  /** With those that were taken down, so that the list is as long as the counts say. */
  readonly withHidden?: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** Published documents with at least one report in scope, newest first; the row shows the first such report. */
export async function documents(filters: Filters, query: DocumentQuery): Promise<readonly DocumentRow[]> {
  const prisma = await getPrisma();
  const only =
    query.lacking === 'date'
      ? Prisma.sql`r.precision = 'none'`
      : query.lacking === 'place'
        ? Prisma.sql`r.place_code = '000000'`
        : Prisma.sql`TRUE`;
  const title = query.text
    ? Prisma.sql`AND d.title ILIKE ${`%${query.text.replace(/[\\%_]/g, '\\$&')}%`}`
    : Prisma.empty;
  const visible = query.withHidden && !query.text ? Prisma.empty : Prisma.sql`AND NOT d.hidden`;
  const need = query.offset + query.limit;
  const scope = await nameScope(filters);
  const rare = query.text ? await rareLines(query.text, 'titles') : null;
  const found = Prisma.sql`r.document_id IN (SELECT g.document_id FROM line_gram g WHERE ${rare ?? Prisma.sql`TRUE`})`;
  const rows = await readNewest(
    need,
    // The few documents that may have such a title are all read, the first time.
    (limit) => newestReports(scope, rare ? null : limit, rare ? Prisma.sql`${only} AND ${found}` : only),
    (newest) => prisma.$queryRaw<DocumentRow[]>`
      SELECT d.id::text AS id, CASE WHEN d.hidden THEN '' ELSE d.title END AS title, d.hidden, o.name AS source, o.synthetic, to_char(r.day, 'YYYY-MM-DD') AS day,
        r.precision::text AS precision, r.place_code AS "placeCode", p.path AS "placePath", x.issuer, x.genre, d.characters,
        (SELECT count(*)::int FROM mention m WHERE m.document_id = d.id) AS mentions
      FROM ${newest}
      JOIN document d ON d.id = r.document_id
      JOIN run u ON u.id = d.run_id
      JOIN source o ON o.id = d.source_id
      JOIN stratum x ON x.id = r.stratum_id
      JOIN place p ON p.code = r.place_code
      WHERE u.status = 'published' ${visible} ${title}
      ORDER BY r.day DESC, d.id DESC, r.ordinal
      LIMIT ${need}`,
    rare ? 0 : null,
  );
  return rows.slice(query.offset);
}
