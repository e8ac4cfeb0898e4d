import type { PoolClient } from 'pg';
import { touchCells } from '../coarse-rollups';
import { UNKNOWN_PLACE } from '../rows';

/** A paragraph that more documents hold is a form (a disclaimer, a footer), which nobody takes from anybody. */
export const FORM_DOCUMENTS = 200;

/** Where one report stands and where the first one that says the same stood: another source, or two places that are known. */
const ELSEWHERE = `(source_id <> first_source
  OR place_code <> first_place AND place_code <> '${UNKNOWN_PLACE}' AND first_place <> '${UNKNOWN_PLACE}')`;

/**
 * Remembers the paragraphs of the documents in `moving`: who had them first has to be decided anew. To be called
 * before documents go or change, and after they came or changed; the sets add up within a transaction.
 */
export async function touchParagraphs(client: PoolClient): Promise<void> {
  await client.query('CREATE TEMP TABLE IF NOT EXISTS touched_paragraph (hash bigint) ON COMMIT DROP');
  await client.query(
    `INSERT INTO touched_paragraph
     SELECT DISTINCT p.hash FROM paragraph p JOIN moving v ON v.document_id = p.document_id WHERE p.hash IS NOT NULL`,
  );
}

/**
 * Decides which paragraphs were taken from elsewhere: those that a report of another place, or of another source, had
 * first (by day and hash of the document, so that the order of arrival does not matter). Reports dated to the year or
 * not at all take no part: nothing says who was first. Only documents of published runs take part.
 * @param fewest paragraphs held by fewer documents are not looked at: 2 where documents only came, 1 where some went
 */
export async function settleParagraphs(client: PoolClient, fewest: 1 | 2): Promise<void> {
  await client.query('ANALYZE touched_paragraph');
  await client.query(
    `CREATE TEMP TABLE shared_paragraph ON COMMIT DROP AS
     SELECT hash FROM paragraph WHERE hash IN (SELECT hash FROM touched_paragraph)
     GROUP BY hash HAVING count(*) >= ${fewest}`,
  );
  await client.query('ANALYZE shared_paragraph');
  await client.query(
    `CREATE TEMP TABLE turned_paragraph ON COMMIT DROP AS
     WITH member AS (
       SELECT p.document_id, p.ordinal, p.report, p.hash, p.relayed, r.place_code, d.source_id, d.sha256, r.day,
         r.precision IN ('day', 'month') AS dated
       FROM paragraph p
       JOIN shared_paragraph s ON s.hash = p.hash
       JOIN report r ON r.document_id = p.document_id AND r.ordinal = p.report
       JOIN document d ON d.id = p.document_id
       JOIN run u ON u.id = d.run_id
       WHERE u.status = 'published'),
     placed AS (
       SELECT m.*, count(*) OVER (PARTITION BY hash) AS holders,
         first_value(place_code) OVER first AS first_place, first_value(source_id) OVER first AS first_source
       FROM member m WINDOW first AS (PARTITION BY hash ORDER BY NOT dated, day, sha256, report, ordinal))
     SELECT document_id, ordinal, report, now_relayed FROM (
       SELECT *, dated AND holders <= ${FORM_DOCUMENTS} AND ${ELSEWHERE} AS now_relayed
       FROM placed) x
     WHERE relayed <> now_relayed`,
  );
  await client.query(
    `UPDATE paragraph p SET relayed = t.now_relayed FROM turned_paragraph t
     WHERE p.document_id = t.document_id AND p.ordinal = t.ordinal`,
  );
  await client.query(
    `UPDATE report r SET relayed_share = x.share
     FROM (SELECT p.document_id, p.report,
             (coalesce(sum(p."end" - p.start) FILTER (WHERE p.relayed), 0)::float8 / greatest(1, sum(p."end" - p.start)))::real AS share
           FROM paragraph p JOIN (SELECT DISTINCT document_id, report FROM turned_paragraph) t
             ON t.document_id = p.document_id AND t.report = p.report
           GROUP BY 1, 2) x
     WHERE r.document_id = x.document_id AND r.ordinal = x.report`,
  );
  await moveCounts(client);
  await client.query('DROP TABLE touched_paragraph, shared_paragraph, turned_paragraph');
}

/**
 * The rollups tell reports that say a slogan in words of their own from those that do not: those that are counted
 * already, which is all but those of the documents in `moving`, change sides with their paragraphs.
 */
async function moveCounts(client: PoolClient): Promise<void> {
  await client.query('DROP TABLE IF EXISTS pg_temp.echoing');
  await client.query(
    `CREATE TEMP TABLE echoing ON COMMIT DROP AS
     SELECT DISTINCT document_id, report FROM turned_paragraph
     WHERE document_id NOT IN (SELECT document_id FROM moving)`,
  );
  await client.query(
    `UPDATE slogan_day t SET relayed = t.relayed + x.turned, relayed_once = t.relayed_once + x.turned
     FROM (SELECT slogan_id, place_code, day, precision, stratum_id,
             sum(now_echo::int - was_echo::int)::int AS turned
           FROM (SELECT m.slogan_id, r.place_code, r.day, r.precision, r.stratum_id,
                   bool_and(p.relayed) AS now_echo, bool_and(p.relayed <> (t.document_id IS NOT NULL)) AS was_echo
                 FROM echoing e
                 JOIN report r ON r.document_id = e.document_id AND r.ordinal = e.report
                 JOIN mention m ON m.document_id = e.document_id AND m.report = e.report
                 JOIN paragraph p ON p.document_id = m.document_id AND p.ordinal = m.paragraph
                 LEFT JOIN turned_paragraph t ON t.document_id = p.document_id AND t.ordinal = p.ordinal
                 WHERE r.stands AND NOT r.relayed
                 GROUP BY m.slogan_id, m.document_id, m.report, r.place_code, r.day, r.precision, r.stratum_id) held
           WHERE now_echo <> was_echo
           GROUP BY slogan_id, place_code, day, precision, stratum_id) x
     WHERE t.slogan_id = x.slogan_id AND t.place_code = x.place_code AND t.day = x.day AND t.precision = x.precision AND t.stratum_id = x.stratum_id`,
  );
  await touchCells(client, 'echoing');
}
