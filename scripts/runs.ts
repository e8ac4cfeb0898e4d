import { Command } from 'commander';
import type { Pool } from 'pg';
import { closeConnections, getPool } from '@/lib/store/client';
import { undoRun } from '@/lib/store/runs';
import { runCommand } from './command/run-command';

async function withPool(work: (pool: Pool) => Promise<void>): Promise<void> {
  try {
    await work(await getPool('write'));
  } finally {
    await closeConnections();
  }
}

interface RunRow {
  id: number;
  status: string;
  started: string;
  seconds: number | null;
  started_by: string;
  inputs: string[];
  stored: number;
  known: number;
  refused: number;
  mentions: number;
}

async function list(pool: Pool): Promise<void> {
  const { rows } = await pool.query<RunRow>(
    `SELECT id, status::text AS status, to_char(started_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') AS started,
       extract(epoch FROM finished_at - started_at)::int AS seconds, started_by, inputs, stored, known, refused, mentions
     FROM run ORDER BY id`,
  );
  if (rows.length === 0) console.log('no runs yet: npm run ingest -- PATH… makes one');
  for (const r of rows) {
    const took = r.seconds === null ? 'not finished' : `${r.seconds} s`;
    console.log(`${r.id}  ${r.status}  ${r.started} by ${r.started_by}, ${took}`);
    console.log(
      `    ${r.stored} stored, ${r.known} known already, ${r.refused} not readable, ${r.mentions} mentions: ${r.inputs.join(' ')}`,
    );
  }
}

async function notes(pool: Pool, id: number): Promise<void> {
  const { rows } = await pool.query<{ input: string; line: number | null; code: string; detail: string }>(
    'SELECT input, line, code, detail FROM run_note WHERE run_id = $1 ORDER BY ordinal',
    [id],
  );
  for (const n of rows)
    console.log(`${n.input}${n.line === null ? '' : `:${n.line}`}: ${n.detail} (${n.code})`);
}

const whole = (text: string): number => {
  if (!/^\d{1,9}$/.test(text))
    throw new Error(`a run is a number, as npm run runs -- list shows it: ${text}`);
  return Number(text);
};

const command = new Command('runs').description(
  'Ingestions: what was read, what was not readable, and taking one back.',
);
command
  .command('list')
  .description('all runs')
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
  .action((id: string) =>
    withPool(async (pool) => {
      await undoRun(pool, whole(id));
      console.log(`run ${id} is undone; reading the same paths again brings it back`);
    }),
  );
await runCommand(command);
