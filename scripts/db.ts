// npm run db -- start | stop | status | url | migrate | reset [--yes]: the database that all commands share.
import { existsSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Command } from 'commander';
import pg from 'pg';
import { jobStates } from '@/lib/store/background-jobs';
import { DatabaseError } from '@/lib/store/database-error';
import {
  embeddedFolder,
  embeddedUrl,
  ensureDatabase,
  stopDatabase,
  stopEmbedded,
} from '@/lib/store/embedded';
import { migrate, migrationStates } from '@/lib/store/migrate';
import { describeJob } from './command/describe-run';
import { endWithReader } from './command/run-command';

/** An address for the screen: without its password. */
function withoutPassword(url: string): string {
  return url.replace(/:[^:@/]*@/, ':…@');
}

async function start(): Promise<void> {
  const { url, started } = await ensureDatabase(console.log);
  console.log(`${started ? 'started' : 'runs already'}: ${withoutPassword(url)}`);
}

async function stop(): Promise<void> {
  if (process.env.DATABASE_URL)
    throw new DatabaseError('DATABASE_URL names a server that is not ours to stop.');
  console.log((await stopDatabase()) ? 'stopped' : 'was not running');
}

async function status(): Promise<void> {
  const own = process.env.DATABASE_URL;
  const url = own ?? (await embeddedUrl());
  console.log(own ? 'database: DATABASE_URL' : `database: embedded, in ${embeddedFolder()}`);
  if (!url) {
    console.log(existsSync(embeddedFolder()) ? 'state: stopped' : 'state: not made yet');
    return;
  }
  console.log(`address: ${withoutPassword(url)}`);
  for (const { name, applied } of await migrationStates(url)) {
    console.log(`migration ${name}: ${applied ? 'applied' : 'not applied yet'}`);
  }
  if ((await migrationStates(url)).every((m) => m.applied)) await tellJobs(url);
}

async function tellJobs(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  try {
    for (const job of await jobStates(pool)) console.log(describeJob(job));
  } finally {
    await pool.end();
  }
}

async function runMigrations(): Promise<void> {
  const { url } = await ensureDatabase(console.log);
  const names = await migrate(url);
  console.log(names.length > 0 ? `applied: ${names.join(', ')}` : 'nothing to apply');
}

async function confirmed(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new DatabaseError('Nobody here to ask: add --yes.');
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question(question);
  prompt.close();
  return /^y(es)?$/i.test(answer.trim());
}

async function reset({ yes }: { yes?: boolean }): Promise<void> {
  if (process.env.DATABASE_URL) {
    throw new DatabaseError(
      'reset only deletes the embedded database: unset DATABASE_URL, or empty that server by hand.',
    );
  }
  const folder = embeddedFolder();
  if (!existsSync(folder)) return console.log('there is none');
  if (!yes && !(await confirmed(`Delete everything in ${folder}? [y/N] `))) return console.log('kept');
  await stopEmbedded(folder);
  rmSync(folder, { recursive: true, force: true });
  console.log('deleted; the next command makes a new one');
}

const program = new Command('db').description('The database that all commands share');
program.command('start').description('start the embedded database').action(start);
program.command('stop').description('stop the embedded database').action(stop);
program.command('status').description('say which database is used and what state it is in').action(status);
program
  .command('url')
  .description('print the address with its password, for psql and other clients')
  .action(async () => console.log((await ensureDatabase()).url));
program
  .command('migrate')
  .description('bring the database to the schema of this program')
  .action(runMigrations);
program
  .command('reset')
  .description('delete the embedded database with all that was ingested')
  .option('--yes', 'do not ask')
  .action(reset);

endWithReader();
try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof DatabaseError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
