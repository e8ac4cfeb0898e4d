import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { isAlive, programOf } from './embedded-process';

/** What lies in the folder of a cluster: `data` is what Postgres calls the data directory. */
export function layout(folder: string) {
  return {
    data: join(folder, 'data'),
    password: join(folder, 'password'),
    port: join(folder, 'port'),
    log: join(folder, 'server.log'),
    lock: join(folder, 'data/postmaster.pid'),
  };
}

/** Whether a path is there; the comment keeps the bundler of the pages from following it. */
export function isThere(path: string): boolean {
  return existsSync(/* turbopackIgnore: true */ path);
}

/** What Postgres writes about itself into postmaster.pid. */
export interface LockFile {
  readonly text: string;
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** The text of a file, empty where there is none. */
export function readIfThere(path: string): string {
  try {
    return readFileSync(/* turbopackIgnore: true */ path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

/** The lock file of a folder's server, running or not. */
export function readLock(folder: string): LockFile | undefined {
  const text = readIfThere(layout(folder).lock);
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!pid) return undefined;
  return { text, pid, port: Number(lines[3]), ready: lines[7]?.startsWith('ready') ?? false };
}

/** The address of a folder's server on that port, with the password. */
export function urlFor(folder: string, port: number): string {
  return `postgresql://tifa:${readIfThere(layout(folder).password).trim()}@127.0.0.1:${port}/postgres`;
}

/** The address of the running server of a folder. A process id can be stale or reused: only a login counts. */
export async function runningUrl(folder: string): Promise<string | undefined> {
  const lock = readLock(folder);
  if (!lock?.ready || !isAlive(lock.pid)) return undefined;
  const url = urlFor(folder, lock.port);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return url;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Takes away a lock file whose process id now belongs to some other program, as happens in containers, where ids
 * are small: Postgres itself would refuse to start. Renamed first, so that a lock written meanwhile can go back.
 */
export function dropForeignLock(folder: string): void {
  const lock = readLock(folder);
  if (!lock || !isAlive(lock.pid)) return;
  const program = programOf(lock.pid);
  if (program === undefined || /postgres|postmaster|pg_ctl/.test(program)) return;
  const path = layout(folder).lock;
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (readIfThere(aside) === lock.text) rmSync(aside);
    else renameSync(aside, path);
  } catch {
    // gone meanwhile: another starter had the same idea
  }
}
