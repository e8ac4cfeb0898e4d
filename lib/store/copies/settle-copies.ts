import type { PoolClient } from 'pg';
import { touchCells } from '../coarse-rollups';
import { UNKNOWN_PLACE } from '../rows';
import { ECHOES, IS_ECHO } from './own-words';

/** Reports of which something says when and where they were made: without it nobody can say who was first. */
const SUPPORTED = `(r.precision IN ('day', 'month') AND r.place_code <> '${UNKNOWN_PLACE}')`;

/**
 * Decides anew, in the copy groups of the documents in `arriving`, which report stands for its group in its place
 * and month (the one with the smallest day and hash, so that the order of arrival does not matter) and which were
 * relayed from another place: dated and placed ones that another place, with a date, had before. Only documents of published runs take part. Reports that are counted already, which
 * is all but those of the documents in `moving`, take their once-counts with them when they change sides.
 */
export async function settleCopies(client: PoolClient): Promise<void> {
  await client.query('DROP TABLE IF EXISTS pg_temp.flip');
  await client.query(
    `CREATE TEMP TABLE flip ON COMMIT DROP AS
     WITH member AS (
       SELECT r.document_id, r.ordinal, r.stands, r.relayed, r.place_code, ${SUPPORTED} AS supported,
         row_number() OVER (PARTITION BY d.copy_group, r.ordinal, r.place_code, date_trunc('month', r.day::timestamp)
                            ORDER BY r.day, d.sha256) = 1 AS now_stands,
         first_value(r.place_code) OVER (PARTITION BY d.copy_group, r.ordinal ORDER BY NOT ${SUPPORTED}, r.day, d.sha256) AS first_place
       FROM document d
       JOIN report r ON r.document_id = d.id
       JOIN run u ON u.id = d.run_id
       WHERE u.status = 'published'
         AND d.copy_group IN (SELECT e.copy_group FROM document e JOIN arriving a ON a.document_id = e.id))
     SELECT document_id, ordinal, stands AS stood, now_stands, relayed AS was_relayed, supported AND place_code <> first_place AS now_relayed
     FROM member WHERE stands <> now_stands OR relayed <> (supported AND place_code <> first_place)`,
  );
  await client.query(
    `UPDATE report r SET stands = f.now_stands, relayed = f.now_relayed FROM flip f
     WHERE r.document_id = f.document_id AND r.ordinal = f.ordinal`,
  );
  await client.query('DELETE FROM flip WHERE document_id IN (SELECT document_id FROM moving)');
  await moveCounts(client);
  await touchCells(client, 'flip');
}

/** What a report adds to the reports that count once, that are copies or relayed, and that are both. */
const ADDED = `now_stands::int - stood::int AS once,
  (now_relayed OR echo OR NOT now_stands)::int - (was_relayed OR echo OR NOT stood)::int AS relayed,
  ((now_relayed OR echo) AND now_stands)::int - ((was_relayed OR echo) AND stood)::int AS relayed_once`;

/** The rows in the rollups exist: reports that flip are counted there. */
async function moveCounts(client: PoolClient): Promise<void> {
  await client.query(
    `UPDATE slogan_day t SET mentions_once = t.mentions_once + x.mentions, reports_once = t.reports_once + x.reports,
       relayed = t.relayed + x.relayed, relayed_once = t.relayed_once + x.relayed_once
     FROM (SELECT slogan_id, place_code, day, precision, stratum_id, sum(once * n)::int AS mentions, sum(once)::int AS reports,
             sum(relayed)::int AS relayed, sum(relayed_once)::int AS relayed_once
           FROM (SELECT *, ${ADDED}
                 FROM (SELECT m.slogan_id, r.place_code, r.day, r.precision, r.stratum_id,
                         f.now_stands, f.stood, f.now_relayed, f.was_relayed, ${IS_ECHO} AS echo, count(*)::int AS n
                       FROM flip f
                       JOIN report r ON r.document_id = f.document_id AND r.ordinal = f.ordinal
                       JOIN mention m ON m.document_id = r.document_id AND m.report = r.ordinal
                       ${ECHOES}
                       GROUP BY m.slogan_id, m.document_id, m.report, r.place_code, r.day, r.precision, r.stratum_id, f.now_stands, f.stood, f.now_relayed, f.was_relayed) held) y
           GROUP BY slogan_id, place_code, day, precision, stratum_id) x
     WHERE t.slogan_id = x.slogan_id AND t.place_code = x.place_code AND t.day = x.day AND t.precision = x.precision AND t.stratum_id = x.stratum_id`,
  );
  await client.query(
    `UPDATE place_day t SET reports_once = t.reports_once + x.reports, characters_once = t.characters_once + x.characters
     FROM (SELECT r.place_code, r.day, r.precision, r.stratum_id, sum(f.now_stands::int - f.stood::int)::int AS reports,
             sum((f.now_stands::int - f.stood::int) * r.characters)::bigint AS characters
           FROM flip f JOIN report r ON r.document_id = f.document_id AND r.ordinal = f.ordinal
           GROUP BY 1, 2, 3, 4) x
     WHERE t.place_code = x.place_code AND t.day = x.day AND t.precision = x.precision AND t.stratum_id = x.stratum_id`,
  );
}
