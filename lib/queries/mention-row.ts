import { Prisma } from '@/generated/prisma/client';

/** Words in a report, a slogan or a phrase, with the paragraph that they stand in. */
export interface Occurrence {
  /** 63 bits as a decimal string. */
  readonly documentId: string;
  readonly title: string;
  readonly day: string;
  readonly precision: 'day' | 'month' | 'year' | 'none';
  readonly placeCode: string;
  readonly placePath: readonly string[];
  readonly source: string;
  readonly synthetic: boolean;
  readonly url: string | null;
  /** The paragraph, empty where the document was taken down, and the words within it. */
  readonly paragraph: string;
  readonly start: number;
  readonly end: number;
  /** Taken down: the text is not shown, the count stays. */
  readonly hidden: boolean;
  readonly stands: boolean;
}

/** One mention with the paragraph it stands in: what a point of a chart leads to. */
export interface MentionRow extends Occurrence {
  readonly ordinal: number;
  readonly slogan: string;
  readonly paragraphOrdinal: number;
  readonly quoted: boolean;
  readonly frame: string | null;
  readonly office: string | null;
  readonly speaker: string | null;
}

/** Postgres counts characters, our offsets count UTF-16 units: beyond the BMP the two differ, and we cut ourselves. */
const BEYOND_BMP = '[\\U00010000-\\U0010FFFF]';

export interface StoredMention extends MentionRow {
  readonly whole: string | null;
  readonly paragraphStart: number;
  readonly paragraphEnd: number;
}

/** The columns of a `StoredMention`, of `mention m` with what `MENTION_JOINS` joins. */
export const MENTION_COLUMNS = Prisma.sql`
  m.document_id::text AS "documentId", m.ordinal, s.canonical AS slogan, d.title,
  to_char(m.day, 'YYYY-MM-DD') AS day, m.precision::text AS precision, m.place_code AS "placeCode", p.path AS "placePath",
  o.name AS source, o.synthetic, d.url,
  CASE WHEN d.hidden THEN '' ELSE substr(d.text, g.start + 1, g.end - g.start) END AS paragraph,
  CASE WHEN NOT d.hidden AND d.text ~ ${BEYOND_BMP} THEN d.text END AS whole, g.start AS "paragraphStart", g.end AS "paragraphEnd",
  m.start - g.start AS start, m.end - g.start AS end, g.ordinal AS "paragraphOrdinal",
  m.quoted, m.frame, m.office, m.speaker, d.hidden, r.stands`;

export const MENTION_JOINS = Prisma.sql`
  JOIN slogan s ON s.id = m.slogan_id
  JOIN report r ON r.document_id = m.document_id AND r.ordinal = m.report
  JOIN document d ON d.id = m.document_id
  JOIN source o ON o.id = d.source_id
  JOIN paragraph g ON g.document_id = m.document_id AND g.ordinal = m.paragraph
  JOIN place p ON p.code = m.place_code`;

/** A mention as it is shown, its paragraph cut out of the text where Postgres could not. */
export function withParagraph({ whole, paragraphStart, paragraphEnd, ...row }: StoredMention): MentionRow {
  return whole === null ? row : { ...row, paragraph: whole.slice(paragraphStart, paragraphEnd) };
}
