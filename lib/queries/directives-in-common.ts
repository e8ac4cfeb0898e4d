import { Prisma } from '@/generated/prisma/client';
import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { inPeriod, inPlace, inStratum } from './scope';

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

/** So many of the newest directives of the first place are looked for in the second. */
const LOOKED_AT = 2_000;
/** Shorter heads (抓落实) stand in lists that have nothing to do with each other. */
const SHORTEST = 6;

function directivesOf(filters: Filters, place: string, narrowed: Prisma.Sql): Prisma.Sql {
  const scope = { ...filters, place };
  const r = Prisma.sql`r`;
  const once = filters.copies === 'once' ? Prisma.sql`AND r.stands` : Prisma.empty;
  return Prisma.sql`
    SELECT i.head, i.document_id::text AS "documentId", i.list, i.ordinal, d.title, to_char(r.day, 'YYYY-MM-DD') AS day,
      r.precision::text AS precision, p.path AS "placePath", o.synthetic, i.start, i."end", r.day AS at
    FROM directive i
    JOIN directive_list l ON l.document_id = i.document_id AND l.ordinal = i.list
    JOIN report r ON r.document_id = i.document_id AND r.ordinal = l.report
    JOIN document d ON d.id = i.document_id AND NOT d.hidden
    JOIN run u ON u.id = d.run_id AND u.status = 'published'
    JOIN source o ON o.id = d.source_id
    JOIN place p ON p.code = r.place_code
    WHERE length(i.head) >= ${SHORTEST} AND ${inPlace(scope, r)} AND ${inPeriod(scope, r)} AND ${inStratum(scope, r)} ${once}
      AND ${narrowed}`;
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

/** Directives that both places gave under the same head, each in its first wording there; of the newest 2,000 of the first place. */
export async function directivesInCommon(
  filters: Filters,
  a: string,
  b: string,
  limit: number,
): Promise<readonly CommonDirective[]> {
  const prisma = await getPrisma();
  const mine = await prisma.$queryRaw<Row[]>`
    SELECT * FROM (${directivesOf(filters, a, Prisma.sql`TRUE`)} ORDER BY r.day DESC LIMIT ${LOOKED_AT}) x ORDER BY at`;
  const heads = [...new Set(mine.map((row) => row.head))];
  if (heads.length === 0) return [];
  const theirs = await prisma.$queryRaw<Row[]>`
    SELECT * FROM (${directivesOf(filters, b, Prisma.sql`i.head = ANY(${heads})`)}) x ORDER BY at LIMIT ${LOOKED_AT}`;
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
