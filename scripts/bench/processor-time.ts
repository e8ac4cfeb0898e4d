import { readFileSync } from 'node:fs';
import type { Pool } from 'pg';

/** Nanoseconds that a process of this machine has run, by Linux; null elsewhere. */
function ranFor(pid: number): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]);
  } catch {
    return null;
  }
}

/** The server processes that serve this process. */
export async function serverProcesses(pool: Pool): Promise<readonly number[]> {
  const { rows } = await pool.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'tifa read'`,
  );
  return rows.map((r) => r.pid);
}

/** Milliseconds of processor time so far: of this process and the given ones; null where nobody tells. */
export function processorTime(pids: readonly number[]): number | null {
  const all = pids.map(ranFor);
  if (all.length === 0 || all.some((n) => n === null)) return null;
  const { user, system } = process.cpuUsage();
  return all.reduce<number>((sum, n) => sum + (n ?? 0), 0) / 1e6 + (user + system) / 1e3;
}
