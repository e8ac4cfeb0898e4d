import { Command } from 'commander';
import { type Columns, FIELDS } from '@/lib/ingest/read/csv';
import { closeConnections } from '@/lib/store/client';
import { callerFolder, collect, runCommand } from './command/run-command';
import { runIngestion } from './command/run-ingestion';

interface Options {
  lexicon: string[];
  column: string[];
  source?: string;
  workers?: string;
  allowPrivate?: boolean;
  refresh?: boolean;
  queue?: boolean;
  index: boolean;
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

async function run(paths: string[], options: Options): Promise<void> {
  const workers = options.workers === undefined ? undefined : Number(options.workers);
  if (workers !== undefined && !(Number.isInteger(workers) && workers > 0 && workers <= 64))
    throw new Error('--workers takes a whole number from 1 to 64');
  const {
    lexicon,
    column,
    source = null,
    allowPrivate = false,
    refresh = false,
    queue = false,
    index,
  } = options;
  const columns = columnsOf(column);
  const folder = callerFolder();
  try {
    await runIngestion(paths, {
      ...{ folder, source, columns, lexicons: lexicon, allowPrivate, refresh, queue, index },
      ...(workers && { workers }),
    });
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
    .option(
      '--no-index',
      'leave the phrase index and the finder to the dashboard or to npm run runs -- background',
    )
    .addHelpText(
      'after',
      '\nExit code 0 when every input was read, 1 when one could not be (named on stderr, the others are stored), 2 for wrong arguments.',
    )
    .action(run),
);
