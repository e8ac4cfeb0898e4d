import { Command, InvalidArgumentError } from 'commander';
import { WrongInput } from '@/lib/ingest/fetch/wrong-input';
import { type Columns, FIELDS } from '@/lib/ingest/read/csv';
import { closeConnections } from '@/lib/store/client';
import { callerFolder, collect, runCommand } from './command/run-command';
import { runIngestion } from './command/run-ingestion';

interface Options {
  lexicon?: string[];
  column?: Columns;
  source?: string;
  workers?: number;
  allowPrivate?: boolean;
  delay?: number;
  refresh?: boolean;
  queue?: boolean;
  index: boolean;
}

/** `text=正文` of one --column, put to the others. */
function addColumn(pair: string, before: Columns = {}): Columns {
  const [field = '', ...rest] = pair.split('=');
  const known = FIELDS.find((f) => f === field);
  if (!known || rest.length === 0)
    throw new InvalidArgumentError(`it takes FIELD=COLUMN, where FIELD is one of ${FIELDS.join(', ')}`);
  return { ...before, [known]: rest.join('=') };
}

function threads(text: string): number {
  if (!/^\d{1,2}$/.test(text) || Number(text) === 0 || Number(text) > 64)
    throw new InvalidArgumentError('a whole number from 1 to 64, please');
  return Number(text);
}

function delay(text: string): number {
  const seconds = Number(text);
  if (!text.trim() || !(seconds >= 0 && seconds <= 600))
    throw new InvalidArgumentError('seconds from 0 to 600, please');
  return seconds;
}

const EXAMPLES = `
Examples:
  npm run ingest -- archive/ 'more/**/*.html'      folders and patterns
  npm run ingest -- --column text=nr table.csv     a table; usual names of columns are known
  zcat a.jsonl.gz | npm run ingest -- -            standard input
  npm run ingest -- https://HOST/sitemap.xml       pages that a sitemap or a feed names
  npm run ingest -- recipe:my-district.yaml        a site, as its recipe says (docs/collecting.md)
  npm run ingest -- dataset:china-data/xwlb        an archive of data/datasets.yaml

Exit code 0 when every input was read, 1 when one could not be (named on stderr, the others are stored), 2 for wrong arguments.`;

async function run(paths: string[], options: Options, command: Command): Promise<void> {
  const { lexicon = [], column = {}, source = null, allowPrivate = false, refresh = false } = options;
  const { workers, queue = false, index } = options;
  const folder = callerFolder();
  try {
    await runIngestion(paths, {
      ...{ folder, source, columns: column, lexicons: lexicon, allowPrivate, refresh, queue, index },
      ...(workers && { workers }),
      ...(options.delay !== undefined && { delay: options.delay }),
    });
  } catch (error) {
    if (error instanceof WrongInput) command.error(`error: ${error.message}`);
    throw error;
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
    .option('--lexicon <file>', 'a lexicon of your own, besides the shipped one (repeatable)', collect)
    .option('--column <field=name>', 'which column of a table holds what (repeatable)', addColumn)
    .option('--source <name>', 'name of the source, for documents that do not name theirs')
    .option('--workers <n>', 'threads that extract and store (default: one for each core)', threads)
    .option('--delay <seconds>', 'between two requests to one host (default: 1)', delay)
    .option('--allow-private', 'fetch from addresses of private networks too')
    .option('--queue', 'leave the work to npm run worker, on this host or others')
    .option('--refresh', 'download a named archive again')
    .option(
      '--no-index',
      'leave the phrase index and the finder to the dashboard or to npm run runs -- background',
    )
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('npm run ingest -- --help says what can be read')
    .action(run),
);
