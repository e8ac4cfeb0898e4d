import type { Pool } from 'pg';
import { discoverAndStore } from '@/lib/discover/discover-and-store';
import { knownForms } from '@/lib/discover/known-forms';
import { loadLexicon } from '@/lib/match/load-lexicon';
import {
  asOnlyWorker,
  dataVersion,
  type JobName,
  jobStates,
  saveJobProgress,
} from '@/lib/store/background-jobs';
import { buildPhraseIndex } from '@/lib/store/phrase-index';

export interface BackgroundOptions {
  readonly dataDir: string;
  /** Lexicon files besides the shipped ones: the finder does not propose what stands there. */
  readonly lexicons?: readonly string[];
  readonly onProgress?: (job: JobName, done: number, total: number) => void;
}

/** done: it has caught up. taken: another process is at it. idle: there was nothing to do. */
export type JobOutcome = 'done' | 'taken' | 'idle';

/** Half of what `npm run discover` takes: about 1 GB of memory, beside a dashboard on the same machine. */
const FINDER_CHARACTERS = 40_000_000;
const SAVE_EVERY_MS = 1_000;

/** Days are days in Asia/Shanghai. */
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

/** Tells the caller of every step, and everybody else once a second. */
function teller(pool: Pool, name: JobName, options: BackgroundOptions) {
  let saved = 0;
  return (done: number, total: number) => {
    options.onProgress?.(name, done, total);
    if (Date.now() - saved < SAVE_EVERY_MS) return;
    saved = Date.now();
    // Where it cannot be written down the job itself will say so.
    saveJobProgress(pool, name, { done, total }).catch(() => undefined);
  };
}

async function index(pool: Pool, options: BackgroundOptions): Promise<JobOutcome> {
  const version = await dataVersion(pool);
  const tell = teller(pool, 'phrase-index', options);
  let total = 0;
  const added = await buildPhraseIndex(pool, (p) => {
    total = p.total;
    tell(p.documents, p.total);
  });
  if (added === null) return 'taken';
  await saveJobProgress(pool, 'phrase-index', { done: total, total, version });
  return 'done';
}

async function find(pool: Pool, options: BackgroundOptions): Promise<JobOutcome> {
  const found = await asOnlyWorker(pool, 'finder', async () => {
    const version = await dataVersion(pool);
    const tell = teller(pool, 'finder', options);
    const { documents } = await discoverAndStore(pool, {
      known: knownForms(loadLexicon(options.dataDir, options.lexicons ?? []).entries),
      maxCharacters: FINDER_CHARACTERS,
      today: today(),
      onProgress: (message) => {
        const [, done, total] = /^reading: (\d+) of (\d+)/.exec(message) ?? [];
        if (done !== undefined) tell(Number(done), Number(total));
      },
    });
    await saveJobProgress(pool, 'finder', { done: documents, total: documents, version });
  });
  return found === null ? 'taken' : 'done';
}

const WORK: Record<JobName, (pool: Pool, options: BackgroundOptions) => Promise<JobOutcome>> = {
  'phrase-index': index,
  finder: find,
};

/**
 * Does what follows an ingestion once every chart is right: the index of phrases first, for which readers wait, then
 * the search for phrases that the lexicon lacks. Each by one process at a time; killed anywhere, the next one goes on.
 */
export async function runBackgroundJobs(
  pool: Pool,
  options: BackgroundOptions,
): Promise<Record<JobName, JobOutcome>> {
  const outcomes: Record<JobName, JobOutcome> = { 'phrase-index': 'idle', finder: 'idle' };
  for (const { name, state } of await jobStates(pool))
    outcomes[name] =
      state === 'due' ? await WORK[name](pool, options) : state === 'working' ? 'taken' : 'idle';
  return outcomes;
}
