import type { Pool } from 'pg';

/** Every report with every slogan that it holds, and how often. */
const HELD = `
  SELECT m.slogan_id, m.document_id, m.report, r.place_code, r.day, r.precision, r.stratum_id, r.stands,
    r.relayed OR bool_and(p.relayed) AS relayed, count(*)::int AS n
  FROM mention m JOIN report r ON r.document_id = m.document_id AND r.ordinal = m.report
  JOIN paragraph p ON p.document_id = m.document_id AND p.ordinal = m.paragraph
  GROUP BY m.slogan_id, m.document_id, m.report, r.place_code, r.day, r.precision, r.stratum_id, r.stands, r.relayed`;
const SLOGAN_COUNTS = `
  sum(n)::int, count(*)::int, coalesce(sum(n) FILTER (WHERE stands), 0)::int, (count(*) FILTER (WHERE stands))::int,
  (count(*) FILTER (WHERE relayed OR NOT stands))::int, (count(*) FILTER (WHERE relayed AND stands))::int`;
const SLOGAN_DAYS = `
  min(day) FILTER (WHERE precision <> 'none'), max(day) FILTER (WHERE precision <> 'none'),
  min(day) FILTER (WHERE precision <> 'none' AND stands), max(day) FILTER (WHERE precision <> 'none' AND stands),
  min(day) FILTER (WHERE precision <> 'none' AND stands AND NOT relayed)`;
const PLACE_COUNTS = `
  count(*)::int, sum(characters)::bigint, (count(*) FILTER (WHERE stands))::int,
  coalesce(sum(characters) FILTER (WHERE stands), 0)::bigint`;
const PLACE_DAYS = `min(day) FILTER (WHERE precision <> 'none'), max(day) FILTER (WHERE precision <> 'none')`;

const cut = (unit: string) => `date_trunc('${unit}', day::timestamp)::date`;

/** A rollup with all strata apart, and together as stratum 0. */
function bothWays(select: (stratum: string) => string): string {
  return `${select('stratum_id')} UNION ALL ${select('0')}`;
}

const WHOLE = `CASE place_code WHEN '000000' THEN place_code ELSE '100000' END AS whole`;
/** Each report with the places that its place lies in, itself included. */
const ANCESTORS = `SELECT r.*, w.ancestor_code FROM report r JOIN place_within w ON w.place_code = r.place_code`;
const GROUP = 'GROUP BY 1, 2, 3, 4, 5';
const RAW: Readonly<Record<string, string>> = {
  slogan_day: `SELECT slogan_id, place_code, day, precision, stratum_id, ${SLOGAN_COUNTS} FROM (${HELD}) h ${GROUP}`,
  slogan_month: bothWays(
    (s) =>
      `SELECT slogan_id, place_code, ${cut('month')}, precision, ${s}, ${SLOGAN_COUNTS}, ${SLOGAN_DAYS} FROM (${HELD}) h ${GROUP}`,
  ),
  slogan_year: bothWays(
    (s) =>
      `SELECT slogan_id, place_code, ${cut('year')}, precision, ${s}, ${SLOGAN_COUNTS}, ${SLOGAN_DAYS} FROM (${HELD}) h ${GROUP}`,
  ),
  place_day: `SELECT place_code, day, precision, stratum_id, ${PLACE_COUNTS} FROM report GROUP BY 1, 2, 3, 4`,
  slogan_whole_day: bothWays(
    (s) => `SELECT slogan_id, ${WHOLE}, day, precision, ${s}, ${SLOGAN_COUNTS} FROM (${HELD}) h ${GROUP}`,
  ),
  slogan_whole_month: bothWays(
    (s) =>
      `SELECT slogan_id, ${WHOLE}, ${cut('month')}, precision, ${s}, ${SLOGAN_COUNTS}, ${SLOGAN_DAYS} FROM (${HELD}) h ${GROUP}`,
  ),
  place_whole_day: bothWays(
    (s) =>
      `SELECT ancestor_code, day, precision, ${s}, ${PLACE_COUNTS} FROM (${ANCESTORS}) h GROUP BY 1, 2, 3, 4`,
  ),
  place_month: bothWays(
    (s) =>
      `SELECT place_code, ${cut('month')}, precision, ${s}, ${PLACE_COUNTS}, ${PLACE_DAYS} FROM report GROUP BY 1, 2, 3, 4`,
  ),
};

/** The rows in which the rollups differ from what counting the mentions and reports one by one gives. */
export async function rollupDrift(pool: Pool): Promise<unknown[]> {
  const all = await Promise.all(
    Object.entries(RAW).map(async ([table, raw]) => {
      const { rows } = await pool.query(
        `WITH raw AS (${raw}) (TABLE raw EXCEPT ALL TABLE ${table}) UNION ALL (TABLE ${table} EXCEPT ALL TABLE raw)`,
      );
      return rows.map((row: object) => ({ table, ...row }));
    }),
  );
  return all.flat();
}

/** Takes all documents and counts out of a test database. */
export async function emptyDatabase(pool: Pool): Promise<void> {
  for (const table of ['document', ...Object.keys(RAW)]) await pool.query(`DELETE FROM ${table}`);
  await pool.query("UPDATE run SET status = 'undone'");
}
