import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { runFullDiskDrill } from '@/lib/ingest/drill/full-disk';
import { runDrill } from '@/lib/ingest/drill/run-drill';
import { runCommand } from './command/run-command';
import { runPageTests } from './setup/page-tests.mjs';

interface IngestionOptions {
  readonly documents: number;
  readonly kills: number;
  readonly more: number;
  readonly seed: number;
}

const DOCUMENTS = 20_000;
const KILLS = 30;
/** Kills of queue workers, of undoings and of re-extractions, of each. */
const MORE = 3;

const program = new Command('drill').description(
  'What takes too long for every test run: ingestion under kills, then every page at every width, in both themes and languages. Each uses a database of its own.',
);

program
  .command('all', { isDefault: true })
  .description('both, one after the other')
  .action(async () => {
    await drillIngestion({ documents: DOCUMENTS, kills: KILLS, more: MORE, seed: 1 });
    await drillPages();
  });

program
  .command('ingestion')
  .description(
    'kill ingester, threads, connections, database and queue workers at random moments, undoings and re-extractions half-way, and check that nothing is lost or doubled',
  )
  .option('-n, --documents <count>', 'generated documents', whole, DOCUMENTS)
  .option('-k, --kills <count>', 'how many kills', whole, KILLS)
  .option(
    '-m, --more <count>',
    'kills of queue workers, of undoings and of re-extractions, of each',
    whole,
    MORE,
  )
  .option('-s, --seed <number>', 'the same seed gives the same documents and victims', whole, 1)
  .action(drillIngestion);

program
  .command('full-disk')
  .description('ingest on a disk that becomes full in the middle, and again (needs the right to mount)')
  .option('-n, --documents <count>', 'generated documents', whole, 4_000)
  .action(drillFullDisk);

program
  .command('pages')
  .description('follow the numbers of every page at 375, 768 and 1440 px, light and dark, in zh and en')
  .action(drillPages);

await runCommand(program);

/** Gives a folder to work in, and removes it afterwards. */
async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tifa-drill-'));
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function drillIngestion({ more, ...options }: IngestionOptions): Promise<void> {
  await inFolder(async (folder) => {
    const found = await runDrill({ ...options, moreKills: more, folder, log: console.error });
    const told = Object.entries(found.kills).map(([victim, n]) => `${n} ${victim}`);
    console.log(`killed: ${told.join(', ')}; compared ${found.compared} databases with undisturbed ones`);
    tellDifferences('', found.differing);
  });
}

async function drillPages(): Promise<void> {
  await inFolder(async (folder) => {
    const { passed, failed } = await runPageTests(join(folder, 'pages.json'), { TIFA_E2E_VIEWS: 'all' });
    console.log(`pages: ${passed} passed, ${failed} failed`);
    if (failed > 0) process.exitCode = 1;
  });
}

async function drillFullDisk({ documents }: { documents: number }): Promise<void> {
  await inFolder(async (folder) => {
    const { code, stored, differing } = await runFullDiskDrill({
      folder,
      documents,
      seed: 1,
      log: console.error,
    });
    console.log(
      `on the full disk the ingestion ended with code ${code}, ${stored} of ${documents} documents stored`,
    );
    tellDifferences('read again: ', differing);
    if (code === 0 || stored === documents) process.exitCode = 1;
  });
}

function tellDifferences(when: string, differing: readonly string[]): void {
  if (differing.length > 0) process.exitCode = 1;
  console.log(differing.length === 0 ? `${when}no difference` : `different: ${differing.join(', ')}`);
}

function whole(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new InvalidArgumentError('a whole number, please');
  return Number(text);
}
