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
const MOST_DOCUMENTS = 200;
const PARTS = 3;
/** Of a clause the index is asked for so many of its pairs: what they find is compared as a whole anyway. */
const PAIRS = 4;
/** So many documents that the index does not know yet are read through. */
const MOST_UNINDEXED = 20_000;

/** The pairs of characters of a directive, punctuation and blanks left out. */
const pairsOf = (text: string) => new Set(gramsOf(text.replace(/[\s\p{P}]/gu, '')));

function jaccard(x: ReadonlySet<number>, y: ReadonlySet<number>): number {
  const [few, many] = x.size < y.size ? [x, y] : [y, x];
  let both = 0;
  for (const g of few) if (many.has(g)) both++;
  return both / (x.size + y.size - both);
}

/** Jaccard similarity of two texts by their pairs of characters, punctuation and blanks left out. */
export function similarityOf(a: string, b: string): number {
  const [x, y] = [pairsOf(a), pairsOf(b)];
  return x.size + y.size === 0 ? Number(a === b) : jaccard(x, y);
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

/** Some pairs of a clause, from its beginning to its end. */
function somePairs(clause: string): number[] {
  const starts = Array.from({ length: PAIRS }, (_, i) => Math.round((i * (clause.length - 2)) / (PAIRS - 1)));
  return [...new Set(starts.flatMap((at) => gramsOf(clause.slice(at, at + 2))))];
}

type Found = Omit<DirectiveCopyRow, 'text' | 'similarity'> & {
  /** The directive; or the whole document where it has characters of two UTF-16 units, which Postgres counts as one. */
  readonly body: string;
  readonly whole: boolean;
  readonly start: number;
  readonly end: number;
};

/**
 * Directives of documents, in scope, at least so long; and the texts that they are cut out of. Each step is fenced: left to
 * itself the planner begins with the reports of a narrow scope, and unpacks a text for each of its directives.
 */
function itemsWithTexts(ids: readonly bigint[], shortest: number, filters: Filters): Prisma.Sql {
  return Prisma.sql`
    item AS MATERIALIZED (
      SELECT i.*, r.day, r.precision, r.place_code, r.stands, r.relayed
      FROM (SELECT * FROM directive WHERE document_id = ANY(${ids}::bigint[]) AND "end" - start >= ${shortest}::int OFFSET 0) i
      JOIN directive_list l ON l.document_id = i.document_id AND l.ordinal = i.list
      JOIN report r ON r.document_id = i.document_id AND r.ordinal = l.report
      WHERE ${inScope(filters, Prisma.sql`r`)}),
    body AS MATERIALIZED (
      SELECT d.id, d.title, d.source_id, d.text || '' AS text
      FROM document d JOIN run u ON u.id = d.run_id AND u.status = 'published'
      WHERE d.id IN (SELECT document_id FROM item) AND NOT d.hidden)`;
}

/**
 * Numbers of documents that may hold one of the texts, one more than are looked at where there are so many: of the longest
 * text first, because each text costs the index a search.
 * @param runs not in the index yet: their documents are read
 */
async function holders(texts: readonly string[], runs: readonly number[]): Promise<readonly bigint[]> {
  const prisma = await getPrisma();
  const found = new Set<bigint>();
  const most = MOST_DOCUMENTS + 1;
  if (runs.length > 0) {
    const holds = texts.map((text) => Prisma.sql`strpos(d.text, ${text}) > 0`);
    const rows = await prisma.$queryRaw<{ id: bigint }[]>`
      SELECT d.id FROM document d WHERE d.run_id = ANY(${runs}::int[]) AND (${Prisma.join(holds, ' OR ')}) LIMIT ${most}`;
    for (const { id } of rows) found.add(id);
  }
  for (const text of texts) {
    if (found.size >= most) break;
    const rows = await prisma.$queryRaw<{ id: bigint }[]>`
      SELECT g.document_id AS id FROM document_gram g WHERE g.grams @> ${somePairs(text)}::int[] LIMIT ${most}`;
    for (const { id } of rows) found.add(id);
  }
  return [...found].slice(0, most);
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
  const documents = await holders(runs, read ? unknown.runs : []);
  const ids = [BigInt(key.documentId), ...documents.slice(0, MOST_DOCUMENTS)];
  // So short a directive cannot have enough pairs in common.
  const shortest = Math.ceil(pairsOf(text).size * ALIKE);
  const rows = await prisma.$queryRaw<Found[]>`
    WITH ${itemsWithTexts(ids, shortest, filters)}
    SELECT i.document_id::text AS "documentId", i.list, i.ordinal, i.numeral, i.head, i.start, i."end", d.whole,
      CASE WHEN d.whole THEN d.text ELSE substr(d.text, i.start + 1, i."end" - i.start) END AS body,
      to_char(i.day, 'YYYY-MM-DD') AS day, i.precision::text AS precision, i.place_code AS "placeCode", p.path AS "placePath",
      d.title, o.name AS source, o.synthetic, i.stands, i.relayed
    FROM item i
    JOIN (SELECT *, text ~ '[\\U00010000-\\U0010ffff]' AS whole FROM body OFFSET 0) d ON d.id = i.document_id
    JOIN source o ON o.id = d.source_id
    JOIN place p ON p.code = i.place_code`;
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
  const mine = pairsOf(text);
  const alike = rows.flatMap(({ body, whole, start, end, ...row }) => {
    const theirs = whole ? body.slice(start, end) : body;
    const similarity = mine.size === 0 ? similarityOf(text, theirs) : jaccard(mine, pairsOf(theirs));
    return similarity < ALIKE ? [] : [{ ...row, text: theirs, similarity }];
  });
  const isOwn = (row: DirectiveKey) =>
    row.documentId === key.documentId && row.list === key.list && row.ordinal === key.ordinal;
  const order = (r: DirectiveCopyRow) => `${r.day} ${r.documentId} ${r.list} ${r.ordinal}`;
  const copies = alike.filter((row) => !isOwn(row)).sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return { text, own: alike.find(isOwn) ?? null, rows: copies, ...looked };
}
