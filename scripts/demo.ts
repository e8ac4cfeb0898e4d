import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { Command, InvalidArgumentError } from 'commander';
import { generateDemo } from '@/lib/demo/generate-demo';
import { ingestDemo, removeDemo } from '@/lib/ingest/demo';
import { loadReference } from '@/lib/ingest/load-reference';
import { findDataDir } from '@/lib/resources';
import { closeConnections, getPool } from '@/lib/store/client';
import { ensureDatabase } from '@/lib/store/embedded';
import { migrate } from '@/lib/store/migrate';
import { progressLine } from './command/progress-line';
import { callerFolder, runCommand, workIn } from './command/run-command';

interface GenerateOptions {
  documents: number;
  seed: number;
  from?: string;
  until?: string;
  out?: string;
  truth?: string;
}

const program = new Command('demo').description(
  'The demonstration corpus: invented reports with a known truth.',
);

program
  .command('generate')
  .description('write the corpus as JSONL')
  .option('-n, --documents <count>', 'how many documents', wholeNumber, 2_400)
  .option('-s, --seed <number>', 'the same seed gives the same corpus', wholeNumber, 1)
  .option('--from <day>', 'first day, such as 2018-01-02', day)
  .option('--until <day>', 'last day', day)
  .option('-o, --out <file>', 'write to a file instead of standard output')
  .option('--truth <file>', 'write what each document holds: slogans, lists, date, place')
  .action(generate);

program
  .command('load')
  .description('ingest the corpus, labelled as made up')
  .option('-n, --documents <count>', 'how many documents', wholeNumber, 2_400)
  .option('-s, --seed <number>', 'the same seed gives the same corpus', wholeNumber, 1)
  .action(load);

program.command('remove').description('take every made-up document out of the database').action(remove);

await runCommand(program);

async function load(options: { documents: number; seed: number }): Promise<void> {
  const dataDir = findDataDir();
  try {
    await migrate((await ensureDatabase()).url);
    const pool = await getPool('write');
    await loadReference(pool, dataDir);
    const { stored, known, mentions } = await ingestDemo(
      pool,
      { dataDir, onProgress: progressLine() },
      options,
    );
    console.log(`${stored} made-up documents stored, ${known} known already, ${mentions} mentions`);
  } finally {
    await closeConnections();
  }
}

async function remove(): Promise<void> {
  try {
    const runs = await removeDemo(await getPool('write'));
    console.log(
      runs === 0 ? 'there are no made-up documents' : `${runs} run(s) of made-up documents are undone`,
    );
  } finally {
    await closeConnections();
  }
}

async function generate(options: GenerateOptions): Promise<void> {
  workIn(callerFolder());
  const out = options.out === undefined ? process.stdout : createWriteStream(options.out);
  const truth = options.truth === undefined ? null : createWriteStream(options.truth);
  out.on('error', stopQuietly);
  for (const document of generateDemo(options)) {
    const { truth: known, ...input } = document;
    await write(out, input);
    if (truth !== null) await write(truth, { id: document.id, ...known });
  }
  for (const stream of [out, truth]) if (stream !== null && stream !== process.stdout) await end(stream);
}

async function write(stream: Writable, value: unknown): Promise<void> {
  if (!stream.write(`${JSON.stringify(value)}\n`)) await once(stream, 'drain');
}

async function end(stream: Writable): Promise<void> {
  stream.end();
  await once(stream, 'finish');
}

/** A reader that has seen enough (head) closes the pipe; that is no failure of ours. */
function stopQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
}

function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('Give a whole number.');
  return Number(value);
}

function day(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(Date.parse(value))) {
    throw new InvalidArgumentError('Give a day such as 2021-02-10.');
  }
  return value;
}
