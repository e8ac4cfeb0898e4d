import type { Pool, PoolClient } from 'pg';
import { refreshCoarseRollups } from './coarse-rollups';
import { groupCopies } from './copies/group-copies';
import { settleCopies } from './copies/settle-copies';
import { settleParagraphs, touchParagraphs } from './copies/settle-paragraphs';
import { makeSet } from './copies/working-sets';
import { forgetFetched } from './fetched-pages';
import { inTransaction } from './in-transaction';
import { LOCK_CLASS } from './locks';
import { isQueued } from './queued-jobs';
import { withRetry } from './retry';
import { addToRollups } from './rollup';
import type { RunSettings } from './run-settings';

export interface OpenRun {
  readonly id: number;
  /** Lets go of the run: after `publish`, or in its place when nothing can be published. */
  release(): Promise<void>;
}

/** A connection that holds the lock of a run. */
async function holdLock(pool: Pool, runId: number): Promise<PoolClient> {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1, $2)', [LOCK_CLASS, runId]);
    return client;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/**
 * Begins a run and holds its lock until it is released or this process dies: how others tell a live run from a dead
 * one. Where the server goes away and comes back, the lock is taken again.
 */
export async function openRun(
  pool: Pool,
  startedBy: string,
  inputs: readonly string[],
  settings: RunSettings = {},
): Promise<OpenRun> {
  const { rows } = await pool.query<{ id: number }>(
    "INSERT INTO run (status, started_by, inputs, settings) VALUES ('running', $1, $2::text[], $3) RETURNING id",
    [startedBy, inputs, JSON.stringify(settings)],
  );
  const id = (rows[0] as { id: number }).id;
  let released = false;
  let holder: PoolClient | null = null;
  const hold = async () => {
    const client = await withRetry(() => holdLock(pool, id));
    if (released) return client.release(true);
    holder = client;
    client.once('error', () => {
      // Given back already: the pool deals with connections that break while they wait there.
      if (holder !== client) return;
      holder = null;
      client.release(true);
      // Where the server stays away, the batches say so.
      if (!released) hold().catch(() => undefined);
    });
  };
  await hold();
  return {
    id,
    release: async () => {
      released = true;
      const client = holder;
      holder = null;
      // Unlocked first, so that it is free when this returns; closed, because something still listens to the connection.
      await client
        ?.query('SELECT pg_advisory_unlock($1, $2)', [LOCK_CLASS, id])
        .catch(() => undefined)
        .then(() => client.release(true));
    },
  };
}

interface RunState {
  readonly status: string;
  readonly stored: number;
}

/** All who publish, undo or swap come one after the other. */
async function takePublishingTurn(client: PoolClient): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock($1, 0)', [LOCK_CLASS]);
}

/** Work that changes what is counted, in one transaction, while nobody else publishes or undoes. */
export async function inPublishingTurn(
  pool: Pool,
  work: (client: PoolClient) => Promise<void>,
): Promise<void> {
  await inTransaction(pool, async (client) => {
    await takePublishingTurn(client);
    await work(client);
  });
}

/** Takes the run, and the turn among all who publish or undo. */
async function takeTurn(client: PoolClient, runId: number): Promise<RunState> {
  await takePublishingTurn(client);
  const { rows } = await client.query<RunState>(
    'SELECT status::text AS status, stored FROM run WHERE id = $1 FOR UPDATE',
    [runId],
  );
  if (!rows[0]) throw new Error(`there is no run ${runId}`);
  return rows[0];
}

/** Tells readers that the counts changed, and keeps how much is counted now; the rollups have to be right already. */
export async function raiseVersion(client: PoolClient): Promise<void> {
  await client.query(
    `INSERT INTO data_version (id, version, published_at) VALUES (1, 1, now())
     ON CONFLICT (id) DO UPDATE SET version = data_version.version + 1, published_at = now()`,
  );
  await client.query(
    `INSERT INTO data_state SELECT v.version, v.published_at,
       (SELECT coalesce(sum(reports), 0) FROM place_month WHERE stratum_id = 0),
       (SELECT coalesce(sum(mentions), 0) FROM slogan_year WHERE stratum_id = 0)
     FROM data_version v`,
  );
}

const OF_RUN = 'SELECT id FROM document WHERE run_id = $1';

/** What publishing is at: it takes minutes where a run is large. */
export type PublishStep = 'finding copies' | 'finding relayed paragraphs' | 'counting';

export interface PublishOptions {
  /** It is not its own process that does this, which died before it had read everything. */
  readonly interrupted?: boolean;
  readonly onStep?: (step: PublishStep) => void;
}

/**
 * Counts a run's documents and shows them, all at once: readers see the state before or the state after. A run
 * that stored nothing changes nothing, not even the data version.
 */
export async function publishRun(pool: Pool, runId: number, options: PublishOptions = {}): Promise<void> {
  await withRetry(() => publishOnce(pool, runId, options));
}

async function publishOnce(
  pool: Pool,
  runId: number,
  { interrupted = false, onStep }: PublishOptions,
): Promise<void> {
  await inTransaction(pool, async (client) => {
    const { status, stored } = await takeTurn(client, runId);
    if (status !== 'running') return;
    await client.query(
      "UPDATE run SET status = 'published', finished_at = now(), interrupted = $2 WHERE id = $1",
      [runId, interrupted],
    );
    if (stored === 0) return;
    await makeSet(client, 'moving', OF_RUN, [runId]);
    await makeSet(client, 'arriving', OF_RUN, [runId]);
    onStep?.('finding copies');
    await groupCopies(client);
    await settleCopies(client);
    onStep?.('finding relayed paragraphs');
    await touchParagraphs(client);
    await settleParagraphs(client, 2);
    onStep?.('counting');
    await addToRollups(client, 1);
    await refreshCoarseRollups(client);
    await raiseVersion(client);
  });
}

/** Takes a run back: its documents are deleted and no longer counted. Undoing twice is undoing once. */
export async function undoRun(pool: Pool, runId: number): Promise<void> {
  await inTransaction(pool, async (client) => {
    const { status, stored } = await takeTurn(client, runId);
    if (status === 'undone') return;
    await client.query("UPDATE run SET status = 'undone' WHERE id = $1", [runId]);
    const counted = status === 'published' && stored > 0;
    if (counted) {
      await makeSet(client, 'moving', OF_RUN, [runId]);
      await addToRollups(client, -1);
      await touchParagraphs(client);
      // Those left behind may fall apart into several groups where the run held them together.
      await makeSet(
        client,
        'arriving',
        `SELECT d.id FROM document d JOIN run u ON u.id = d.run_id
         WHERE u.status = 'published' AND d.copy_group IN (SELECT copy_group FROM document WHERE run_id = $1)`,
        [runId],
      );
    }
    await forgetFetched(client, runId);
    await client.query('DELETE FROM document WHERE run_id = $1', [runId]);
    if (counted) {
      await groupCopies(client);
      await settleCopies(client);
      await settleParagraphs(client, 1);
      await refreshCoarseRollups(client);
      await raiseVersion(client);
    }
  });
}

/** Runs that say they are running and whose process is gone; what they stored is complete batches, ready to be counted. */
export async function abandonedRuns(pool: Pool): Promise<readonly number[]> {
  const { rows } = await pool.query<{ id: number }>(
    "SELECT id FROM run WHERE status = 'running' ORDER BY id",
  );
  const client = await pool.connect();
  const abandoned: number[] = [];
  try {
    for (const { id } of rows) {
      const got = await client.query<{ ok: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS ok', [
        LOCK_CLASS,
        id,
      ]);
      if (!got.rows[0]?.ok) continue;
      await client.query('SELECT pg_advisory_unlock($1, $2)', [LOCK_CLASS, id]);
      // The reader of a run in the queue may be gone while workers are at it.
      if (!(await isQueued(pool, id))) abandoned.push(id);
    }
  } finally {
    client.release();
  }
  return abandoned;
}
