import type { Pool } from 'pg';
import { WrongInput } from '@/lib/ingest/fetch/wrong-input';
import { ingest } from '@/lib/ingest/ingest';
import { loadReference } from '@/lib/ingest/load-reference';
import { ingestByQueue } from '@/lib/ingest/queue/enqueue';
import type { Problem } from '@/lib/ingest/read/raw-document';
import { findDataDir } from '@/lib/resources';
import { getPool } from '@/lib/store/client';
import { remedies } from '@/lib/store/database-error';
import { ensureDatabase } from '@/lib/store/embedded';
import { migrate } from '@/lib/store/migrate';
import type { RunSettings } from '@/lib/store/run-settings';
import { followUp } from './background-line';
import { checkLexicons } from './check-lexicons';
import { progressLine } from './progress-line';
import { workIn } from './run-command';
import { statusLine } from './status-line';

/** How an ingestion is asked for: what is kept with the run, and what concerns this process only. */
export interface IngestionRequest extends RunSettings {
  readonly folder: string;
  readonly workers?: number;
  readonly refresh?: boolean;
  /** Whether the phrase index and the finder follow at once. */
  readonly index: boolean;
}

/** Invented reports next to real ones spoil every count: npm start takes them out by itself, this command only says so. */
async function warnOfDemo(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ both: boolean }>(
    `SELECT count(DISTINCT s.synthetic) = 2 AS both
     FROM (SELECT DISTINCT stratum_id FROM place_day) p JOIN stratum t ON t.id = p.stratum_id JOIN source s ON s.id = t.source_id`,
  );
  if (rows[0]?.both)
    console.error(
      'warning: the database also holds the made-up demonstration corpus, which every count includes; npm run demo -- remove takes it out',
    );
}

type QueueOptions = Parameters<typeof ingestByQueue>[2];

/** So many problems are named one by one; the rest is counted and kept with the run. */
const NAMED = 50;

/** What stopped an ingestion, in a line, and how to go on. */
function stopResumably(error: Error): never {
  if (error instanceof WrongInput) throw error;
  // Below the bar, which stays as it was.
  if (process.stderr.isTTY) process.stderr.write('\n');
  const [line = ''] = error.message.split('\n');
  const remedy = remedies.find((r) => r.pattern.test(error.message));
  throw new Error(
    [
      line.replace(/^(?:error: )+/i, ''),
      ...(remedy ? [`What to do: ${remedy.advice}.`] : []),
      'What was stored is kept; npm run runs -- resume reads the rest.',
    ].join('\n'),
    { cause: error },
  );
}

/** Ctrl-C: the run stays as a crash would leave it, which is safe; people are told so. */
function tellOnInterrupt(): () => void {
  const tell = () => {
    console.error('\nstopped. What was stored is kept; npm run runs -- resume reads the rest.');
    process.exit(130);
  };
  process.once('SIGINT', tell);
  return () => void process.off('SIGINT', tell);
}

async function fillQueue(pool: Pool, paths: readonly string[], options: QueueOptions): Promise<void> {
  const status = statusLine();
  const onProgress = ({ batches, waiting }: { batches: number; waiting: number }) =>
    status(`queue: ${batches} batches put in, ${waiting} of them to do`);
  const run = await ingestByQueue(pool, paths, { ...options, onProgress });
  if (process.stderr.isTTY) process.stderr.write('\n');
  console.log(`run ${run} is in the queue; it is published when the workers (npm run worker) are done`);
}

/**
 * Ingests inputs as a command: tells of it, names what cannot be read, and goes on with the phrase index and the finder.
 * Sets the exit code to 1 where an input could not be read.
 */
export async function runIngestion(paths: readonly string[], request: IngestionRequest): Promise<void> {
  const { folder, workers, refresh = false, index, ...kept } = request;
  const dataDir = findDataDir();
  const lexicons = request.lexicons ?? [];
  checkLexicons(dataDir, folder, lexicons);
  const { url } = await ensureDatabase();
  await migrate(url);
  const pool = await getPool('write');
  await loadReference(pool, dataDir);
  workIn(folder);
  let named = 0;
  const common = {
    dataDir,
    columns: request.columns ?? {},
    source: request.source ?? null,
    fetch: {
      allowPrivate: request.allowPrivate ?? false,
      ...(request.delay !== undefined && { delayMs: 1_000 * request.delay }),
    },
    refresh,
    settings: { folder, ...kept },
    onProblem: (p: Problem) => {
      if (named++ >= NAMED) return;
      // A bar is drawn again below it.
      if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
      console.error(`${p.input}${p.line === null ? '' : `:${p.line}`}: ${p.detail} (${p.code})`);
    },
  };
  if (request.queue) {
    if (lexicons.length > 0)
      throw new Error(
        '--lexicon cannot be used with --queue: the workers of other hosts do not have the file',
      );
    return fillQueue(pool, paths, common);
  }
  const atEnd = tellOnInterrupt();
  const onProgress = progressLine();
  const result = await ingest(pool, paths, {
    ...common,
    lexicons,
    onProgress,
    ...(workers && { workers }),
  })
    .catch(stopResumably)
    .finally(atEnd);
  if (named > NAMED) console.error(`… and ${named - NAMED} more, kept with run ${result.runId}`);
  console.log(
    `run ${result.runId}: ${result.stored} documents stored, ${result.known} known already, ${result.problems} not readable, ${result.mentions} mentions`,
  );
  if (result.problems > 0) process.exitCode = 1;
  if (result.stored > 0) await warnOfDemo(pool);
  if (!index) return;
  console.error(
    'every chart is right now; the index of phrases and the search for new ones follow (to stop here is safe)',
  );
  await followUp(pool, { dataDir, lexicons });
}
