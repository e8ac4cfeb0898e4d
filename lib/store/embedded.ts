/**
 * The default database: a Postgres of our own out of npm, in `.data/pg`, started once and shared by the dashboard,
 * the command line and workers. It listens on loopback with a random password (scram) that lies in a file of mode
 * 0600 inside a folder of mode 0700: a socket in that folder would do as well on Linux, but its path may not exceed
 * about 100 bytes and Windows clients do not agree on it.
 */
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { chmod } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { adviceFor, DatabaseError, useOwnServer } from './database-error';
import { type Binaries, binaries } from './embedded-binaries';
import { handOver, type Identity, identityFor, isAlive, programOf, runAs } from './embedded-process';
import { settings } from './embedded-settings';
import { dataFolder } from './project-root';

/** Where a database can be reached, and whether this call started it. */
export interface Reachable {
  readonly url: string;
  readonly started: boolean;
}

type Log = (line: string) => void;

/** What lies in the folder of a cluster: `data` is what Postgres calls the data directory. */
function layout(folder: string) {
  return {
    data: join(folder, 'data'),
    password: join(folder, 'password'),
    port: join(folder, 'port'),
    log: join(folder, 'server.log'),
    lock: join(folder, 'data/postmaster.pid'),
  };
}

/** The folder of the cluster that commands share. */
export function embeddedFolder(): string {
  return join(/* turbopackIgnore: true */ dataFolder(), 'pg');
}

interface LockFile {
  readonly text: string;
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

function readLock(folder: string): LockFile | undefined {
  const text = readIfThere(layout(folder).lock);
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!pid) return undefined;
  return { text, pid, port: Number(lines[3]), ready: lines[7]?.startsWith('ready') ?? false };
}

function urlFor(folder: string, port: number): string {
  return `postgresql://tifa:${readIfThere(layout(folder).password).trim()}@127.0.0.1:${port}/postgres`;
}

/** The address of the running server of a folder. A process id can be stale or reused: only a login counts. */
async function runningUrl(folder: string): Promise<string | undefined> {
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

/** Makes a new cluster beside its place and renames it there: safe against other starters and against a kill. */
async function create(folder: string, programs: Binaries, identity: Identity): Promise<void> {
  const draft = `${folder}.${process.pid}-${randomBytes(3).toString('hex')}`;
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  await chmod(draft, 0o700);
  const files = layout(draft);
  try {
    writeFileSync(files.password, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
    handOver(draft, identity);
    const common = ['-D', files.data, '-U', 'tifa', `--pwfile=${files.password}`, '--auth=scram-sha-256'];
    const quiet = [
      '-E',
      'UTF8',
      '--no-instructions',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ];
    // The builtin provider sorts alike everywhere; libc's ctype is what text search and trigrams still ask.
    await runAs(identity, programs.initdb, [...common, ...quiet, '--locale=C.UTF-8']).catch((error) => {
      if (!/invalid locale/.test(String(error))) throw error;
      return runAs(identity, programs.initdb, [...common, ...quiet, '--locale=C']);
    });
    appendFileSync(join(files.data, 'postgresql.conf'), "\ninclude_if_exists = 'tifa.conf'\n");
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (existsSync(layout(folder).data)) return; // another starter was faster
    const output = String(error);
    throw new DatabaseError(
      `The embedded database cannot be made in ${folder}: ${lastLines(output)}\nWhat to do: ${adviceFor(output)}.`,
    );
  }
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-6).join('\n');
}

/** The port of the last time where it is free, so that a running dashboard finds a restarted database; else any. */
async function choosePort(folder: string, retry: boolean): Promise<number> {
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
  return retry ? free(0) : free(last).catch(() => free(0));
}

/**
 * Takes away a lock file whose process id now belongs to some other program, as happens in containers, where ids
 * are small: Postgres itself would refuse to start. Renamed first, so that a lock written meanwhile can go back.
 */
function dropForeignLock(folder: string): void {
  const lock = readLock(folder);
  if (!lock || !isAlive(lock.pid)) return;
  const program = programOf(lock.pid);
  if (program === undefined || /postgres|postmaster|pg_ctl/.test(program)) return;
  const path = layout(folder).lock;
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (readFileSync(aside, 'utf8') === lock.text) rmSync(aside);
    else renameSync(aside, path);
  } catch {
    // gone meanwhile: another starter had the same idea
  }
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
  if (identity.kind === 'user' && statSync(files.data).uid !== identity.uid) handOver(folder, identity);
}

function checkOwner(folder: string, programs: Binaries): void {
  const uid = process.getuid?.();
  const owner = statSync(folder);
  if (uid !== undefined && uid !== 0 && owner.uid !== uid) {
    throw new DatabaseError(
      `The database in ${folder} belongs to another user (uid ${owner.uid}). What to do: start it as that user, or set TIFA_DATA to a folder of your own.`,
    );
  }
  const major = readIfThere(join(layout(folder).data, 'PG_VERSION')).trim();
  if (major !== programs.major) {
    throw new DatabaseError(
      `The database in ${folder} was made by PostgreSQL ${major || '(unknown)'}; this program brings ${programs.major}. ` +
        `What to do: move the folder away and ingest anew, or ${useOwnServer}.`,
    );
  }
}

/** Starts the server of a folder, making the cluster first where there is none; joins one that runs already. */
export async function startEmbedded(folder: string, log: Log = () => {}): Promise<Reachable> {
  const files = layout(folder);
  if (existsSync(files.data)) {
    const url = await runningUrl(folder);
    if (url) return { url, started: false };
  }
  const programs = binaries();
  mkdirSync(dirname(folder), { recursive: true });
  const identity = await identityFor(folder);
  if (!existsSync(files.data)) await create(folder, programs, identity);
  checkOwner(folder, programs);
  for (let attempt = 0; ; attempt++) {
    dropForeignLock(folder);
    prepareStart(folder, identity);
    const port = await choosePort(folder, attempt > 0);
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
    if (attempt < 5) {
      await sleep(200 * 2 ** attempt);
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
  return existsSync(layout(embeddedFolder()).data) ? runningUrl(embeddedFolder()) : undefined;
}
