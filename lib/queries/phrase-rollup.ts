import type { PoolClient } from 'pg';
import { Prisma } from '@/generated/prisma/client';

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

/**
 * The counts of a part of the documents, as columns of `phrase_part`: arrays, or what the database prints for them, which
 * goes back to it as it came.
 */
export interface PhrasePart {
  readonly places: string | readonly string[];
  readonly days: string | readonly string[];
  readonly precisions: string | readonly string[];
  readonly strata: string | readonly number[];
  readonly mentions: string | readonly number[];
  readonly reports: string | readonly number[];
  readonly mentionsOnce: string | readonly number[];
  readonly reportsOnce: string | readonly number[];
}

/** As the database gives it, with the documents of the part that hold the phrase; no columns where there are none. */
export type FoundPart = { readonly [K in keyof PhrasePart]: string | null } & { readonly documents: number };

/** Sums of the reports that a query finds (see `reportsWith`), by place, day and stratum: one row of columns. */
export function partOf(reports: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    WITH c AS MATERIALIZED (${reports})
    SELECT array_agg(place_code)::text AS places, array_agg(day)::text AS days, array_agg(precision)::text AS precisions,
      array_agg(stratum_id)::text AS strata, array_agg(mentions)::text AS mentions, array_agg(reports)::text AS reports,
      array_agg(mentions_once)::text AS "mentionsOnce", array_agg(reports_once)::text AS "reportsOnce",
      (SELECT count(DISTINCT document_id) FROM c)::int AS documents
    FROM (SELECT place_code, day, precision, stratum_id, sum(n)::int AS mentions, count(*)::int AS reports,
            coalesce(sum(n) FILTER (WHERE stands), 0)::int AS mentions_once, (count(*) FILTER (WHERE stands))::int AS reports_once
          FROM c GROUP BY place_code, c.day, c.precision, stratum_id) g`;
}

/** The rows of the counts of a phrase, with the columns of `slogan_day`, to stand in a FROM clause as `t`. */
export function phraseRows(phraseId: number): Prisma.Sql {
  return Prisma.sql`(
    SELECT c.* FROM phrase_part p, unnest(p.places, p.days, p.precisions, p.strata, p.mentions, p.reports, p.mentions_once,
      p.reports_once, p.alone, p.alone_once)
      AS c (place_code, day, precision, stratum_id, mentions, reports, mentions_once, reports_once, alone, alone_once)
    WHERE p.phrase_id = ${phraseId}) t`;
}

/** Writes the counts of one part of the documents. */
export async function insertPart(
  client: PoolClient,
  phraseId: number,
  part: number,
  columns: PhrasePart,
): Promise<void> {
  const { places, days, precisions, strata, mentions, reports, mentionsOnce, reportsOnce } = columns;
  await client.query(
    `INSERT INTO phrase_part VALUES ($1, $2, $3::bpchar[], $4::date[], $5::"precision"[], $6::int[], $7::int[], $8::int[], $9::int[],
       $10::int[], '{}', '{}')`,
    [phraseId, part, places, days, precisions, strata, mentions, reports, mentionsOnce, reportsOnce],
  );
}

/**
 * Adds, as a part of its own, how many mentions are the tracked slogan of this very wording; nothing where the phrase is no
 * slogan's. The rest of its occurrences stand inside longer slogans, or in what counts as none.
 */
export async function insertAlone(
  client: PoolClient,
  id: number,
  part: number,
  phrase: string,
): Promise<void> {
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
    INSERT INTO phrase_part
    SELECT ${id}::int, ${part}::int, coalesce(array_agg(place_code), '{}'), coalesce(array_agg(day), '{}'), coalesce(array_agg(precision), '{}'),
      coalesce(array_agg(stratum_id), '{}'), '{}', '{}', '{}', '{}', coalesce(array_agg(n), '{}'), coalesce(array_agg(once), '{}')
    FROM (
      SELECT r.place_code, r.day, r.precision, r.stratum_id, count(*)::int AS n, (count(*) FILTER (WHERE r.stands))::int AS once
      FROM mention m
      JOIN report r ON r.document_id = m.document_id AND r.ordinal = m.report
      JOIN document d ON d.id = m.document_id
      JOIN run u ON u.id = d.run_id AND u.status = 'published'
      WHERE m.slogan_id = ANY(${[...new Set(forms.map((f) => f.id))]}::int[]) AND m."end" - m.start = ${phrase.length}::int ${same}
      GROUP BY 1, 2, 3, 4) x`;
  await client.query(sql.text, sql.values);
}

/** A row for each report that was counted here. */
export function partOfReports(counts: readonly ReportCount[]): PhrasePart {
  return {
    places: counts.map((c) => c.placeCode),
    days: counts.map((c) => c.day),
    precisions: counts.map((c) => c.precision),
    strata: counts.map((c) => c.stratumId),
    mentions: counts.map((c) => c.mentions),
    reports: counts.map(() => 1),
    mentionsOnce: counts.map((c) => (c.stands ? c.mentions : 0)),
    reportsOnce: counts.map((c) => (c.stands ? 1 : 0)),
  };
}
