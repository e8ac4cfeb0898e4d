import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { DrillDatabase, exitOf } from './drill-database';
import { differences } from './fingerprint';
import { shakeQueue, shakeReextraction, shakeUndoing } from './more-rounds';

/** What can die: the whole ingester, one of its threads, the whole database, one connection. */
export const VICTIMS = ['ingester', 'database', 'worker', 'connection'] as const;
export type Victim = (typeof VICTIMS)[number];

export interface DrillOptions {
  /** An empty folder for the database of the drill and its documents; it stays for the caller to remove. */
  readonly folder: string;
  readonly documents: number;
  /** So many while documents are ingested by one command. */
  readonly kills: number;
  /** Besides, so many of worker processes of the queue, and of undoings and re-extractions. */
  readonly moreKills?: number;
  /** The same seed gives the same documents, victims and moments (of which the machine makes what it does). */
  readonly seed: number;
  readonly log?: (line: string) => void;
}

export interface DrillResult {
  /** By what died. */
  readonly kills: Readonly<Record<string, number>>;
  /** Databases that were compared with undisturbed ones. */
  readonly compared: number;
  /** Tables that differed, each with the comparison in which it did. */
  readonly differing: readonly string[];
}

const INGESTER = 'lib/ingest/drill/ingester.ts';

/** Numbers in [0, 1) that the seed determines. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Ingestions of one command, undisturbed and disturbed. */
class Ingestions {
  readonly kills: Record<Victim, number> = { ingester: 0, database: 0, worker: 0, connection: 0 };

  constructor(
    private readonly db: DrillDatabase,
    private readonly random: () => number,
    private readonly log: (line: string) => void,
  ) {}

  /** Ingests without disturbance; gives the seconds from the first sign of life to the end. */
  async undisturbed(database: string): Promise<number> {
    const child = this.db.start(database, INGESTER, [this.db.texts]);
    await once(child, 'message');
    const begun = Date.now();
    const code = await exitOf(child);
    if (code !== 0) throw new Error(`an undisturbed ingestion ended with code ${code}`);
    return (Date.now() - begun) / 1000;
  }

  private async kill(victim: Victim, child: ChildProcess, database: string): Promise<void> {
    this.kills[victim]++;
    if (victim === 'ingester') child.kill('SIGKILL');
    if (victim === 'worker') child.send('kill-worker');
    if (victim === 'connection') await this.db.killConnection(database);
    if (victim === 'database') await this.db.killServer();
  }

  /** Ingests a database to its end, with as many kills as come; gives how many came. */
  async disturbed(database: string, kills: number, seconds: number): Promise<number> {
    let done = 0;
    for (let starts = 0; starts < 100; starts++) {
      const child = this.db.start(database, INGESTER, [this.db.texts]);
      const ended = exitOf(child);
      await Promise.race([once(child, 'message'), ended]);
      while (child.exitCode === null && child.signalCode === null && done < kills) {
        await Promise.race([sleep(this.random() * seconds * 600), ended]);
        if (child.exitCode !== null || child.signalCode !== null) break;
        const victim = VICTIMS[Math.floor(this.random() * VICTIMS.length)] as Victim;
        this.log(`kill ${victim}`);
        await this.kill(victim, child, database);
        done++;
        if (victim === 'ingester') await ended;
      }
      if ((await ended) === 0) return done;
    }
    throw new Error('the ingestion did not come to an end in 100 starts');
  }
}

/**
 * Ingests generated documents once undisturbed, then again and again while the ingester, its threads, connections
 * and the database are killed at random moments, and compares what the tables hold at the end of each. Then the same
 * with worker processes of the queue, with undoings and with re-extractions, where asked for.
 */
export async function runDrill(options: DrillOptions): Promise<DrillResult> {
  const log = options.log ?? (() => undefined);
  const db = new DrillDatabase(options.folder, log);
  const random = seeded(options.seed);
  const ingestions = new Ingestions(db, random, log);
  const differing: string[] = [];
  let compared = 0;
  const compare = async (expected: Record<string, string>, database: string) => {
    compared++;
    for (const table of differences(expected, await db.print(database)))
      differing.push(`${table} (${compared})`);
  };
  const kills: Record<string, number> = {};
  try {
    await db.prepare(options.documents, options.seed);
    await db.fresh('steady');
    const seconds = await ingestions.undisturbed('steady');
    const expected = await db.print('steady');
    log(`undisturbed: ${seconds.toFixed(1)} s; documents ${expected.document}`);
    for (let left = options.kills; left > 0; ) {
      await db.fresh('shaken');
      left -= await ingestions.disturbed('shaken', left, seconds);
      await compare(expected, 'shaken');
    }
    Object.assign(kills, ingestions.kills);
    const more = { db, random, log, seconds, expected, compare, kills: options.moreKills ?? 0 };
    if (more.kills > 0) {
      kills['queue worker'] = await shakeQueue(more);
      kills.undoing = await shakeUndoing(more);
      kills['re-extraction'] = await shakeReextraction(more);
    }
  } finally {
    await db.stop();
  }
  return { kills, compared, differing };
}
