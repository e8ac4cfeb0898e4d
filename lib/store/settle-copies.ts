import type { PoolClient } from 'pg';

/**
 * Decides anew which report stands for each copy group in its place and month, in the groups that a run touches:
 * the one with the smallest (day, hash), so that the order of arrival does not matter. Reports of runs that are
 * counted already take their once-counts with them when they change sides.
 * @param without leave the run itself out: what stands when it is gone
 */
export async function settleCopies(client: PoolClient, runId: number, without: boolean): Promise<void> {
  await client.query('DROP TABLE IF EXISTS pg_temp.flip');
  await client.query(
    `CREATE TEMP TABLE flip ON COMMIT DROP AS
     SELECT document_id, ordinal, now_stands, run_id FROM (
       SELECT r.document_id, r.ordinal, r.stands, d.run_id,
         row_number() OVER (PARTITION BY d.copy_group, r.ordinal, r.place_code, date_trunc('month', r.day::timestamp)
                            ORDER BY r.day, d.sha256) = 1 AS now_stands
       FROM document d
       JOIN report r ON r.document_id = d.id
       JOIN run u ON u.id = d.run_id
       WHERE d.copy_group IN (SELECT copy_group FROM document WHERE run_id = $1)
         AND CASE WHEN d.run_id = $1 THEN NOT $2::bool ELSE u.status = 'published' END) x
     WHERE stands IS DISTINCT FROM now_stands`,
    [runId, without],
  );
  await client.query(
    'UPDATE report r SET stands = f.now_stands FROM flip f WHERE r.document_id = f.document_id AND r.ordinal = f.ordinal',
  );
  // A flipped report of a counted run: its row in the rollup exists, because the report is counted there.
  await client.query(
    `UPDATE slogan_day t SET mentions_once = t.mentions_once + x.mentions, reports_once = t.reports_once + x.reports
     FROM (SELECT slogan_id, place_code, day, precision, stratum_id, sum(sign * n)::int AS mentions, sum(sign)::int AS reports
           FROM (SELECT m.slogan_id, m.document_id, m.report, r.place_code, r.day, r.precision, r.stratum_id,
                   CASE WHEN f.now_stands THEN 1 ELSE -1 END AS sign, count(*)::int AS n
                 FROM flip f
                 JOIN report r ON r.document_id = f.document_id AND r.ordinal = f.ordinal
                 JOIN mention m ON m.document_id = r.document_id AND m.report = r.ordinal
                 WHERE f.run_id <> $1
                 GROUP BY m.slogan_id, m.document_id, m.report, r.place_code, r.day, r.precision, r.stratum_id, f.now_stands) y
           GROUP BY slogan_id, place_code, day, precision, stratum_id) x
     WHERE t.slogan_id = x.slogan_id AND t.place_code = x.place_code AND t.day = x.day AND t.precision = x.precision AND t.stratum_id = x.stratum_id`,
    [runId],
  );
  await client.query(
    `UPDATE place_day t SET reports_once = t.reports_once + x.reports, characters_once = t.characters_once + x.characters
     FROM (SELECT r.place_code, r.day, r.precision, r.stratum_id, sum(CASE WHEN f.now_stands THEN 1 ELSE -1 END)::int AS reports,
             sum(CASE WHEN f.now_stands THEN r.characters ELSE -r.characters END)::bigint AS characters
           FROM flip f JOIN report r ON r.document_id = f.document_id AND r.ordinal = f.ordinal
           WHERE f.run_id <> $1 GROUP BY 1, 2, 3, 4) x
     WHERE t.place_code = x.place_code AND t.day = x.day AND t.precision = x.precision AND t.stratum_id = x.stratum_id`,
    [runId],
  );
}
