import { once } from 'node:events';
import { Command, Option } from 'commander';
import { extract } from '@/lib/extract';
import { listInputs } from '@/lib/ingest/read/list-inputs';
import { parseDocument } from '@/lib/ingest/read/parse-document';
import type { Problem } from '@/lib/ingest/read/raw-document';
import { readFile } from '@/lib/ingest/read/read-file';
import { findDataDir, loadResources } from '@/lib/resources';
import type { Extraction } from '@/lib/types';
import { extractionLine } from './command/extraction-line';
import { extractionTable } from './command/extraction-table';
import { nameLines } from './command/name-lines';
import { callerFolder, collect, runCommand, workIn } from './command/run-command';

interface Options {
  format: 'jsonl' | 'table';
  lexicon: string[];
  source?: string;
}

const FORMATS: Record<Options['format'], (e: Extraction) => string> = {
  jsonl: extractionLine,
  table: extractionTable,
};

async function print(text: string): Promise<void> {
  if (!process.stdout.write(`${text}\n`)) await once(process.stdout, 'drain');
}

async function run(paths: string[], options: Options): Promise<void> {
  const dataDir = findDataDir();
  workIn(callerFolder());
  const resources = loadResources(dataDir, options.lexicon);
  nameLines(resources.problems);
  let failed = false;
  const refuse = (p: Problem) => {
    failed = true;
    console.error(`${p.input}${p.line === null ? '' : `:${p.line}`}: ${p.detail} (${p.code})`);
  };
  const { files, problems } = await listInputs(paths.length > 0 ? paths : ['-']);
  problems.forEach(refuse);
  for (const file of files) {
    for await (const item of readFile(file.path)) {
      const parsed = 'problem' in item ? item : parseDocument(item.document, options.source ?? null);
      if ('problem' in parsed) refuse(parsed.problem);
      else await print(FORMATS[options.format](extract(parsed.input, resources)));
    }
  }
  if (failed) process.exitCode = 1;
}

// A reader that has seen enough (head, less) closes the pipe: no reason to complain.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

await runCommand(
  new Command('extract')
    .description('Finds slogans, directive lists, date and place in documents. Needs no database.')
    .argument('[paths...]', 'text, HTML or JSONL files (also .gz), folders, or - for standard input')
    .addOption(
      new Option('--format <format>', 'one JSON object a line, or a table for people')
        .choices(['jsonl', 'table'])
        .default('jsonl'),
    )
    .option('--lexicon <file>', 'a lexicon of your own, besides the shipped one (repeatable)', collect, [])
    .option('--source <name>', 'name of the source, for documents that do not name theirs')
    .addHelpText(
      'after',
      '\nExit code 0 when every input was read, 1 when one could not be (named on stderr, the others are done), 2 for wrong arguments.',
    )
    .action(run),
);
