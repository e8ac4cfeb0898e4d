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

/** Sums up the reports that a query finds (see `reportsWith`) under a phrase; returns how many documents they are of. */
export async function insertDays(client: PoolClient, id: number, reports: Prisma.Sql): Promise<number> {
  const sql = Prisma.sql`
    WITH c AS MATERIALIZED (${reports}),
    days AS (
      INSERT INTO phrase_day (phrase_id, place_code, day, precision, stratum_id, mentions, reports, mentions_once, reports_once, alone, alone_once)
      SELECT ${id}::int, place_code, day, precision, stratum_id, sum(n), count(*),
        coalesce(sum(n) FILTER (WHERE stands), 0), count(*) FILTER (WHERE stands), 0, 0
      FROM c GROUP BY place_code, day, precision, stratum_id)
    SELECT count(DISTINCT document_id)::int AS documents FROM c`;
  const { rows } = await client.query<{ documents: number }>(sql.text, sql.values);
  return rows[0]?.documents ?? 0;
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

/** Sums by place, day and stratum, as rows for COPY. */
export function rollUp(
  phraseId: number,
  counts: readonly ReportCount[],
): { readonly columns: readonly string[]; readonly rows: Cell[][] } {
  const groups = new Map<string, { head: Cell[]; sums: number[] }>();
  for (const c of counts) {
    const head = [c.placeCode, c.day, c.precision, c.stratumId];
    const group = groups.get(head.join(' ')) ?? { head, sums: [0, 0, 0, 0, 0, 0] };
    groups.set(head.join(' '), group);
    const once = c.stands ? 1 : 0;
    const add = [c.mentions, 1, c.mentions * once, once, 0, 0];
    group.sums = group.sums.map((sum, i) => sum + (add[i] ?? 0));
  }
  return { columns: COLUMNS, rows: [...groups.values()].map((g) => [phraseId, ...g.head, ...g.sums]) };
}
