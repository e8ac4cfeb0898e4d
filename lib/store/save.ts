import type { Pool, PoolClient } from 'pg';
import { begin } from './begin';
import { copyRows } from './copy-rows';
import type { Identity } from './identity';
import type { Registry } from './registry';
import {
  addRows,
  type Extracted,
  type GivenMetadata,
  type Identified,
  identify,
  noRows,
  registerAll,
} from './rows';
import { TABLES } from './tables';

/** What became of a batch: every document is exactly one of stored and known. */
export interface Saved {
  readonly stored: number;
  /** Documents that the database had already, or that the batch holds twice. */
  readonly known: number;
  readonly mentions: number;
  readonly lists: number;
}

/** Which of the documents are stored. An equal id with another hash is a collision: an error. */
export async function storedIds(
  client: Pool | PoolClient,
  documents: readonly Identity[],
): Promise<ReadonlySet<bigint>> {
  const wanted = new Map(documents.map((d) => [d.id, d.sha256]));
  const { rows } = await client.query<{ id: string; sha256: Buffer }>(
    'SELECT id::text AS id, sha256 FROM document WHERE id = ANY($1::bigint[])',
    [[...wanted.keys()].map(String)],
  );
  const stored = new Set<bigint>();
  for (const row of rows) {
    const id = BigInt(row.id);
    if (wanted.get(id)?.equals(row.sha256) === false)
      throw new Error(`two different documents have the id ${row.id}, of which the first is stored`);
    stored.add(id);
  }
  return stored;
}

/** Documents of the batch that are not stored yet, each once. */
async function withoutKnown(client: PoolClient, batch: readonly Identified[]): Promise<Identified[]> {
  const once = new Map(batch.map((d) => [d.identity.id, d]));
  const stored = await storedIds(
    client,
    batch.map((d) => d.identity),
  );
  return [...once.values()].filter((d) => !stored.has(d.identity.id));
}

const UNIQUE_VIOLATION = '23505';

/**
 * Stores a batch in one transaction: all of it or nothing. Documents that are stored already stay as they are.
 * Another writer may store one of them meanwhile; then the batch is asked for again without it.
 * @param alreadyKnown so many documents were recognised before and are not in the batch; they are counted with the run
 */
export async function saveBatch(
  pool: Pool,
  registry: Registry,
  runId: number,
  batch: readonly Extracted[],
  alreadyKnown = 0,
): Promise<Saved> {
  const identified = batch.map((b) => identify(b.extraction));
  const metadata = new Map(identified.map((d, i) => [d, (batch[i] as Extracted).given]));
  await registerAll(registry, batch);
  for (let attempt = 1; ; attempt++) {
    const client = await pool.connect();
    // A connection that breaks also rejects the query at hand; without a listener it would end the process.
    const ignore = () => undefined;
    client.on('error', ignore);
    let broken = false;
    try {
      return await saveOnce(client, registry, { runId, alreadyKnown }, identified, metadata);
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {
        broken = true;
      });
      if (attempt === 3 || (error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
    } finally {
      client.off('error', ignore);
      client.release(broken);
    }
  }
}

async function saveOnce(
  client: PoolClient,
  registry: Registry,
  { runId, alreadyKnown }: { readonly runId: number; readonly alreadyKnown: number },
  batch: readonly Identified[],
  metadata: ReadonlyMap<Identified, GivenMetadata>,
): Promise<Saved> {
  await begin(client);
  const fresh = await withoutKnown(client, batch);
  const rows = noRows();
  for (const d of fresh) addRows(rows, d, metadata.get(d) as GivenMetadata, runId, registry);
  for (const table of Object.keys(TABLES) as (keyof typeof TABLES)[]) {
    await copyRows(client, { table, columns: TABLES[table] }, rows[table]);
  }
  const saved: Saved = {
    stored: fresh.length,
    known: alreadyKnown + batch.length - fresh.length,
    mentions: rows.mention.length,
    lists: rows.directive_list.length,
  };
  const { rowCount } = await client.query(
    `UPDATE run SET read = read + $2, stored = stored + $3, known = known + $4, mentions = mentions + $5, lists = lists + $6
     WHERE id = $1 AND status = 'running'`,
    [runId, alreadyKnown + batch.length, saved.stored, saved.known, saved.mentions, saved.lists],
  );
  // Its lock was lost and another ingestion published it: what came now would be stored and never counted.
  if (rowCount !== 1)
    throw new Error(`run ${runId} was closed meanwhile; reading the same paths again goes on from there`);
  await client.query('COMMIT');
  return saved;
}
