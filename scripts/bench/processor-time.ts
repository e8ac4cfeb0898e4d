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

/** Clock ticks of /proc are hundredths of a second on every Linux that Node runs on. */
const TICK = 0.01;

/** Fields of /proc/PID/stat after the name, which may hold spaces. */
function statOf(pid: number): number[] {
  const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return line
    .slice(line.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
}

/**
 * Seconds of processor time that a database server of this machine took so far, with the processes that it began, living
 * and ended; null where it cannot be told (another machine, not Linux).
 */
export async function serverSeconds(pool: Pool): Promise<number | null> {
  try {
    const { rows } = await pool.query<{ data_directory: string }>('SHOW data_directory');
    const file = readFileSync(`${rows[0]?.data_directory}/postmaster.pid`, 'utf8');
    const pid = Number(file.split('\n')[0]);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    // utime, stime, and both of children that have ended
    const own = statOf(pid).slice(11, 15);
    const living = children.flatMap((child) => statOf(Number(child)).slice(11, 13));
    return [...own, ...living].reduce((sum, n) => sum + n, 0) * TICK;
  } catch {
    return null;
  }
}
