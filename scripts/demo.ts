import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { Command, InvalidArgumentError } from 'commander';
import { generateDemo } from '@/lib/demo/generate-demo';

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

/** Exit code 2 for wrong arguments, as all commands have it. */
program.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));

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

await program.parseAsync();

async function generate(options: GenerateOptions): Promise<void> {
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
