import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findDataDir } from '@/lib/resources';
import { type DrillDatabase, exitOf } from './drill-database';

/** What the rounds of a drill have in common. */
export interface Round {
  readonly db: DrillDatabase;
  readonly random: () => number;
  readonly log: (line: string) => void;
  /** An undisturbed ingestion takes so long. */
  readonly seconds: number;
  /** What the tables hold after it, in the database `steady`. */
  readonly expected: Record<string, string>;
  readonly compare: (expected: Record<string, string>, database: string) => Promise<void>;
  readonly kills: number;
}

/** Gives the seconds that it took. */
async function runToEnd(
  db: DrillDatabase,
  database: string,
  program: string,
  args: string[],
): Promise<number> {
  const begun = Date.now();
  const code = await exitOf(db.start(database, program, args));
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with code ${code}`);
  return (Date.now() - begun) / 1000;
}

/**
 * Starts a program again and again, each time killing it at a random moment, until the kills are used up; then lets it end.
 * @param seconds what it takes undisturbed: it is killed in the second half, the first being its start
 * @param renew puts everything back where it came to its end before it was killed, so that there is something to kill
 */
async function killedAndRepeated(
  round: Round,
  database: string,
  program: string,
  args: string[],
  seconds: number,
  renew: () => Promise<void>,
): Promise<number> {
  let killed = 0;
  // A machine that is busy with something else may have made the undisturbed one slow.
  let pace = seconds;
  for (let attempt = 0; killed < round.kills && attempt < 3 * round.kills; attempt++) {
    const child = round.db.start(database, program, args);
    await Promise.race([sleep((0.5 + 0.5 * round.random()) * pace * 1000), exitOf(child)]);
    if (child.exitCode !== null) {
      pace *= 0.8;
      await renew();
      continue;
    }
    round.log(`kill ${program}`);
    child.kill('SIGKILL');
    await exitOf(child);
    killed++;
  }
  await runToEnd(round.db, database, program, args);
  return killed;
}

/** Two worker processes take a run from the queue; one after the other is killed and replaced. */
export async function shakeQueue(round: Round): Promise<number> {
  const { db, random, log } = round;
  await db.fresh('queued');
  await runToEnd(db, 'queued', 'scripts/ingest.ts', ['--queue', db.texts]);
  const host = () => db.start('queued', 'scripts/worker.ts', ['--threads', '1']);
  const hosts = [host(), host()];
  const published = () =>
    db.withPool('queued', async (pool) => {
      const { rows } = await pool.query("SELECT 1 FROM run WHERE status = 'published'");
      return rows.length > 0;
    });
  let killed = 0;
  const pause = Math.max(3_000, (round.seconds * 1000) / Math.max(1, round.kills));
  for (const end = Date.now() + 600_000; !(await published()); ) {
    if (Date.now() > end) throw new Error('the queue did not come to its end in ten minutes');
    await sleep(killed < round.kills ? (0.5 + random()) * pause : 300);
    if (killed === round.kills) continue;
    const at = killed++ % hosts.length;
    log('kill queue worker');
    hosts[at]?.kill('SIGKILL');
    hosts[at] = host();
  }
  for (const child of hosts) child.kill('SIGKILL');
  await Promise.all(hosts.map(exitOf));
  await round.compare(round.expected, 'queued');
  return killed;
}

/** Takes a run back, killed half-way, until it is gone; then reads the documents again. */
export async function shakeUndoing(round: Round): Promise<number> {
  const { db } = round;
  await db.fresh('undone', 'steady');
  await db.fresh('calm', 'steady');
  const seconds = await runToEnd(db, 'calm', 'scripts/runs.ts', ['undo', '1']);
  const killed = await killedAndRepeated(round, 'undone', 'scripts/runs.ts', ['undo', '1'], seconds, () =>
    db.fresh('undone', 'steady'),
  );
  await runToEnd(db, 'undone', 'lib/ingest/drill/ingester.ts', [db.texts]);
  await round.compare(round.expected, 'undone');
  return killed;
}

/** Extracts again with a word more in the lexicon, undisturbed and killed half-way. */
export async function shakeReextraction(round: Round): Promise<number> {
  const { db } = round;
  const header = readFileSync(join(findDataDir(), 'lexicon', 'sets.tsv'), 'utf8').split('\n')[0] ?? '';
  const entry: Record<string, string> = { canonical: '会议强调', kind: 'set' };
  const line = header.split('\t').map((column) => entry[column] ?? '');
  const lexicon = join(db.texts, '..', 'more.tsv');
  writeFileSync(lexicon, `${header}\n${line.join('\t')}\n`);
  const args = ['--lexicon', lexicon];
  await db.fresh('again', 'steady');
  await db.fresh('calm', 'steady');
  const seconds = await runToEnd(db, 'calm', 'scripts/reextract.ts', args);
  const killed = await killedAndRepeated(round, 'again', 'scripts/reextract.ts', args, seconds, () =>
    db.fresh('again', 'steady'),
  );
  await round.compare(await db.print('calm'), 'again');
  return killed;
}
