import type { Pool, PoolClient } from 'pg';
import { asOnlyWorker } from './background-jobs';
import { begin } from './begin';
import { copyRows } from './copy-rows';
import { gramsOf } from './grams';
import { buildLineIndex } from './line-index';
import { LOCK_CLASS } from './locks';

export interface PhraseIndexProgress {
  readonly documents: number;
  /** Documents that were not in the index when the building began. */
  readonly total: number;
}

const BATCH = 500;
const INDEX = 'document_gram_grams_idx';
/** From so many documents on, an index made afterwards is faster than one kept up to date. */
const REBUILD_FROM = 50_000;

async function pendingRuns(client: PoolClient): Promise<{ id: number; stored: number }[]> {
  const { rows } = await client.query<{ id: number; stored: number }>(
    "SELECT id, stored FROM run WHERE status = 'published' AND NOT indexed ORDER BY id",
  );
  return rows;
}

/** Documents of a run that the index lacks. Asked once a run: as decimal strings, a million of them take about 60 MB. */
async function lackingDocuments(client: PoolClient, runId: number): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT d.id::text AS id FROM document d LEFT JOIN document_gram g ON g.document_id = d.id
     WHERE d.run_id = $1 AND g.document_id IS NULL ORDER BY d.id`,
    [runId],
  );
  return rows.map((r) => r.id);
}

/**
 * A transaction between those that publish, take back or replace documents: what it reads of them is what they still are
 * when it commits.
 */
async function betweenPublishing<T>(client: PoolClient, work: () => Promise<T>): Promise<T> {
  await begin(client);
  try {
    await client.query('SELECT pg_advisory_xact_lock_shared($1, 0)', [LOCK_CLASS]);
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

function addBatch(client: PoolClient, ids: readonly string[]): Promise<void> {
  return betweenPublishing(client, async () => {
    const { rows } = await client.query<{ id: string; text: string }>(
      `SELECT d.id::text AS id, d.text FROM document d LEFT JOIN document_gram g ON g.document_id = d.id
       WHERE d.id = ANY($1::bigint[]) AND g.document_id IS NULL`,
      [ids],
    );
    const grams = rows.map((r) => [BigInt(r.id), gramsOf(r.text)] as const);
    await copyRows(client, { table: 'document_gram', columns: ['document_id', 'grams'] }, grams);
  });
}

/** Says that the index holds all of a run, unless some of its documents were replaced meanwhile. */
function closeRun(client: PoolClient, runId: number): Promise<void> {
  return betweenPublishing(client, async () => {
    if ((await lackingDocuments(client, runId)).length > 0) return;
    await client.query("UPDATE run SET indexed = true WHERE id = $1 AND status = 'published'", [runId]);
  });
}

async function build(client: PoolClient, onProgress: (p: PhraseIndexProgress) => void): Promise<number> {
  const runs = await pendingRuns(client);
  const total = runs.reduce((sum, r) => sum + r.stored, 0);
  let documents = 0;
  if (total >= REBUILD_FROM) {
    const { rows } = await client.query<{ many: boolean }>(
      'SELECT count(*) >= $1 AS many FROM (SELECT 1 FROM document_gram LIMIT $1) g',
      [total],
    );
    if (!rows[0]?.many) await client.query(`DROP INDEX IF EXISTS ${INDEX}`);
  }
  for (const run of runs) {
    const lacking = await lackingDocuments(client, run.id);
    for (let at = 0; at < lacking.length; at += BATCH) {
      const batch = lacking.slice(at, at + BATCH);
      await addBatch(client, batch);
      documents += batch.length;
      onProgress({ documents, total });
    }
    await closeRun(client, run.id);
  }
  // Also where an earlier builder was stopped between dropping and making it.
  await client.query(`CREATE INDEX IF NOT EXISTS ${INDEX} ON document_gram USING gin (grams)`);
  if (documents > 0) {
    await client.query('SELECT gin_clean_pending_list($1::regclass)', [INDEX]);
    await client.query('ANALYZE document_gram');
  }
  return documents;
}

/**
 * Brings the phrase index, and that of titles and directive lists, up to the published runs, batch by batch, each in a transaction of its own: stopped
 * anywhere it goes on from there the next time. Returns how many documents were added; null when another process
 * is building already.
 */
export function buildPhraseIndex(
  pool: Pool,
  onProgress: (progress: PhraseIndexProgress) => void = () => {},
): Promise<number | null> {
  return asOnlyWorker(pool, 'phrase-index', async () => {
    const client = await pool.connect();
    // A connection that breaks also rejects the query at hand; without a listener it would end the process.
    const ignore = () => undefined;
    client.on('error', ignore);
    try {
      const documents = await build(client, onProgress);
      await buildLineIndex(client, betweenPublishing);
      return documents;
    } finally {
      client.off('error', ignore);
      client.release();
    }
  });
}
