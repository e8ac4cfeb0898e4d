/**
 * The default database: a Postgres of our own out of npm, in `.data/pg`, started once and shared by the dashboard,
 * the command line and workers. It listens on loopback with a random password (scram) that lies in a file of mode
 * 0600 inside a folder of mode 0700: a socket in that folder would do as well on Linux, but its path may not exceed
 * about 100 bytes and Windows clients do not agree on it.
 */
import { renameSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { adviceFor, DatabaseError } from './database-error';
import { binaries } from './embedded-binaries';
import { checkCluster, createCluster, lastLines } from './embedded-create';
import {
  dropForeignLock,
  isThere,
  layout,
  readIfThere,
  readLock,
  runningUrl,
  urlFor,
} from './embedded-folder';
import { handOver, type Identity, identityFor, isAlive, programOf, runAs } from './embedded-process';
import { settings } from './embedded-settings';
import { dataFolder } from './project-root';

/** Where a database can be reached, and whether this call started it. */
export interface Reachable {
  readonly url: string;
  readonly started: boolean;
}

type Log = (line: string) => void;

/** The folder of the cluster that commands share. */
export function embeddedFolder(): string {
  return join(/* turbopackIgnore: true */ dataFolder(), 'pg');
}

/** The port of the last time where it is free, so that a running dashboard finds a restarted database; else any. */
async function choosePort(folder: string, another: boolean): Promise<number> {
  const last = Number(readIfThere(layout(folder).port)) || 0;
  const free = (wanted: number) =>
    new Promise<number>((resolve, reject) => {
      const server = createServer();
      server.once('error', reject);
      server.listen(wanted, '127.0.0.1', () => {
        const address = server.address();
        const port = typeof address === 'object' && address ? address.port : 0;
        server.close(() => resolve(port));
      });
    });
  return another ? free(0) : free(last).catch(() => free(0));
}

/** Waits while another starter, or a recovery, is at work on the folder; gives its address once it is up. */
async function awaitOther(folder: string, seconds: number): Promise<string | undefined> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(100)) {
    const url = await runningUrl(folder);
    if (url) return url;
    const lock = readLock(folder);
    if (!lock || !isAlive(lock.pid)) return undefined;
  }
  return undefined;
}

function prepareStart(folder: string, identity: Identity): void {
  const files = layout(folder);
  const draft = join(files.data, `tifa.conf.${process.pid}`);
  writeFileSync(draft, settings());
  renameSync(draft, join(files.data, 'tifa.conf'));
  if (readIfThere(files.log).length > 5_000_000) renameSync(files.log, `${files.log}.old`);
  handOver(join(files.data, 'tifa.conf'), identity);
  if (identity.kind === 'user' && statSync(/* turbopackIgnore: true */ files.data).uid !== identity.uid)
    handOver(folder, identity);
}

/** So many times a start that failed is tried again, at intervals of 0.2 s. */
const patience = 15;

/**
 * Starts the server of a folder, making the cluster first where there is none; joins one that runs already.
 * Throws a DatabaseError that says what to do.
 */
export async function startEmbedded(folder: string, log: Log = () => {}): Promise<Reachable> {
  try {
    return await start(folder, log);
  } catch (error) {
    if (error instanceof DatabaseError || !(error instanceof Error && 'code' in error)) throw error;
    throw new DatabaseError(
      `The embedded database in ${folder} does not start: ${error.message}\nWhat to do: ${adviceFor(error.message)}.`,
      { cause: error },
    );
  }
}

async function start(folder: string, log: Log): Promise<Reachable> {
  const files = layout(folder);
  if (isThere(files.data)) {
    const url = await runningUrl(folder);
    if (url) return { url, started: false };
  }
  const programs = binaries();
  const identity = await identityFor(folder);
  if (!isThere(files.data)) await createCluster(folder, programs, identity);
  checkCluster(folder, programs);
  for (let attempt = 0; ; attempt++) {
    dropForeignLock(folder);
    prepareStart(folder, identity);
    const port = await choosePort(folder, attempt > patience / 2);
    const slow = setTimeout(() => log('the database recovers from an unclean stop …'), 5000);
    const failure = await runAs(identity, programs.pgCtl, [
      ...['-D', files.data, '-w', '-s', '-t', '600', '-l', files.log, '-o', `-p ${port}`, 'start'],
    ]).then(
      () => undefined,
      (error: unknown) => String(error),
    );
    clearTimeout(slow);
    if (failure === undefined) {
      writeFileSync(files.port, `${port}\n`);
      return { url: urlFor(folder, port), started: true };
    }
    // Of two starters one fails and finds the other; after a crash, old workers may need a moment to go.
    const url = await awaitOther(folder, 600);
    if (url) return { url, started: false };
    if (attempt < patience) {
      await sleep(200);
      continue;
    }
    const output = `${failure}\n${lastLines(readIfThere(files.log))}`;
    throw new DatabaseError(
      `The embedded database in ${folder} does not start:\n${lastLines(output)}\nWhat to do: ${adviceFor(output)}.`,
    );
  }
}

/** Stops the server of a folder and waits for it; false when none ran. */
export async function stopEmbedded(folder: string): Promise<boolean> {
  const lock = readLock(folder);
  if (!lock || !isAlive(lock.pid) || !/postgres/.test(programOf(lock.pid) ?? 'postgres')) return false;
  const identity = await identityFor(folder);
  await runAs(identity, binaries().pgCtl, [
    '-D',
    layout(folder).data,
    '-m',
    'fast',
    '-w',
    '-s',
    '-t',
    '120',
    'stop',
  ]);
  return true;
}

/**
 * The database to use: DATABASE_URL where it is set, else the embedded one, started if need be.
 * Throws a DatabaseError, whose message says what to do, when there is none to be had.
 */
export async function ensureDatabase(log?: Log): Promise<Reachable> {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, started: false };
  return startEmbedded(embeddedFolder(), log);
}

/** Stops the embedded database; false when it did not run or when DATABASE_URL names another one. */
export async function stopDatabase(): Promise<boolean> {
  return process.env.DATABASE_URL ? false : stopEmbedded(embeddedFolder());
}

/** The address of the embedded database when it runs, without starting it. */
export async function embeddedUrl(): Promise<string | undefined> {
  return isThere(layout(embeddedFolder()).data) ? runningUrl(embeddedFolder()) : undefined;
}
