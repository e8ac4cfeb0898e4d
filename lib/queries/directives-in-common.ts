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
  readonly head: string;
  readonly documentId: string;
  readonly list: number;
  readonly ordinal: number;
  readonly day: string;
}

/** What only the few that are shown have to be asked for. */
interface Shown extends Omit<CommonDirectiveSide, 'text'> {
  readonly body: string;
  readonly start: number;
  readonly end: number;
}

/** Directives of so many of the newest reports of each place are compared. */
const REPORTS = 600;
/** Shorter heads (抓落实) stand in lists that have nothing to do with each other. */
const SHORTEST = 6;

async function directivesOf(filters: Filters, place: string): Promise<Row[]> {
  const prisma = await getPrisma();
  const scope = await nameScope({ ...filters, place });
  return prisma.$queryRaw<Row[]>`
    SELECT i.head, i.document_id::text AS "documentId", i.list, i.ordinal, to_char(r.day, 'YYYY-MM-DD') AS day
    FROM ${newestReports(scope, REPORTS)}
    JOIN document d ON d.id = r.document_id AND NOT d.hidden
    JOIN run u ON u.id = d.run_id AND u.status = 'published'
    JOIN directive_list l ON l.document_id = r.document_id AND l.report = r.ordinal
    JOIN directive i ON i.document_id = l.document_id AND i.list = l.ordinal
    WHERE length(i.head) >= ${SHORTEST} ORDER BY r.day, i.document_id, i.list, i.ordinal`;
}

const keyOf = (row: Pick<Row, 'documentId' | 'list' | 'ordinal'>) =>
  `${row.documentId} ${row.list} ${row.ordinal}`;

/** The rows with their documents. The wording is cut out here: Postgres counts characters and we count UTF-16 units. */
async function sidesOf(rows: readonly Row[]): Promise<ReadonlyMap<string, CommonDirectiveSide>> {
  const prisma = await getPrisma();
  const ids = rows.map((r) => BigInt(r.documentId));
  const found = await prisma.$queryRaw<Shown[]>`
    SELECT i.document_id::text AS "documentId", i.list, i.ordinal, d.title, to_char(r.day, 'YYYY-MM-DD') AS day,
      r.precision::text AS precision, p.path AS "placePath", o.synthetic, d.text AS body, i.start, i."end"
    FROM unnest(${ids}::bigint[], ${rows.map((r) => r.list)}::int[], ${rows.map((r) => r.ordinal)}::int[]) AS k (id, list, ordinal)
    JOIN directive i ON i.document_id = k.id AND i.list = k.list AND i.ordinal = k.ordinal
    JOIN directive_list l ON l.document_id = i.document_id AND l.ordinal = i.list
    JOIN report r ON r.document_id = i.document_id AND r.ordinal = l.report
    JOIN document d ON d.id = i.document_id
    JOIN source o ON o.id = d.source_id
    JOIN place p ON p.code = r.place_code`;
  return new Map(
    found.map(({ body, start, end, ...side }) => [keyOf(side), { ...side, text: body.slice(start, end) }]),
  );
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
  const sides = await sidesOf(shown.flatMap(({ rows }) => rows.flatMap((row) => row ?? [])));
  return shown.map(({ head, rows }) => ({
    head,
    sides: rows.map((row) => (row && sides.get(keyOf(row))) ?? null),
  }));
}
