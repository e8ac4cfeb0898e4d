import type { PoolClient } from 'pg';
import { Prisma } from '@/generated/prisma/client';
import type { Cell } from '@/lib/store/copy-rows';

/** How often a phrase stands in one report. */
export interface ReportCount {
  readonly documentId: string;
  readonly report: number;
  readonly placeCode: string;
  readonly day: string;
  readonly precision: string;
  readonly stratumId: number;
  readonly stands: boolean;
  readonly mentions: number;
}

const COLUMNS = [
  'phrase_id',
  'place_code',
  'day',
  'precision',
  'stratum_id',
  'mentions',
  'reports',
  'mentions_once',
  'reports_once',
  'alone',
  'alone_once',
] as const;

/** What one part of the documents adds to the counts of a phrase in one place, day and stratum. */
export interface PhraseCell {
  readonly placeCode: string;
  readonly day: string;
  readonly precision: string;
  readonly stratumId: number;
  readonly mentions: number;
  readonly reports: number;
  readonly mentionsOnce: number;
  readonly reportsOnce: number;
}

/** As the database gives it: with all documents that the part found, in every cell. */
export interface FoundCell extends PhraseCell {
  readonly documents: number;
}

/** Sums of the reports that a query finds (see `reportsWith`), by place, day and stratum. */
export function cellsOf(reports: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    WITH c AS MATERIALIZED (${reports})
    SELECT place_code AS "placeCode", to_char(day, 'YYYY-MM-DD') AS day, precision::text AS precision, stratum_id AS "stratumId",
      sum(n)::int AS mentions, count(*)::int AS reports, coalesce(sum(n) FILTER (WHERE stands), 0)::int AS "mentionsOnce",
      (count(*) FILTER (WHERE stands))::int AS "reportsOnce", (SELECT count(DISTINCT document_id) FROM c)::int AS documents
    FROM c GROUP BY place_code, c.day, c.precision, stratum_id`;
}

/** The sums of all parts as rows for COPY. */
export function addCells(
  phraseId: number,
  cells: readonly PhraseCell[],
): { readonly columns: readonly string[]; readonly rows: Cell[][] } {
  const groups = new Map<string, { head: Cell[]; sums: number[] }>();
  for (const c of cells) {
    const head = [c.placeCode, c.day, c.precision, c.stratumId];
    const group = groups.get(head.join(' ')) ?? { head, sums: [0, 0, 0, 0, 0, 0] };
    groups.set(head.join(' '), group);
    const add = [c.mentions, c.reports, c.mentionsOnce, c.reportsOnce, 0, 0];
    group.sums = group.sums.map((sum, i) => sum + (add[i] ?? 0));
  }
  return { columns: COLUMNS, rows: [...groups.values()].map((g) => [phraseId, ...g.head, ...g.sums]) };
}

/**
 * Adds how many mentions are the tracked slogan of this very wording; nothing where the phrase is no slogan's. The rest of
 * its occurrences stand inside longer slogans, or in what counts as none.
 */
export async function insertAlone(client: PoolClient, id: number, phrase: string): Promise<void> {
  const { rows: forms } = await client.query<{ id: number; form: string }>(
    `SELECT id, form FROM (SELECT id, canonical AS form FROM slogan UNION SELECT slogan_id, surface FROM slogan_variant) f
     WHERE id IN (SELECT id FROM slogan WHERE canonical = $1 UNION SELECT slogan_id FROM slogan_variant WHERE surface = $1)`,
    [phrase],
  );
  if (forms.length === 0) return;
  // Only where another wording is as long does the text itself have to be looked at.
  const rivals = forms.some((f) => f.form !== phrase && f.form.length === phrase.length);
  const same = rivals
    ? Prisma.sql`AND substr(d.text, m.start + 1, m."end" - m.start) = ${phrase}`
    : Prisma.empty;
  const sql = Prisma.sql`
    UPDATE phrase_day t SET alone = x.n, alone_once = x.once
    FROM (
      SELECT r.place_code, r.day, r.precision, r.stratum_id, count(*)::int AS n, (count(*) FILTER (WHERE r.stands))::int AS once
      FROM mention m
      JOIN report r ON r.document_id = m.document_id AND r.ordinal = m.report
      JOIN document d ON d.id = m.document_id
      JOIN run u ON u.id = d.run_id AND u.status = 'published'
      WHERE m.slogan_id = ANY(${[...new Set(forms.map((f) => f.id))]}::int[]) AND m."end" - m.start = ${phrase.length}::int ${same}
      GROUP BY 1, 2, 3, 4) x
    WHERE t.phrase_id = ${id}::int AND t.place_code = x.place_code AND t.day = x.day AND t.precision = x.precision
      AND t.stratum_id = x.stratum_id`;
  await client.query(sql.text, sql.values);
}

/** One cell for each report that was counted here. */
export function cellsOfReports(counts: readonly ReportCount[]): PhraseCell[] {
  return counts.map(({ placeCode, day, precision, stratumId, mentions, stands }) => ({
    placeCode,
    day,
    precision,
    stratumId,
    mentions,
    reports: 1,
    mentionsOnce: stands ? mentions : 0,
    reportsOnce: stands ? 1 : 0,
  }));
}
