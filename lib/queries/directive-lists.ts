import { Prisma } from '@/generated/prisma/client';
import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import type { ListStyle } from '@/lib/types';
import { inNamedPlace, inNamedStrata, type NamedScope, nameScope } from './named-scope';
import { newestReports, readNewest } from './newest';
import { rareLines } from './rare-lines';

/** The styles that lists can be narrowed by. */
export const LIST_STYLES: readonly ListStyle[] = [
  '一是',
  '一要',
  '第一',
  '首先',
  '其一',
  '（一）',
  '一、',
  '1.',
  '（1）',
  '⑴',
  '①',
  '排比',
];

export interface DirectiveListRow {
  readonly documentId: string;
  readonly ordinal: number;
  readonly style: string;
  /** It, the heads and the title are empty where the document was taken down. */
  readonly lead: string;
  /** Paragraph that the list begins in. */
  readonly paragraph: number;
  readonly items: readonly { readonly numeral: number; readonly head: string }[];
  readonly missing: readonly number[];
  readonly nested: boolean;
  readonly title: string;
  readonly source: string;
  readonly synthetic: boolean;
  readonly day: string;
  readonly precision: 'day' | 'month' | 'year' | 'none';
  readonly placeCode: string;
  readonly placePath: readonly string[];
  readonly hidden: boolean;
}

export interface DirectiveQuery {
  /** Part of an item's head or of the lead-in. */
  readonly text?: string | undefined;
  /** In the heads of items only, as ranks are counted. */
  readonly heads?: boolean;
  readonly style?: string | undefined;
  /** With those of documents that were taken down, so that there are as many as the counts say. */
  readonly withHidden?: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** Directive lists of the scope, newest first, each with the heads of its items. */
export async function directiveLists(
  filters: Filters,
  query: DirectiveQuery,
): Promise<readonly DirectiveListRow[]> {
  const prisma = await getPrisma();
  const r = Prisma.sql`r`;
  const once = filters.copies === 'once' ? Prisma.sql`AND r.stands` : Prisma.empty;
  const style = query.style ? Prisma.sql`AND l.style = ${query.style}` : Prisma.empty;
  const pattern = query.text ? `%${query.text.replace(/[\\%_]/g, '\\$&')}%` : null;
  const text = pattern
    ? Prisma.sql`AND (${query.heads ? Prisma.sql`FALSE` : Prisma.sql`l.lead ILIKE ${pattern}`} OR EXISTS (
        SELECT 1 FROM directive i WHERE i.document_id = l.document_id AND i.list = l.ordinal AND i.head ILIKE ${pattern}))`
    : Prisma.empty;
  const visible = query.withHidden ? Prisma.empty : Prisma.sql`AND NOT d.hidden`;
  const need = query.offset + query.limit;
  const scope = await nameScope(filters);
  const rare = query.text ? await rareLines(query.text, 'lists') : null;
  const lines = rare && (await newestLines(scope, rare));
  const rows = await readNewest(
    need,
    (limit) => (lines ? lineRows(lines, limit) : newestReports(scope, limit)),
    (newest) => prisma.$queryRaw<DirectiveListRow[]>`
      SELECT l.document_id::text AS "documentId", l.ordinal, l.style, CASE WHEN l.hidden THEN '' ELSE l.lead END AS lead, l.missing, l.parent_list IS NOT NULL AS nested,
        coalesce((SELECT max(g.ordinal) FROM paragraph g WHERE g.document_id = l.document_id AND g.start <= l.start), 0)::int AS paragraph,
        (SELECT json_agg(json_build_object('numeral', i.numeral, 'head', CASE WHEN l.hidden THEN '' ELSE i.head END) ORDER BY i.ordinal)
          FROM directive i WHERE i.document_id = l.document_id AND i.list = l.ordinal) AS items,
        CASE WHEN l.hidden THEN '' ELSE l.title END AS title, l.hidden, l.source, l.synthetic, to_char(l.day, 'YYYY-MM-DD') AS day, l.precision::text AS precision,
        l.place_code AS "placeCode", p.path AS "placePath"
      FROM (
        SELECT l.*, d.title, d.hidden, o.name AS source, o.synthetic, r.day, r.precision, r.place_code
        FROM ${newest}
        ${lines ? LISTS_OF_LINES : LISTS_OF_REPORTS}
        JOIN document d ON d.id = l.document_id
        JOIN source o ON o.id = d.source_id
        JOIN run u ON u.id = d.run_id
        WHERE u.status = 'published' ${visible} ${once} ${style} ${text} AND ${inNamedStrata(scope, r)}
        ORDER BY r.day DESC, l.document_id DESC, l.ordinal
        LIMIT ${need}
      ) l
      JOIN place p ON p.code = l.place_code
      ORDER BY l.day DESC, l.document_id DESC, l.ordinal`,
    lines?.length ?? null,
  );
  return rows.slice(query.offset);
}

const LISTS_OF_REPORTS = Prisma.sql`
  JOIN directive_list l ON l.document_id = r.document_id AND l.report = r.ordinal`;
const LISTS_OF_LINES = Prisma.sql`
  JOIN directive_list l ON l.document_id = g.document_id AND l.ordinal = g.list
  JOIN report r ON r.document_id = l.document_id AND r.ordinal = l.report`;

interface LineKey {
  readonly id: bigint;
  readonly list: number;
}

/** The lines of place and period that meet a condition on `line_gram g`, the newest first: looked up once. */
async function newestLines(scope: NamedScope, holds: Prisma.Sql): Promise<readonly LineKey[]> {
  const prisma = await getPrisma();
  return prisma.$queryRaw<LineKey[]>`
    SELECT g.document_id AS id, g.list FROM line_gram g
    WHERE ${holds} AND ${inNamedPlace(scope, Prisma.sql`g`)}
    ORDER BY g.day DESC, g.document_id DESC, g.list`;
}

/** The first of them, to stand in a FROM clause as `g`. */
function lineRows(lines: readonly LineKey[], limit: number | null): Prisma.Sql {
  const first = lines.slice(0, limit ?? lines.length);
  return Prisma.sql`unnest(${first.map((l) => l.id)}::bigint[], ${first.map((l) => l.list)}::int[]) AS g (document_id, list)`;
}
