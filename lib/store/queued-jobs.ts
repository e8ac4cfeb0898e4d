import type { Pool } from 'pg';

/** How many batches of a run wait in the queue or are being worked on; 0 where there is no queue. */
export async function queuedBatches(pool: Pool, runId: number): Promise<number> {
  const there = await pool.query<{ there: boolean }>(
    "SELECT to_regclass('graphile_worker.jobs') IS NOT NULL AS there",
  );
  if (!there.rows[0]?.there) return 0;
  const { rows } = await pool.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE key LIKE $1 AND attempts < max_attempts',
    [`run:${runId}:%`],
  );
  // A job that is at its last attempt counts while somebody works on it.
  const last = await pool.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE key LIKE $1 AND attempts >= max_attempts AND locked_by IS NOT NULL',
    [`run:${runId}:%`],
  );
  return (rows[0]?.n ?? 0) + (last.rows[0]?.n ?? 0);
}

/** The key of the job that publishes a run when its last batch is done. */
export function publicationKey(runId: number): string {
  return `publish:${runId}`;
}

/** Whether anything of a run waits in the queue: batches, or its publication. */
export async function isQueued(pool: Pool, runId: number): Promise<boolean> {
  if ((await queuedBatches(pool, runId)) > 0) return true;
  const there = await pool.query<{ there: boolean }>(
    "SELECT to_regclass('graphile_worker.jobs') IS NOT NULL AS there",
  );
  if (!there.rows[0]?.there) return false;
  const { rows } = await pool.query(
    'SELECT 1 FROM graphile_worker.jobs WHERE key = $1 AND attempts < max_attempts',
    [publicationKey(runId)],
  );
  return rows.length > 0;
}
