import type { PoolClient } from 'pg';
import { type CopyTarget, copyRows } from '../copy-rows';
import { CopyGrouper } from './find-groups';
import { FARTHEST_DAYS } from './sketch';

const FETCH = 5_000;
const PAIRS = 500;

interface SketchRow {
  document: string;
  text: string;
  /** Days since 1970. */
  day: number | null;
  signature: Buffer;
  group: string;
  arriving: boolean;
}

/** Reports whose day is known to the day or month; the first of a month stands for it. */
const DATED = "r.precision IN ('day', 'month')";

/**
 * Days at which copies of arriving texts may lie, in the temporary table `near_day`; false where an arriving text
 * has no day, so that all have to be looked at. Texts without a day lie at the first of a year, or in year 1.
 */
async function findDays(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ dated: boolean }>(
    `SELECT NOT EXISTS (SELECT FROM arriving a JOIN report r ON r.document_id = a.document_id AND r.ordinal = 0
                        WHERE NOT ${DATED}) AS dated`,
  );
  if (!rows[0]?.dated) return false;
  await client.query('DROP TABLE IF EXISTS pg_temp.near_day');
  await client.query('CREATE TEMP TABLE near_day (day date PRIMARY KEY) ON COMMIT DROP');
  await client.query(
    `INSERT INTO near_day
     SELECT DISTINCT own.day + shift FROM
       (SELECT DISTINCT r.day FROM arriving a JOIN report r ON r.document_id = a.document_id AND r.ordinal = 0) own,
       generate_series(-${FARTHEST_DAYS}, ${FARTHEST_DAYS}) shift
     UNION SELECT date '0001-01-01'
     UNION SELECT DISTINCT r.day FROM report r WHERE r.precision = 'year'`,
  );
  await client.query('ANALYZE near_day');
  return true;
}

/** Feeds the texts of published documents that may be copies of arriving ones, in the order of their days. */
async function feed(client: PoolClient, grouper: CopyGrouper): Promise<void> {
  const near = (await findDays(client)) ? 'AND r.day IN (SELECT day FROM near_day)' : '';
  // By a cursor: a million sketches need not lie in memory at once.
  await client.query(
    `DECLARE sketch_cursor NO SCROLL CURSOR FOR
     SELECT d.id::text AS document, s.text_hash::text AS text, CASE WHEN ${DATED} THEN r.day - date '1970-01-01' END AS day, s.signature,
       d.copy_group::text AS "group", a.document_id IS NOT NULL AS arriving
     FROM report r
     JOIN document d ON d.id = r.document_id
     JOIN run u ON u.id = d.run_id AND u.status = 'published'
     JOIN document_sketch s ON s.document_id = d.id
     LEFT JOIN arriving a ON a.document_id = d.id
     WHERE r.ordinal = 0 AND length(s.signature) > 0 ${near} ORDER BY day NULLS FIRST`,
  );
  for (;;) {
    const { rows } = await client.query<SketchRow>(`FETCH ${FETCH} FROM sketch_cursor`);
    for (const { document, text, day, signature, group, arriving } of rows) {
      const ids = { document: BigInt(document), text: BigInt(text), group: BigInt(group) };
      grouper.add({ ...ids, day, signature, arriving });
    }
    if (rows.length < FETCH) break;
  }
  await client.query('CLOSE sketch_cursor');
}

/** Compares the letters of pairs whose signatures do not decide; short texts, fetched a few hundred pairs at a time. */
async function decideUnsure(client: PoolClient, grouper: CopyGrouper): Promise<void> {
  const pairs = grouper.unsurePairs();
  for (let at = 0; at < pairs.length; at += PAIRS) {
    const some = pairs.slice(at, at + PAIRS);
    const ids = [...new Set(some.flatMap((p) => p.documents))];
    const { rows } = await client.query<{ id: string; text: string }>(
      'SELECT id::text AS id, text FROM document WHERE id = ANY($1::bigint[])',
      [ids.map(String)],
    );
    const texts = new Map(rows.map((r) => [BigInt(r.id), r.text]));
    for (const pair of some) {
      const [one, other] = pair.documents.map((id) => texts.get(id));
      if (one !== undefined && other !== undefined) grouper.decide(pair, one, other);
    }
  }
}

/** A temporary table of pairs: a text or a group, and the group it is in now. */
async function makePairs(client: PoolClient, target: CopyTarget, pairs: Map<bigint, bigint>): Promise<void> {
  await client.query(`DROP TABLE IF EXISTS pg_temp.${target.table}`);
  await client.query(
    `CREATE TEMP TABLE ${target.table} (${target.columns[0]} bigint PRIMARY KEY, copy_group bigint NOT NULL) ON COMMIT DROP`,
  );
  await copyRows(client, target, [...pairs]);
  await client.query(`ANALYZE ${target.table}`);
}

/**
 * Puts the documents in `arriving` into copy groups, among all documents of published runs. Groups that a new text
 * connects become one; texts without a sketch stay with those that are equal.
 */
export async function groupCopies(client: PoolClient): Promise<void> {
  const grouper = new CopyGrouper();
  await feed(client, grouper);
  await decideUnsure(client, grouper);
  const { arrived, merged } = grouper.finish();
  await makePairs(client, { table: 'arrived_text', columns: ['text_hash', 'copy_group'] }, arrived);
  await client.query(
    `UPDATE document d SET copy_group = t.copy_group FROM arriving a
     JOIN document_sketch s ON s.document_id = a.document_id JOIN arrived_text t ON t.text_hash = s.text_hash
     WHERE d.id = a.document_id AND d.copy_group <> t.copy_group`,
  );
  if (merged.size === 0) return;
  await makePairs(client, { table: 'merged_group', columns: ['was', 'copy_group'] }, merged);
  await client.query(
    `UPDATE document d SET copy_group = t.copy_group FROM merged_group t, run u
     WHERE d.copy_group = t.was AND u.id = d.run_id AND u.status = 'published'
       AND d.id NOT IN (SELECT document_id FROM arriving)`,
  );
}
