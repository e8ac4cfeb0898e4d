import type { Pool } from 'pg';
import { LOCK_CLASS } from './locks';

/** What goes on after an ingestion, and the second half of the advisory lock of its worker ("gram", "find" in ASCII). */
export const BACKGROUND_JOBS = { 'phrase-index': 0x6772616d, finder: 0x66696e64 } as const;
export type JobName = keyof typeof BACKGROUND_JOBS;

export interface JobState {
  readonly name: JobName;
  /** working: somebody is at it now. due: the counts changed since its last pass. done: it has caught up. */
  readonly state: 'working' | 'due' | 'done';
  /** Documents, of the pass that is going on or was the last. */
  readonly done: number;
  readonly total: number;
  /** When its progress was last written; null before its first pass. */
  readonly updatedAt: Date | null;
}

/** The state of the counts that readers see; 0 before the first publication. */
export async function dataVersion(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ version: number }>('SELECT version FROM data_version');
  return rows[0]?.version ?? 0;
}

/** How every job stands. */
export async function jobStates(pool: Pool): Promise<JobState[]> {
  const { rows } = await pool.query<Omit<JobState, 'state'> & { working: boolean; behind: boolean }>(
    `SELECT n.name, coalesce(j.done, 0) AS done, coalesce(j.total, 0) AS total, j.updated_at AS "updatedAt",
       EXISTS (SELECT FROM pg_locks l JOIN pg_database b ON b.oid = l.database AND b.datname = current_database()
               WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2
                 AND l.classid::bigint = $3 AND l.objid::bigint = n.lock) AS working,
       coalesce(j.version, 0) < coalesce((SELECT version FROM data_version), 0)
         OR n.name = 'phrase-index' AND EXISTS (
           SELECT FROM run WHERE status = 'published' AND stored > 0 AND NOT (indexed AND lines_indexed)) AS behind
     FROM unnest($1::text[], $2::bigint[]) n (name, lock) LEFT JOIN background_job j ON j.name = n.name`,
    [Object.keys(BACKGROUND_JOBS), Object.values(BACKGROUND_JOBS), LOCK_CLASS],
  );
  return rows.map(({ working, behind, ...r }) => ({
    ...r,
    state: working ? 'working' : behind ? 'due' : 'done',
  }));
}

/** Says how far a job is; `version` once it is through: the state of the counts that its pass began with. */
export async function saveJobProgress(
  pool: Pool,
  name: JobName,
  progress: { readonly done: number; readonly total: number; readonly version?: number },
): Promise<void> {
  await pool.query(
    `INSERT INTO background_job AS j (name, done, total, version, updated_at, finished_at)
     VALUES ($1, $2, $3, coalesce($4::int, 0), now(), CASE WHEN $4::int IS NULL THEN NULL ELSE now() END)
     ON CONFLICT (name) DO UPDATE SET done = excluded.done, total = excluded.total, updated_at = excluded.updated_at,
       finished_at = excluded.finished_at, version = coalesce($4::int, j.version)`,
    [name, progress.done, progress.total, progress.version ?? null],
  );
}

/**
 * Does a job unless somebody else is at it already: null then. The lock goes with the connection, so that a process that
 * is killed lets go of it.
 */
export async function asOnlyWorker<T>(pool: Pool, name: JobName, work: () => Promise<T>): Promise<T | null> {
  const client = await pool.connect();
  // The server may go away meanwhile: then the work says so, and somebody else may begin it again.
  client.on('error', () => undefined);
  try {
    const { rows } = await client.query<{ ok: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS ok', [
      LOCK_CLASS,
      BACKGROUND_JOBS[name],
    ]);
    if (!rows[0]?.ok) return null;
    const result = await work();
    // Before the connection ends, which takes its time: the next one may come at once.
    await client.query('SELECT pg_advisory_unlock($1, $2)', [LOCK_CLASS, BACKGROUND_JOBS[name]]);
    return result;
  } finally {
    client.release(true);
  }
}
