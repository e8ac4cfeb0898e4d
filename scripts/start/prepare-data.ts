// What `npm start` does between installing and serving: a database with the schema and the reference data of this
// program, and something to look at. Arguments: absolute paths to ingest.
import { existsSync } from 'node:fs';
import { curatorToken, tokenFile } from '@/lib/curate/session';
import { ingestDemo, removeDemo } from '@/lib/ingest/demo';
import { ingest } from '@/lib/ingest/ingest';
import { loadReference } from '@/lib/ingest/load-reference';
import { findDataDir } from '@/lib/resources';
import { closeConnections, getPool } from '@/lib/store/client';
import { DatabaseError } from '@/lib/store/database-error';
import { embeddedFolder, ensureDatabase } from '@/lib/store/embedded';
import { migrate } from '@/lib/store/migrate';
import { progressLine } from '../command/progress-line';
import { step } from '../setup/console-step.mjs';

/** So many unreadable inputs are named; the rest is counted and kept with the run. */
const namedProblems = 20;

async function openDatabase(): Promise<void> {
  const place = process.env.DATABASE_URL ? 'DATABASE_URL' : embeddedFolder();
  await step(`database (${place})`, async () => {
    const { url } = await ensureDatabase(console.log);
    const applied = await migrate(url);
    if (applied.length > 0) console.log(`  migrations applied: ${applied.join(', ')}`);
  });
}

/** Said once, when the token is made up: who has it may curate. */
function nameToken(): void {
  if (process.env.TIFA_CURATOR_TOKEN || existsSync(tokenFile())) return;
  curatorToken();
  console.log(`  curating: sign in at /curate with the token in ${tokenFile()}`);
}

async function prepare(paths: readonly string[]): Promise<void> {
  await openDatabase();
  const pool = await getPool('write');
  const dataDir = findDataDir();
  await step('reference data: places, slogans, events', () => loadReference(pool, dataDir));
  nameToken();
  if (paths.length > 0) {
    let problems = 0;
    const result = await step(`reading ${paths.length === 1 ? paths[0] : `${paths.length} paths`}`, () =>
      ingest(pool, [...paths], {
        dataDir,
        onProgress: progressLine(),
        onProblem: (problem) => {
          if (problems++ < namedProblems)
            console.error(`  ${problem.input}: ${problem.detail} (${problem.code})`);
        },
      }),
    );
    console.log(
      `  ${result.stored} documents stored, ${result.known} known already, ${result.problems} not readable`,
    );
    // Invented reports next to real ones would spoil every count.
    if (result.stored > 0 && (await removeDemo(pool)) > 0) {
      console.log('  the demonstration corpus was taken out: there are documents of your own now');
    }
    return;
  }
  const { rows } = await pool.query<{ empty: boolean }>('SELECT NOT EXISTS (SELECT FROM document) AS empty');
  if (!rows[0]?.empty) return;
  await step('first start: making up a demonstration corpus', () =>
    ingestDemo(pool, { dataDir, onProgress: progressLine() }),
  );
  console.log('  its documents are invented and labelled so; npm start -- PATH reads your own');
}

try {
  await prepare(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof DatabaseError && !process.env.TIFA_DEBUG ? `\n${error.message}` : error);
  process.exitCode = 1;
} finally {
  await closeConnections();
}
