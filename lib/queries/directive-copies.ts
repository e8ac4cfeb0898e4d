import { Prisma } from '@/generated/prisma/client';
import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { gramsOf } from '@/lib/store/grams';
import { unindexedRuns } from './phrase-count';
import { inScope } from './scope';

export interface DirectiveCopyRow {
  readonly documentId: string;
  readonly list: number;
  readonly ordinal: number;
  readonly numeral: number;
  /** Its first clause, and all of it. */
  readonly head: string;
  readonly text: string;
  /** Share of the pairs of characters that the two directives have in common (Jaccard), 1 for the same wording. */
  readonly similarity: number;
  readonly day: string;
  readonly precision: 'day' | 'month' | 'year' | 'none';
  readonly placeCode: string;
  readonly placePath: readonly string[];
  readonly title: string;
  readonly source: string;
  readonly synthetic: boolean;
  readonly stands: boolean;
  /** The whole text is a copy of one that another place had before. */
  readonly relayed: boolean;
}

export interface DirectiveKey {
  readonly documentId: string;
  readonly list: number;
  readonly ordinal: number;
}

export interface DirectiveCopies {
  readonly text: string;
  /** Itself, where the filters let it through. */
  readonly own: DirectiveCopyRow | null;
  readonly rows: readonly DirectiveCopyRow[];
  /** More documents share a part of it than were looked at. */
  readonly cut: boolean;
  /** Documents that the index does not know yet and that are too many to be read instead. */
  readonly pending: number;
}

/** Less alike than this, two directives merely speak of the same thing. */
export const ALIKE = 0.5;
const MOST_DOCUMENTS = 500;
const PARTS = 3;
/** So many documents that the index does not know yet are read through. */
const MOST_UNINDEXED = 20_000;

/** Jaccard similarity of two texts by their pairs of characters, punctuation and blanks left out. */
export function similarityOf(a: string, b: string): number {
  const [x, y] = [a, b].map((t) => new Set(gramsOf(t.replace(/[\s\p{P}]/gu, ''))));
  if (!x || !y || x.size + y.size === 0) return a === b ? 1 : 0;
  let both = 0;
  for (const g of x) if (y.has(g)) both++;
  return both / (x.size + y.size - both);
}

async function textOf(key: DirectiveKey): Promise<string | null> {
  const prisma = await getPrisma();
  const [row] = await prisma.$queryRaw<{ text: string; start: number; end: number }[]>`
    SELECT d.text, i.start, i."end" FROM directive i
    JOIN document d ON d.id = i.document_id AND NOT d.hidden
    JOIN run u ON u.id = d.run_id AND u.status = 'published'
    WHERE i.document_id = ${BigInt(key.documentId)} AND i.list = ${key.list} AND i.ordinal = ${key.ordinal}`;
  return row ? row.text.slice(row.start, row.end) : null;
}

/** Three runs of its longest clauses: a directive that was changed in few places keeps at least one of them. */
function runsOf(text: string): string[] {
  const clauses = text.split(/[\s\p{P}]+/u).filter((c) => c.length >= 4);
  const longest = clauses.sort((a, b) => b.length - a.length).slice(0, PARTS);
  return longest.length > 0 ? longest : [text].filter((t) => t.length >= 2);
}

type Found = Omit<DirectiveCopyRow, 'text' | 'similarity'> & { body: string; start: number; end: number };

/** Documents of the runs that are not in the index, which hold one of the texts. */
function unindexed(ids: readonly number[], texts: readonly string[]): Prisma.Sql {
  const holds = texts.map((text) => Prisma.sql`strpos(d.text, ${text}) > 0`);
  return Prisma.sql`
    UNION (SELECT d.id FROM document d WHERE d.run_id = ANY(${ids}::int[]) AND (${Prisma.join(holds, ' OR ')})
      LIMIT ${MOST_DOCUMENTS + 1})`;
}

interface Candidates {
  readonly rows: Found[];
  readonly cut: boolean;
  readonly pending: number;
}

async function candidatesOf(key: DirectiveKey, text: string, filters: Filters): Promise<Candidates> {
  const prisma = await getPrisma();
  const runs = runsOf(text);
  if (runs.length === 0) return { rows: [], cut: false, pending: 0 };
  const unknown = await unindexedRuns();
  const read = unknown.documents > 0 && unknown.documents <= MOST_UNINDEXED;
  const any = runs.map((run) => Prisma.sql`g.grams @> ${gramsOf(run)}::int[]`);
  const documents = await prisma.$queryRaw<{ id: bigint }[]>`
    (SELECT g.document_id AS id FROM document_gram g WHERE ${Prisma.join(any, ' OR ')} LIMIT ${MOST_DOCUMENTS + 1})
    ${read ? unindexed(unknown.runs, runs) : Prisma.empty}`;
  const ids = [BigInt(key.documentId), ...documents.slice(0, MOST_DOCUMENTS).map((d) => d.id)];
  const rows = await prisma.$queryRaw<Found[]>`
    SELECT i.document_id::text AS "documentId", i.list, i.ordinal, i.numeral, i.head, i.start, i."end", d.text AS body,
      to_char(r.day, 'YYYY-MM-DD') AS day, r.precision::text AS precision, r.place_code AS "placeCode", p.path AS "placePath",
      d.title, o.name AS source, o.synthetic, r.stands, r.relayed
    FROM directive i
    JOIN directive_list l ON l.document_id = i.document_id AND l.ordinal = i.list
    JOIN report r ON r.document_id = i.document_id AND r.ordinal = l.report
    JOIN document d ON d.id = i.document_id AND NOT d.hidden
    JOIN run u ON u.id = d.run_id AND u.status = 'published'
    JOIN source o ON o.id = d.source_id
    JOIN place p ON p.code = r.place_code
    WHERE i.document_id = ANY(${ids}::bigint[]) AND ${inScope(filters, Prisma.sql`r`)}`;
  return { rows, cut: documents.length > MOST_DOCUMENTS, pending: read ? 0 : unknown.documents };
}

/**
 * The same directive elsewhere, word for word or nearly: by the phrase index, then compared as a whole. In the order of
 * their days, so that the first is who had it first. Null where there is no such directive.
 */
export async function directiveCopies(key: DirectiveKey, filters: Filters): Promise<DirectiveCopies | null> {
  const text = await textOf(key);
  if (text === null) return null;
  const { rows, ...looked } = await candidatesOf(key, text, filters);
  const alike = rows.flatMap(({ body, start, end, ...row }) => {
    const theirs = body.slice(start, end);
    const similarity = similarityOf(text, theirs);
    return similarity < ALIKE ? [] : [{ ...row, text: theirs, similarity }];
  });
  const isOwn = (row: DirectiveKey) =>
    row.documentId === key.documentId && row.list === key.list && row.ordinal === key.ordinal;
  const order = (r: DirectiveCopyRow) => `${r.day} ${r.documentId} ${r.list} ${r.ordinal}`;
  const copies = alike.filter((row) => !isOwn(row)).sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return { text, own: alike.find(isOwn) ?? null, rows: copies, ...looked };
}
