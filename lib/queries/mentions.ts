import { Prisma } from '@/generated/prisma/client';
import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { inNamedPlace, inNamedStrata, nameScope } from './named-scope';
import { readNewest } from './newest';

/** One mention with the paragraph it stands in: what a point of a chart leads to. */
export interface MentionRow {
  /** 63 bits as a decimal string. */
  readonly documentId: string;
  readonly ordinal: number;
  readonly slogan: string;
  readonly title: string;
  readonly day: string;
  readonly precision: 'day' | 'month' | 'year' | 'none';
  readonly placeCode: string;
  readonly placePath: readonly string[];
  readonly source: string;
  readonly synthetic: boolean;
  readonly url: string | null;
  /** The paragraph, and the mention within it. */
  readonly paragraph: string;
  readonly start: number;
  readonly end: number;
  readonly paragraphOrdinal: number;
  readonly quoted: boolean;
  readonly frame: string | null;
  readonly office: string | null;
  readonly speaker: string | null;
  /** Taken down: the text is not shown, the count stays. */
  readonly hidden: boolean;
  readonly stands: boolean;
}

export interface MentionPage {
  readonly rows: readonly MentionRow[];
  /** Opaque; what to ask the next page with; null on the last one. */
  readonly next: string | null;
}

const CURSOR = /^(\d{4}-\d{2}-\d{2})_(\d{1,19})_(\d{1,9})$/;

/** Whether a text from a URL is a cursor of ours. */
export function isCursor(text: string): boolean {
  return CURSOR.test(text);
}

/**
 * The mentions of a slogan in scope, newest first, by page. Without end they are exactly as many as the counts of
 * every other view with the same filters say.
 */
export async function mentions(
  sloganId: number,
  filters: Filters,
  page: { limit: number; after?: string | undefined },
): Promise<MentionPage> {
  const prisma = await getPrisma();
  const m = Prisma.sql`m`;
  const once = filters.copies === 'once' ? Prisma.sql`AND r.stands` : Prisma.empty;
  const after = page.after === undefined ? null : CURSOR.exec(page.after);
  if (page.after !== undefined && !after) throw new TypeError(`not a cursor: ${page.after}`);
  const from = after
    ? Prisma.sql`AND (m.day, m.document_id, m.ordinal) < (${after[1]}::date, ${after[2]}::bigint, ${after[3]}::int)`
    : Prisma.empty;
  const scope = await nameScope(filters);
  const newest = (limit: number | null) => Prisma.sql`(
    SELECT m.* FROM mention m
    WHERE m.slogan_id = ${sloganId} ${from} AND ${inNamedPlace(scope, m)}
    ORDER BY m.day DESC, m.document_id DESC, m.ordinal DESC
    ${limit === null ? Prisma.empty : Prisma.sql`LIMIT ${limit}`}) m`;
  const rows = await readNewest(
    page.limit + 1,
    newest,
    (mention) => prisma.$queryRaw<StoredRow[]>`
      SELECT m.document_id::text AS "documentId", m.ordinal, s.canonical AS slogan, d.title,
        to_char(m.day, 'YYYY-MM-DD') AS day, m.precision::text AS precision, m.place_code AS "placeCode", p.path AS "placePath",
        o.name AS source, o.synthetic, d.url,
        CASE WHEN d.hidden THEN '' ELSE substr(d.text, g.start + 1, g.end - g.start) END AS paragraph,
        CASE WHEN NOT d.hidden AND d.text ~ ${BEYOND_BMP} THEN d.text END AS whole, g.start AS "paragraphStart", g.end AS "paragraphEnd",
        m.start - g.start AS start, m.end - g.start AS end, g.ordinal AS "paragraphOrdinal",
        m.quoted, m.frame, m.office, m.speaker, d.hidden, r.stands
      FROM (
        SELECT m.* FROM ${mention}
        JOIN report r ON r.document_id = m.document_id AND r.ordinal = m.report
        JOIN document d ON d.id = m.document_id
        JOIN run u ON u.id = d.run_id
        WHERE u.status = 'published' ${once} AND ${inNamedStrata(scope, Prisma.sql`r`)}
        ORDER BY m.day DESC, m.document_id DESC, m.ordinal DESC
        LIMIT ${page.limit + 1}
      ) m
      JOIN slogan s ON s.id = m.slogan_id
      JOIN report r ON r.document_id = m.document_id AND r.ordinal = m.report
      JOIN document d ON d.id = m.document_id
      JOIN source o ON o.id = d.source_id
      JOIN paragraph g ON g.document_id = m.document_id AND g.ordinal = m.paragraph
      JOIN place p ON p.code = m.place_code
      ORDER BY m.day DESC, m.document_id DESC, m.ordinal DESC`,
  );
  const shown = rows.slice(0, page.limit);
  const last = shown[shown.length - 1];
  const next = rows.length > page.limit && last ? `${last.day}_${last.documentId}_${last.ordinal}` : null;
  return { rows: shown.map(withParagraph), next };
}

/** Postgres counts characters, our offsets count UTF-16 units: beyond the BMP the two differ, and we cut ourselves. */
const BEYOND_BMP = '[\\U00010000-\\U0010FFFF]';

interface StoredRow extends MentionRow {
  readonly whole: string | null;
  readonly paragraphStart: number;
  readonly paragraphEnd: number;
}

function withParagraph({ whole, paragraphStart, paragraphEnd, ...row }: StoredRow): MentionRow {
  return whole === null ? row : { ...row, paragraph: whole.slice(paragraphStart, paragraphEnd) };
}
