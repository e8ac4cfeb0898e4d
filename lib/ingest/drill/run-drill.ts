import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { generateDemo } from '@/lib/demo/generate-demo';
import { findDataDir } from '@/lib/resources';
import { startEmbedded, stopEmbedded } from '@/lib/store/embedded';
import { readLock } from '@/lib/store/embedded-folder';
import { migrate } from '@/lib/store/migrate';
import { loadReference } from '../load-reference';
import { differences, fingerprint } from './fingerprint';

/** What can die: the whole ingester, one of its threads, the whole database, one connection. */
export const VICTIMS = ['ingester', 'database', 'worker', 'connection'] as const;
export type Victim = (typeof VICTIMS)[number];

export interface DrillOptions {
  /** An empty folder for the database of the drill and its documents; it stays for the caller to remove. */
  readonly folder: string;
  readonly documents: number;
  readonly kills: number;
  /** The same seed gives the same documents, victims and moments (of which the machine makes what it does). */
  readonly seed: number;
  readonly log?: (line: string) => void;
}

export interface DrillResult {
  readonly kills: Readonly<Record<Victim, number>>;
  /** Whole ingestions that were compared with the undisturbed one. */
  readonly compared: number;
  /** Tables that differed, each with the comparison in which it did. */
  readonly differing: readonly string[];
}

const FILES = 4;

function writeDocuments(folder: string, documents: number, seed: number): void {
  mkdirSync(folder, { recursive: true });
  const lines = [...generateDemo({ seed, documents })].map(({ truth: _, ...d }) => JSON.stringify(d));
  const share = Math.ceil(lines.length / FILES);
  for (let i = 0; i < FILES; i++)
    writeFileSync(join(folder, `${i}.jsonl`), `${lines.slice(i * share, (i + 1) * share).join('\n')}\n`);
}

/** Numbers in [0, 1) that the seed determines. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

class Drill {
  private readonly cluster: string;
  private readonly texts: string;
  private readonly random: () => number;
  readonly kills: Record<Victim, number> = { ingester: 0, database: 0, worker: 0, connection: 0 };
  private server = '';

  constructor(private readonly options: DrillOptions) {
    this.cluster = join(options.folder, 'pg');
    this.texts = join(options.folder, 'documents');
    this.random = seeded(options.seed);
  }

  private at(database: string): string {
    const url = new URL(this.server);
    url.pathname = `/${database}`;
    return url.href;
  }

  private async withPool<T>(database: string, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
    const pool = new pg.Pool({ connectionString: this.at(database), max: 2 });
    pool.on('error', () => undefined);
    return work(pool).finally(() => pool.end());
  }

  async prepare(): Promise<void> {
    writeDocuments(this.texts, this.options.documents, this.options.seed);
    this.server = (await startEmbedded(this.cluster)).url;
    await this.withPool('postgres', (pool) => pool.query('CREATE DATABASE empty'));
    await migrate(this.at('empty'));
    await this.withPool('empty', (pool) => loadReference(pool, findDataDir()));
  }

  async fresh(name: string): Promise<void> {
    await this.withPool('postgres', async (pool) => {
      await pool.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await pool.query(`CREATE DATABASE ${name} TEMPLATE empty`);
    });
  }

  print(database: string): Promise<Record<string, string>> {
    return this.withPool(database, fingerprint);
  }

  start(database: string): ChildProcess {
    const child = fork(fileURLToPath(new URL('./ingester.ts', import.meta.url)), [this.texts], {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, DATABASE_URL: this.at(database) },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    child.stderr?.on('data', (part: Buffer) =>
      this.options.log?.(`  ${part.toString().trim().slice(0, 300)}`),
    );
    return child;
  }

  /** Ingests without disturbance; gives the seconds from the first sign of life to the end. */
  async undisturbed(database: string): Promise<number> {
    const child = this.start(database);
    await once(child, 'message');
    const begun = Date.now();
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`an undisturbed ingestion ended with code ${code}`);
    return (Date.now() - begun) / 1000;
  }

  private async kill(victim: Victim, child: ChildProcess, database: string): Promise<void> {
    this.kills[victim]++;
    if (victim === 'ingester') child.kill('SIGKILL');
    if (victim === 'worker') child.send('kill-worker');
    if (victim === 'connection') {
      const others =
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 ORDER BY random() LIMIT 1';
      await this.withPool('postgres', (pool) => pool.query(others, [database]));
    }
    if (victim === 'database') {
      const lock = readLock(this.cluster);
      if (lock) process.kill(lock.pid, 'SIGKILL');
      await sleep(300);
      this.server = (await startEmbedded(this.cluster)).url;
    }
  }

  /** Ingests a database to its end, with as many kills as come; gives how many came. */
  async disturbed(database: string, kills: number, seconds: number): Promise<number> {
    let done = 0;
    for (let starts = 0; starts < 100; starts++) {
      const child = this.start(database);
      const ended = once(child, 'exit') as Promise<[number | null]>;
      await Promise.race([once(child, 'message'), ended]);
      while (child.exitCode === null && child.signalCode === null && done < kills) {
        await Promise.race([sleep(this.random() * seconds * 600), ended]);
        if (child.exitCode !== null || child.signalCode !== null) break;
        const victim = VICTIMS[Math.floor(this.random() * VICTIMS.length)] as Victim;
        this.options.log?.(`kill ${victim}`);
        await this.kill(victim, child, database);
        done++;
        if (victim === 'ingester') await ended;
      }
      const [code] = await ended;
      if (code === 0) return done;
    }
    throw new Error('the ingestion did not come to an end in 100 starts');
  }

  stop(): Promise<boolean> {
    return stopEmbedded(this.cluster);
  }
}

/**
 * Ingests generated documents once undisturbed, then again and again while the ingester, its threads, connections
 * and the database are killed at random moments, and compares what the tables hold at the end of each.
 */
export async function runDrill(options: DrillOptions): Promise<DrillResult> {
  const drill = new Drill(options);
  const differing: string[] = [];
  let compared = 0;
  try {
    await drill.prepare();
    await drill.fresh('steady');
    const seconds = await drill.undisturbed('steady');
    const expected = await drill.print('steady');
    options.log?.(`undisturbed: ${seconds.toFixed(1)} s; documents ${expected.document}`);
    for (let left = options.kills; left > 0; ) {
      await drill.fresh('shaken');
      left -= await drill.disturbed('shaken', left, seconds);
      compared++;
      for (const table of differences(expected, await drill.print('shaken')))
        differing.push(`${table} (${compared})`);
    }
  } finally {
    await drill.stop();
  }
  return { kills: drill.kills, compared, differing };
}
