import type { Pool, PoolClient } from 'pg';
import { refreshCoarseRollups } from './coarse-rollups';
import { groupCopies } from './copies/group-copies';
import { settleCopies } from './copies/settle-copies';
import { settleParagraphs, touchParagraphs } from './copies/settle-paragraphs';
import { makeSet } from './copies/working-sets';
import { copyRows } from './copy-rows';
import { inTransaction } from './in-transaction';
import type { Registry } from './registry';
import { addToRollups } from './rollup';
import { addRows, type Extracted, identify, noRows, registerAll } from './rows';
import { inPublishingTurn, raiseVersion } from './runs';
import { TABLES } from './tables';

/** Where documents that were extracted anew wait until all of them are ready; readers do not see it. */
const SCHEMA = 'reextract';

type Table = keyof typeof TABLES;
const tables = Object.keys(TABLES) as Table[];

/** Makes the waiting room empty; what an earlier attempt left behind goes. */
export async function openStaging(pool: Pool): Promise<void> {
  await pool.query(`DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE`);
  await pool.query(`CREATE SCHEMA ${SCHEMA}`);
  // Unlogged: a server that crashes empties them, and the swap, which counts, then refuses.
  for (const table of tables)
    await pool.query(`CREATE UNLOGGED TABLE ${SCHEMA}.${table} (LIKE public.${table} INCLUDING DEFAULTS)`);
  await pool.query(`ALTER TABLE ${SCHEMA}.document ADD PRIMARY KEY (id)`);
}

export async function dropStaging(pool: Pool): Promise<void> {
  await pool.query(`DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE`);
}

/** A document that was extracted anew, with the number it has. */
export interface Restaged extends Extracted {
  readonly id: bigint;
  readonly sha256: Buffer;
  readonly runId: number;
}

/** Puts documents into the waiting room; those that are there already, of a batch done twice, are replaced. */
export async function stage(pool: Pool, registry: Registry, batch: readonly Restaged[]): Promise<void> {
  if (batch.length === 0) return;
  await registerAll(registry, batch);
  const rows = noRows();
  for (const d of batch) {
    const { extraction } = identify(d.extraction);
    addRows(rows, { extraction, identity: { id: d.id, sha256: d.sha256 } }, d.given, d.runId, registry);
  }
  await inTransaction(pool, async (client) => {
    await client.query(`SET LOCAL search_path TO ${SCHEMA}, public`);
    const ids = batch.map((d) => String(d.id));
    for (const table of tables) {
      const key = table === 'document' ? 'id' : 'document_id';
      await client.query(`DELETE FROM ${SCHEMA}.${table} WHERE ${key} = ANY($1::bigint[])`, [ids]);
      await copyRows(client, { table, columns: TABLES[table] }, rows[table]);
    }
  });
}

/** Columns of a document that extracting it again may change; what it came with and its number stay. */
const CHANGED = ['title', 'text', 'map', 'characters', 'repairs', 'copy_group', 'given', 'findings'] as const;

async function replaceRows(client: PoolClient): Promise<void> {
  // The phrase index holds the text; a run with texts that changed is indexed again.
  await makeSet(
    client,
    'reworded',
    `SELECT s.id FROM ${SCHEMA}.document s JOIN document d ON d.id = s.id WHERE d.text <> s.text`,
  );
  await client.query('DELETE FROM document_gram WHERE document_id IN (SELECT document_id FROM reworded)');
  await client.query(
    `UPDATE run SET indexed = false
     WHERE id IN (SELECT d.run_id FROM document d JOIN reworded w ON w.document_id = d.id)`,
  );
  await client.query('DELETE FROM line_gram WHERE document_id IN (SELECT document_id FROM moving)');
  await client.query(
    `UPDATE run SET lines_indexed = false
     WHERE id IN (SELECT d.run_id FROM document d JOIN moving m ON m.document_id = d.id)`,
  );
  for (const table of [...tables].reverse()) {
    if (table === 'document') continue;
    await client.query(`DELETE FROM public.${table} WHERE document_id IN (SELECT document_id FROM moving)`);
  }
  await client.query(
    `UPDATE document d SET ${CHANGED.map((c) => `${c} = s.${c}`).join(', ')} FROM ${SCHEMA}.document s WHERE d.id = s.id`,
  );
  for (const table of tables) {
    if (table === 'document') continue;
    const columns = TABLES[table].map((c) => `"${c}"`).join(', ');
    await client.query(
      `INSERT INTO public.${table} (${columns}) SELECT ${columns} FROM ${SCHEMA}.${table}
       WHERE document_id IN (SELECT document_id FROM moving)`,
    );
  }
  await client.query(
    `UPDATE run u SET mentions = coalesce(x.n, 0) FROM
       (SELECT d.run_id, count(m.document_id)::int AS n FROM document d LEFT JOIN mention m ON m.document_id = d.id
        WHERE d.run_id IN (SELECT e.run_id FROM document e JOIN moving v ON v.document_id = e.id) GROUP BY 1) x
     WHERE u.id = x.run_id`,
  );
}

/**
 * Puts the waiting documents in the place of those they were made from, with groups and rollups, in one transaction:
 * readers see the state before or the state after. Documents that were taken back meanwhile stay away.
 * @param staged so many documents have to wait
 * @throws when there are others: the server crashed meanwhile, and the waiting room with it
 */
export async function swapStaged(pool: Pool, staged: number): Promise<void> {
  await inPublishingTurn(pool, async (client) => {
    const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${SCHEMA}.document`);
    if (rows[0]?.n !== staged)
      throw new Error(
        `the database restarted and lost what was extracted anew (${rows[0]?.n} of ${staged}); run it again`,
      );
    await makeSet(
      client,
      'moving',
      `SELECT s.id FROM ${SCHEMA}.document s JOIN document d ON d.id = s.id
       JOIN run u ON u.id = d.run_id WHERE u.status = 'published'`,
    );
    await addToRollups(client, -1);
    await makeSet(
      client,
      'arriving',
      `SELECT d.id FROM document d JOIN run u ON u.id = d.run_id WHERE u.status = 'published'
         AND d.copy_group IN (SELECT e.copy_group FROM document e JOIN moving m ON m.document_id = e.id)`,
    );
    await touchParagraphs(client);
    await replaceRows(client);
    await touchParagraphs(client);
    await groupCopies(client);
    await settleCopies(client);
    await settleParagraphs(client, 1);
    await addToRollups(client, 1);
    await refreshCoarseRollups(client);
    await raiseVersion(client);
    await client.query(`DROP SCHEMA ${SCHEMA} CASCADE`);
  });
}
