import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { nameScope } from './named-scope';
import { newestReports } from './newest';

export interface CommonDirectiveSide {
  readonly documentId: string;
  readonly list: number;
  readonly ordinal: number;
  readonly title: string;
  readonly day: string;
  readonly precision: 'day' | 'month' | 'year' | 'none';
  readonly placePath: readonly string[];
  readonly synthetic: boolean;
  /** All of the item. */
  readonly text: string;
}

export interface CommonDirective {
  readonly head: string;
  readonly a: CommonDirectiveSide;
  readonly b: CommonDirectiveSide;
}

interface Row {
  head: string;
  documentId: string;
  list: number;
  ordinal: number;
  title: string;
  day: string;
  precision: 'day' | 'month' | 'year' | 'none';
  placePath: string[];
  synthetic: boolean;
  start: number;
  end: number;
}

/** Directives of so many of the newest reports of each place are compared. */
const REPORTS = 600;
/** Shorter heads (抓落实) stand in lists that have nothing to do with each other. */
const SHORTEST = 6;

async function directivesOf(filters: Filters, place: string): Promise<Row[]> {
  const prisma = await getPrisma();
  const scope = await nameScope({ ...filters, place });
  return prisma.$queryRaw<Row[]>`
    SELECT i.head, i.document_id::text AS "documentId", i.list, i.ordinal, d.title, to_char(r.day, 'YYYY-MM-DD') AS day,
      r.precision::text AS precision, p.path AS "placePath", o.synthetic, i.start, i."end"
    FROM ${newestReports(scope, REPORTS)}
    JOIN document d ON d.id = r.document_id AND NOT d.hidden
    JOIN run u ON u.id = d.run_id AND u.status = 'published'
    JOIN directive_list l ON l.document_id = r.document_id AND l.report = r.ordinal
    JOIN directive i ON i.document_id = l.document_id AND i.list = l.ordinal
    JOIN source o ON o.id = d.source_id
    JOIN place p ON p.code = r.place_code
    WHERE length(i.head) >= ${SHORTEST} ORDER BY r.day, i.document_id, i.list, i.ordinal`;
}

/** The wording of each row: cut out here, because Postgres counts characters and we count UTF-16 units. */
async function wordings(rows: readonly Row[]): Promise<ReadonlyMap<Row, string>> {
  const prisma = await getPrisma();
  const ids = [...new Set(rows.map((row) => BigInt(row.documentId)))];
  const documents = await prisma.document.findMany({
    where: { id: { in: ids } },
    select: { id: true, text: true },
  });
  const texts = new Map(documents.map((d) => [String(d.id), d.text]));
  return new Map(rows.map((row) => [row, texts.get(row.documentId)?.slice(row.start, row.end) ?? '']));
}

/** Directives that both places gave under the same head, each in its first wording there; of the newest 600 reports of each. */
export async function directivesInCommon(
  filters: Filters,
  a: string,
  b: string,
  limit: number,
): Promise<readonly CommonDirective[]> {
  const [mine, theirs] = await Promise.all([directivesOf(filters, a), directivesOf(filters, b)]);
  const first = new Map([...theirs].reverse().map((row) => [row.head, row]));
  const seen = new Set<string>();
  const pairs = mine.flatMap((row): [Row, Row][] => {
    const other = first.get(row.head);
    if (!other || seen.has(row.head) || other.documentId === row.documentId) return [];
    seen.add(row.head);
    return [[row, other]];
  });
  const shown = pairs.reverse().slice(0, limit);
  const texts = await wordings(shown.flat());
  const side = ({ head: _, start: __, end: ___, ...row }: Row, text: string) => ({ ...row, text });
  return shown.map(([x, y]) => ({
    head: x.head,
    a: side(x, texts.get(x) ?? ''),
    b: side(y, texts.get(y) ?? ''),
  }));
}
