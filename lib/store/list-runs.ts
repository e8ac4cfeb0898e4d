import type { Pool } from 'pg';
import { LOCK_CLASS } from './locks';
import type { RunSettings } from './run-settings';

/**
 * reading: its process lives. queued: its batches wait for workers. dead: its process died, and what it stored is not
 * counted yet. published, interrupted: counted; of the latter the inputs were not read to their end. undone: taken back.
 */
export type RunState = 'reading' | 'queued' | 'dead' | 'published' | 'interrupted' | 'undone';

export interface ListedRun {
  readonly id: number;
  readonly state: RunState;
  readonly startedAt: Date;
  /** Until it was published; so far where it is not. */
  readonly seconds: number;
  readonly startedBy: string;
  readonly inputs: readonly string[];
  readonly settings: RunSettings;
  readonly stored: number;
  readonly known: number;
  readonly refused: number;
  readonly mentions: number;
  readonly lists: number;
  /** The phrase index holds all of its documents. */
  readonly indexed: boolean;
}

interface Row extends Omit<ListedRun, 'state'> {
  readonly status: 'running' | 'published' | 'undone';
  readonly interrupted: boolean;
  readonly live: boolean;
}

function stateOf(row: Row, queued: ReadonlySet<number>): RunState {
  if (row.status === 'running') return row.live ? 'reading' : queued.has(row.id) ? 'queued' : 'dead';
  if (row.status === 'published' && row.interrupted) return 'interrupted';
  return row.status;
}

/** Runs of which something waits in the queue. */
async function queuedRuns(pool: Pool): Promise<Set<number>> {
  const there = await pool.query<{ there: boolean }>(
    "SELECT to_regclass('graphile_worker.jobs') IS NOT NULL AS there",
  );
  if (!there.rows[0]?.there) return new Set();
  const { rows } = await pool.query<{ id: number }>(
    `SELECT DISTINCT split_part(key, ':', 2)::int AS id FROM graphile_worker.jobs
     WHERE key ~ '^(run|publish):[0-9]+' AND (attempts < max_attempts OR locked_by IS NOT NULL)`,
  );
  return new Set(rows.map((r) => r.id));
}

/** All runs, the oldest first, or the one of a number. */
export async function listRuns(pool: Pool, only?: number): Promise<ListedRun[]> {
  const { rows } = await pool.query<Row>(
    `SELECT id, status::text AS status, interrupted, started_at AS "startedAt",
       extract(epoch FROM coalesce(finished_at, now()) - started_at)::int AS seconds, started_by AS "startedBy",
       inputs, settings, stored, known, refused, mentions, lists, indexed,
       EXISTS (SELECT FROM pg_locks l JOIN pg_database b ON b.oid = l.database AND b.datname = current_database()
               WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2
                 AND l.classid::bigint = $1 AND l.objid::bigint = run.id) AS live
     FROM run WHERE $2::int IS NULL OR id = $2 ORDER BY id`,
    [LOCK_CLASS, only ?? null],
  );
  const queued = await queuedRuns(pool);
  return rows.map((row) => {
    const { status: _, interrupted: __, live: ___, ...run } = row;
    return { ...run, state: stateOf(row, queued) };
  });
}
