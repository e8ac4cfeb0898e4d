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
  /** By place, in the order asked for; null where it is not given. */
  readonly sides: readonly (CommonDirectiveSide | null)[];
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

/** The first wording of each head in a place. */
const firstOf = (rows: readonly Row[]) => new Map([...rows].reverse().map((row) => [row.head, row]));

/**
 * Directives that two or more of the places gave under the same head, each in its first wording there; of the newest 600
 * reports of each. Those of most places first, then the newest.
 */
export async function directivesInCommon(
  filters: Filters,
  places: readonly string[],
  limit: number,
): Promise<readonly CommonDirective[]> {
  const firsts = (await Promise.all(places.map((place) => directivesOf(filters, place)))).map(firstOf);
  const heads = new Set(firsts.flatMap((rows) => [...rows.keys()]));
  const common = [...heads]
    .map((head) => ({ head, rows: firsts.map((rows) => rows.get(head) ?? null) }))
    // One text that counts in a place and in the one around it is no second wording.
    .map(({ head, rows }) => ({
      head,
      rows,
      documents: new Set(rows.flatMap((r) => r?.documentId ?? [])).size,
    }))
    .filter(({ documents }) => documents > 1);
  const newest = ({ rows }: (typeof common)[number]) =>
    rows
      .map((r) => r?.day ?? '')
      .sort()
      .pop() ?? '';
  common.sort((x, y) => y.documents - x.documents || (newest(x) > newest(y) ? -1 : 1));
  const shown = common.slice(0, limit);
  const texts = await wordings(shown.flatMap(({ rows }) => rows.flatMap((row) => row ?? [])));
  const side = (row: Row): CommonDirectiveSide => {
    const { head: _, start: __, end: ___, ...rest } = row;
    return { ...rest, text: texts.get(row) ?? '' };
  };
  return shown.map(({ head, rows }) => ({ head, sides: rows.map((row) => row && side(row)) }));
}
