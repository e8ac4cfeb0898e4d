import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { generateDemo } from '@/lib/demo/generate-demo';
import { findDataDir } from '@/lib/resources';
import { startEmbedded, stopEmbedded } from '@/lib/store/embedded';
import { readLock } from '@/lib/store/embedded-folder';
import { migrate } from '@/lib/store/migrate';
import { projectRoot } from '@/lib/store/project-root';
import { loadReference } from '../load-reference';
import { fingerprint } from './fingerprint';

const FILES = 4;

function writeDocuments(folder: string, documents: number, seed: number): void {
  mkdirSync(folder, { recursive: true });
  const lines = [...generateDemo({ seed, documents })].map(({ truth: _, ...d }) => JSON.stringify(d));
  const share = Math.ceil(lines.length / FILES);
  for (let i = 0; i < FILES; i++)
    writeFileSync(join(folder, `${i}.jsonl`), `${lines.slice(i * share, (i + 1) * share).join('\n')}\n`);
}

/** A database server of a drill, the documents that it is about, and programs that work on them. */
export class DrillDatabase {
  readonly cluster: string;
  /** The folder of the documents. */
  readonly texts: string;
  private server = '';

  /** @param folder an empty one; it stays for the caller to remove */
  constructor(
    folder: string,
    private readonly log: (line: string) => void,
  ) {
    this.cluster = join(folder, 'pg');
    this.texts = join(folder, 'documents');
  }

  at(database: string): string {
    const url = new URL(this.server);
    url.pathname = `/${database}`;
    return url.href;
  }

  async withPool<T>(database: string, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
    const pool = new pg.Pool({ connectionString: this.at(database), max: 2 });
    pool.on('error', () => undefined);
    return work(pool).finally(() => pool.end());
  }

  async prepare(documents: number, seed: number): Promise<void> {
    writeDocuments(this.texts, documents, seed);
    this.server = (await startEmbedded(this.cluster)).url;
    await this.withPool('postgres', (pool) => pool.query('CREATE DATABASE empty'));
    await migrate(this.at('empty'));
    await this.withPool('empty', (pool) => loadReference(pool, findDataDir()));
  }

  /** Makes a database anew, as another one is now. */
  async fresh(name: string, like = 'empty'): Promise<void> {
    await this.withPool('postgres', async (pool) => {
      await pool.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await pool.query(`CREATE DATABASE ${name} TEMPLATE ${like}`);
    });
  }

  print(database: string): Promise<Record<string, string>> {
    return this.withPool(database, fingerprint);
  }

  /** Starts a program of this project, by its path from the repository, on a database. */
  start(database: string, program: string, args: readonly string[]): ChildProcess {
    const child = fork(join(projectRoot(), program), [...args], {
      cwd: projectRoot(),
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, DATABASE_URL: this.at(database) },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    child.stderr?.on('data', (part: Buffer) => this.log(`  ${part.toString().trim().slice(0, 300)}`));
    return child;
  }

  /** Ends one connection to a database, any. */
  async killConnection(database: string): Promise<void> {
    const others =
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 ORDER BY random() LIMIT 1';
    await this.withPool('postgres', (pool) => pool.query(others, [database]));
  }

  /** Ends the server as a power failure would, and starts it again. */
  async killServer(): Promise<void> {
    const lock = readLock(this.cluster);
    if (lock) process.kill(lock.pid, 'SIGKILL');
    await sleep(300);
    await this.restart();
  }

  /** Starts the server where it does not run. */
  async restart(): Promise<void> {
    this.server = (await startEmbedded(this.cluster)).url;
  }

  stop(): Promise<boolean> {
    return stopEmbedded(this.cluster);
  }
}

/** Waits for a program to end; gives its exit code, null where a signal ended it. */
export function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}
