import type { PoolClient } from 'pg';
import { touchCells } from './coarse-rollups';
import { ECHOES, IS_ECHO } from './copies/own-words';

/**
 * Adds the mentions and reports of the documents in `moving` to the rollups, or takes them away again. Aggregated in two levels, by
 * report and then by place and day, so that the inner level stays with the document when tables are distributed.
 */
export async function addToRollups(client: PoolClient, sign: 1 | -1): Promise<void> {
  await client.query(
    `INSERT INTO slogan_day AS t (slogan_id, place_code, day, precision, stratum_id, mentions, reports, mentions_once, reports_once, relayed, relayed_once)
     SELECT slogan_id, place_code, day, precision, stratum_id,
       $1::int * sum(n), $1::int * count(*), $1::int * coalesce(sum(n) FILTER (WHERE stands), 0), $1::int * count(*) FILTER (WHERE stands),
       $1::int * count(*) FILTER (WHERE relayed OR echo OR NOT stands), $1::int * count(*) FILTER (WHERE (relayed OR echo) AND stands)
     FROM (SELECT m.slogan_id, m.document_id, m.report, r.place_code, r.day, r.precision, r.stratum_id, r.stands, r.relayed,
             ${IS_ECHO} AS echo, count(*)::int AS n
           FROM mention m
           JOIN report r ON r.document_id = m.document_id AND r.ordinal = m.report
           JOIN moving d ON d.document_id = m.document_id
           ${ECHOES}
           GROUP BY m.slogan_id, m.document_id, m.report, r.place_code, r.day, r.precision, r.stratum_id, r.stands, r.relayed) x
     GROUP BY slogan_id, place_code, day, precision, stratum_id
     ON CONFLICT (slogan_id, place_code, day, precision, stratum_id) DO UPDATE SET
       mentions = t.mentions + excluded.mentions, reports = t.reports + excluded.reports,
       mentions_once = t.mentions_once + excluded.mentions_once, reports_once = t.reports_once + excluded.reports_once,
       relayed = t.relayed + excluded.relayed, relayed_once = t.relayed_once + excluded.relayed_once`,
    [sign],
  );
  await client.query(
    `INSERT INTO place_day AS t
     SELECT place_code, day, precision, stratum_id,
       $1::int * count(*), $1::int * sum(characters), $1::int * count(*) FILTER (WHERE stands),
       $1::int * coalesce(sum(characters) FILTER (WHERE stands), 0)
     FROM (SELECT r.document_id, r.place_code, r.day, r.precision, r.stratum_id, r.stands, r.characters
           FROM report r JOIN moving d ON d.document_id = r.document_id) x
     GROUP BY place_code, day, precision, stratum_id
     ON CONFLICT (place_code, day, precision, stratum_id) DO UPDATE SET
       reports = t.reports + excluded.reports, characters = t.characters + excluded.characters,
       reports_once = t.reports_once + excluded.reports_once, characters_once = t.characters_once + excluded.characters_once`,
    [sign],
  );
  await touchCells(client, 'moving');
  if (sign === -1) {
    await client.query('DELETE FROM slogan_day WHERE reports = 0');
    await client.query('DELETE FROM place_day WHERE reports = 0');
  }
}
