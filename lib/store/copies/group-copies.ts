import type { PoolClient } from 'pg';
import { type CopyTarget, copyRows } from '../copy-rows';
import { type DatedText, findGroups } from './find-groups';

/** From one arriving document in so many on, reading all sketches once beats looking each one up. */
const LOOKED_UP = 20;
const FETCH = 5_000;

interface SketchRow {
  text: string;
  /** Days since 1970. */
  day: number | null;
  signature: Buffer;
  group: string;
  arriving: boolean;
}

const SKETCHES = `
  SELECT DISTINCT ON (s.text_hash, r.day, d.copy_group) s.text_hash::text AS text,
    CASE WHEN r.precision = 'day' THEN r.day - date '1970-01-01' END AS day, s.signature, d.copy_group::text AS "group",
    a.document_id IS NOT NULL AS arriving
  FROM document_sketch s
  JOIN document d ON d.id = s.document_id
  JOIN run u ON u.id = d.run_id AND u.status = 'published'
  JOIN report r ON r.document_id = d.id AND r.ordinal = 0
  LEFT JOIN arriving a ON a.document_id = d.id`;

/** Documents that share a key with an arriving one, in the temporary table `candidate_copy`. */
async function lookUp(client: PoolClient): Promise<void> {
  // The planner takes every key for common; with few documents against many the index always wins.
  await client.query('SET LOCAL enable_seqscan = off');
  await client.query('DROP TABLE IF EXISTS pg_temp.candidate_copy');
  await client.query(
    `CREATE TEMP TABLE candidate_copy ON COMMIT DROP AS
     SELECT DISTINCT o.document_id FROM arriving a
     JOIN document_sketch n ON n.document_id = a.document_id
     JOIN document_sketch o ON o.bands && n.bands`,
  );
  await client.query('SET LOCAL enable_seqscan = on');
  await client.query('ANALYZE candidate_copy');
}

async function loadTexts(client: PoolClient): Promise<DatedText[]> {
  const { rows } = await client.query<{ few: boolean }>(
    `SELECT (SELECT count(*) FROM arriving) * ${LOOKED_UP} < (SELECT count(*) FROM document_sketch) AS few`,
  );
  const few = rows[0]?.few === true;
  if (few) await lookUp(client);
  const among = few ? 'AND s.document_id IN (SELECT document_id FROM candidate_copy)' : '';
  // By a cursor: the whole answer at once would lie in memory twice.
  await client.query(
    `DECLARE sketch_cursor NO SCROLL CURSOR FOR ${SKETCHES}
     WHERE length(s.signature) > 0 ${among} ORDER BY s.text_hash, r.day, d.copy_group, a.document_id`,
  );
  const texts: DatedText[] = [];
  for (;;) {
    const { rows: part } = await client.query<SketchRow>(`FETCH ${FETCH} FROM sketch_cursor`);
    for (const { text, day, signature, group, arriving } of part) {
      texts.push({
        text: BigInt(text),
        day,
        signature: Buffer.from(signature),
        group: BigInt(group),
        arriving,
      });
    }
    if (part.length < FETCH) break;
  }
  await client.query('CLOSE sketch_cursor');
  return texts;
}

const ARRIVED: CopyTarget = { table: 'arrived_text', columns: ['text_hash', 'copy_group'] };
const MERGED: CopyTarget = { table: 'merged_group', columns: ['was', 'copy_group'] };

async function store(
  client: PoolClient,
  texts: readonly DatedText[],
  groups: readonly bigint[],
): Promise<void> {
  const arrived = new Map<bigint, bigint>();
  const merged = new Map<bigint, bigint>();
  texts.forEach((t, i) => {
    const group = groups[i] as bigint;
    if (t.arriving) arrived.set(t.text, group);
    else if (t.group !== group) merged.set(t.group, group);
  });
  for (const [target, rows] of [
    [ARRIVED, arrived],
    [MERGED, merged],
  ] as const) {
    await client.query(`DROP TABLE IF EXISTS pg_temp.${target.table}`);
    await client.query(
      `CREATE TEMP TABLE ${target.table} (${target.columns[0]} bigint PRIMARY KEY, copy_group bigint NOT NULL) ON COMMIT DROP`,
    );
    await copyRows(client, target, [...rows]);
    await client.query(`ANALYZE ${target.table}`);
  }
  await client.query(
    `UPDATE document d SET copy_group = t.copy_group FROM arriving a
     JOIN document_sketch s ON s.document_id = a.document_id JOIN arrived_text t ON t.text_hash = s.text_hash
     WHERE d.id = a.document_id AND d.copy_group <> t.copy_group`,
  );
  await client.query(
    `UPDATE document d SET copy_group = t.copy_group FROM merged_group t, run u
     WHERE d.copy_group = t.was AND u.id = d.run_id AND u.status = 'published'
       AND d.id NOT IN (SELECT document_id FROM arriving)`,
  );
}

/**
 * Puts the documents in `arriving` into copy groups, among all documents of published runs. Groups that a new text
 * connects become one; texts without a sketch stay with those that are equal.
 */
export async function groupCopies(client: PoolClient): Promise<void> {
  const texts = await loadTexts(client);
  if (texts.length > 0) await store(client, texts, findGroups(texts));
}
