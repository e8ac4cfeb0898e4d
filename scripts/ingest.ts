import { Command } from 'commander';
import { ingest } from '@/lib/ingest/ingest';
import { loadReference } from '@/lib/ingest/load-reference';
import { ingestByQueue } from '@/lib/ingest/queue/enqueue';
import { type Columns, FIELDS } from '@/lib/ingest/read/csv';
import type { Problem } from '@/lib/ingest/read/raw-document';
import { findDataDir } from '@/lib/resources';
import { closeConnections, getPool } from '@/lib/store/client';
import { ensureDatabase } from '@/lib/store/embedded';
import { migrate } from '@/lib/store/migrate';
import { progressLine } from './command/progress-line';
import { callerFolder, collect, runCommand } from './command/run-command';

interface Options {
  lexicon: string[];
  column: string[];
  source?: string;
  workers?: string;
  allowPrivate?: boolean;
  refresh?: boolean;
  queue?: boolean;
}

/** `text=正文` for each --column. */
function columnsOf(pairs: readonly string[]): Columns {
  const columns: Columns = {};
  for (const pair of pairs) {
    const [field = '', ...rest] = pair.split('=');
    const known = FIELDS.find((f) => f === field);
    if (!known || rest.length === 0)
      throw new Error(`--column takes FIELD=COLUMN, where FIELD is one of ${FIELDS.join(', ')}: ${pair}`);
    columns[known] = rest.join('=');
  }
  return columns;
}

/** So many problems are named one by one; the rest is counted and kept with the run. */
const NAMED = 50;

async function run(paths: string[], options: Options): Promise<void> {
  const dataDir = findDataDir();
  const { url } = await ensureDatabase();
  await migrate(url);
  const pool = await getPool('write');
  await loadReference(pool, dataDir);
  process.chdir(callerFolder());
  let named = 0;
  const onProblem = (p: Problem) => {
    if (named++ < NAMED)
      console.error(`${p.input}${p.line === null ? '' : `:${p.line}`}: ${p.detail} (${p.code})`);
  };
  const workers = options.workers === undefined ? undefined : Number(options.workers);
  if (workers !== undefined && !(Number.isInteger(workers) && workers > 0 && workers <= 64))
    throw new Error('--workers takes a whole number from 1 to 64');
  const common = {
    dataDir,
    columns: columnsOf(options.column),
    fetch: { allowPrivate: options.allowPrivate ?? false },
    refresh: options.refresh ?? false,
    onProblem,
  };
  try {
    if (options.queue) {
      if (options.lexicon.length > 0)
        throw new Error(
          '--lexicon cannot be used with --queue: the workers of other hosts do not have the file',
        );
      const run = await ingestByQueue(pool, paths, { ...common, source: options.source ?? null });
      console.log(`run ${run} is in the queue; it is published when the workers (npm run worker) are done`);
      return;
    }
    const result = await ingest(pool, paths, {
      ...common,
      lexicons: options.lexicon,
      source: options.source ?? null,
      onProgress: progressLine(),
      ...(workers === undefined ? {} : { workers }),
    });
    if (named > NAMED) console.error(`… and ${named - NAMED} more, kept with run ${result.runId}`);
    console.log(
      `run ${result.runId}: ${result.stored} documents stored, ${result.known} known already, ${result.problems} not readable, ${result.mentions} mentions`,
    );
    if (result.problems > 0) process.exitCode = 1;
  } finally {
    await closeConnections();
  }
}

await runCommand(
  new Command('ingest')
    .description('Reads documents, extracts, stores and counts them. What is stored already stays as it is.')
    .argument(
      '<inputs...>',
      'files (text, HTML, JSON, CSV, WARC, tar; also .gz and .zst), folders, patterns, - for standard input, addresses of pages, sitemaps and feeds, urls:FILE, recipe:FILE, dataset:NAME',
    )
    .option('--lexicon <file>', 'a lexicon of your own, besides the shipped one (repeatable)', collect, [])
    .option('--column <field=name>', 'which column of a table holds what (repeatable)', collect, [])
    .option('--source <name>', 'name of the source, for documents that do not name theirs')
    .option('--workers <n>', 'threads that extract and store (default: one for each core)')
    .option('--allow-private', 'fetch from addresses of private networks too')
    .option('--queue', 'leave the work to npm run worker, on this host or others')
    .option('--refresh', 'download a named archive again')
    .addHelpText(
      'after',
      '\nExit code 0 when every input was read, 1 when one could not be (named on stderr, the others are stored), 2 for wrong arguments.',
    )
    .action(run),
);
