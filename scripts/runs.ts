import { Command } from 'commander';
import type { Pool } from 'pg';
import { publishAbandoned } from '@/lib/ingest/ingest';
import { findDataDir } from '@/lib/resources';
import { jobStates } from '@/lib/store/background-jobs';
import { closeConnections, getPool } from '@/lib/store/client';
import { ensureDatabase } from '@/lib/store/embedded';
import { type ListedRun, listRuns } from '@/lib/store/list-runs';
import { migrate } from '@/lib/store/migrate';
import { undoRun } from '@/lib/store/runs';
import { followUp } from './command/background-line';
import { describeJob, describeRun } from './command/describe-run';
import { callerFolder, runCommand } from './command/run-command';
import { runIngestion } from './command/run-ingestion';

async function withPool(work: (pool: Pool) => Promise<void>): Promise<void> {
  try {
    await migrate((await ensureDatabase()).url);
    await work(await getPool('write'));
  } finally {
    await closeConnections();
  }
}

async function list(pool: Pool): Promise<void> {
  const runs = await listRuns(pool);
  if (runs.length === 0) console.log('no runs yet: npm run ingest -- PATH… makes one');
  for (const run of runs) console.log(describeRun(run));
  if (runs.length > 0) for (const job of await jobStates(pool)) console.log(describeJob(job));
}

async function notes(pool: Pool, id: number): Promise<void> {
  const { rows } = await pool.query<{ input: string; line: number | null; code: string; detail: string }>(
    'SELECT input, line, code, detail FROM run_note WHERE run_id = $1 ORDER BY ordinal',
    [id],
  );
  for (const n of rows)
    console.log(`${n.input}${n.line === null ? '' : `:${n.line}`}: ${n.detail} (${n.code})`);
}

async function undo(pool: Pool, id: number): Promise<void> {
  await undoRun(pool, id);
  console.log(`run ${id} is undone; npm run runs -- resume ${id} reads the same again`);
}

/** The run to go on with: the one named, else the last that did not come to its end. */
async function unfinished(pool: Pool, id: number | undefined): Promise<ListedRun> {
  const runs = await listRuns(pool, id);
  const run =
    id === undefined ? runs.findLast((r) => r.state === 'dead' || r.state === 'interrupted') : runs[0];
  if (!run)
    throw new Error(
      id === undefined ? 'no run was interrupted: there is nothing to go on with' : `there is no run ${id}`,
    );
  if (run.state === 'reading' || run.state === 'queued')
    throw new Error(`run ${run.id} is being worked on: there is nothing to go on with`);
  if (run.inputs.includes('-'))
    throw new Error(
      `run ${run.id} read standard input, which only you can give again: … | npm run ingest -- -`,
    );
  return run;
}

/** What a run stored is known and passed over quickly; a new run takes the rest. */
async function resume(pool: Pool, id: number | undefined): Promise<void> {
  const { id: number, inputs, settings } = await unfinished(pool, id);
  await publishAbandoned(pool);
  console.error(`going on with run ${number}: ${inputs.join(' ')}`);
  await runIngestion(inputs, { folder: callerFolder(), ...settings, index: true });
}

const whole = (text: string): number => {
  if (!/^\d{1,9}$/.test(text))
    throw new Error(`a run is a number, as npm run runs -- list shows it: ${text}`);
  return Number(text);
};

const command = new Command('runs').description(
  'Ingestions: what was read, what was not readable, taking one back, going on with one.',
);
command
  .command('list')
  .description('all runs, and how the phrase index and the search for new phrases stand')
  .action(() => withPool(list));
command
  .command('notes')
  .description('what was not readable')
  .argument('<run>')
  .action((id: string) => withPool((pool) => notes(pool, whole(id))));
command
  .command('undo')
  .description('deletes the documents of a run and takes them out of all counts')
  .argument('<run>')
  .action((id: string) => withPool((pool) => undo(pool, whole(id))));
command
  .command('resume')
  .description(
    'reads the inputs of a run again: of one that was interrupted the rest, of one that was undone all',
  )
  .argument('[run]', 'the last one that was interrupted, unless told')
  .action((id?: string) => withPool((pool) => resume(pool, id === undefined ? undefined : whole(id))));
command
  .command('background')
  .description('brings the phrase index and the candidates up to the published runs')
  .action(() => withPool((pool) => followUp(pool, { dataDir: findDataDir() })));
await runCommand(command);
