import { availableParallelism, userInfo } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { DEMO_SOURCE } from '@/lib/demo/generate-demo';
import { type FetchedPage, loadFetchedPages, saveFetchedPages } from '@/lib/store/fetched-pages';
import { dataFolder } from '@/lib/store/project-root';
import { withRetry } from '@/lib/store/retry';
import { saveRunNotes } from '@/lib/store/run-notes';
import type { RunSettings } from '@/lib/store/run-settings';
import { abandonedRuns, openRun, type PublishStep, publishRun } from '@/lib/store/runs';
import { Batcher } from './batcher';
import type { FetchOptions } from './fetch/polite-fetcher';
import type { Columns } from './read/csv';
import type { Problem, ReadItem } from './read/raw-document';
import { type Inputs, isRemote, openInputs } from './read-inputs';
import type { BatchDone, WorkerBatch, WorkerSetup } from './worker-messages';
import { WorkerPool } from './worker-pool';

export interface IngestOptions {
  readonly dataDir: string;
  /** Lexicon files besides the shipped ones. */
  readonly lexicons?: readonly string[];
  /** Name of the source for documents that do not name theirs. */
  readonly source?: string | null;
  /** Sources that are made up, to be labelled so; the demonstration corpus unless told. */
  readonly synthetic?: readonly string[];
  readonly workers?: number;
  /** Which column of a table fills which field. */
  readonly columns?: Columns;
  /** How pages are fetched. */
  readonly fetch?: Partial<FetchOptions>;
  /** Where named archives are downloaded to; the data folder unless told. */
  readonly downloads?: string;
  /** Download them again. */
  readonly refresh?: boolean;
  /** How the command was given, kept with the run. */
  readonly settings?: RunSettings;
  readonly onProgress?: (progress: Progress) => void;
  readonly onProblem?: (problem: Problem) => void;
  /** Given the means to end a worker thread as a crash would: for drills. */
  readonly onWorkers?: (killOne: () => Promise<void>) => void;
}

export interface Progress {
  readonly phase: 'reading' | PublishStep | 'done';
  readonly documents: number;
  readonly mentions: number;
  readonly bytes: number;
  /** Of the files as they lie on disk; null when standard input is among them. */
  readonly totalBytes: number | null;
  /** Of these bytes so many have been read. */
  readonly readBytes: number;
}

export interface IngestResult {
  readonly runId: number;
  readonly stored: number;
  readonly known: number;
  readonly mentions: number;
  readonly problems: number;
}

/** One for each core, up to 8: beyond that the database is what is waited for. */
export function defaultWorkers(): number {
  return Math.max(1, Math.min(availableParallelism(), 8));
}

/** The name of the user whose process this is. */
export function startedBy(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown'; // a user id without an entry, as in containers
  }
}

/** Runs whose process died: what they stored is counted now, so that it is neither lost nor invisible. */
export async function publishAbandoned(pool: Pool): Promise<number> {
  const ids = await withRetry(() => abandonedRuns(pool));
  for (const id of ids) await publishRun(pool, id, { interrupted: true });
  return ids.length;
}

/** Opens inputs; `keep` is to be called once their documents are safe. */
export async function openForIngestion(
  pool: Pool,
  paths: readonly string[],
  options: Pick<IngestOptions, 'dataDir' | 'columns' | 'fetch' | 'refresh' | 'downloads'>,
): Promise<{ inputs: Inputs; keep: () => Promise<void> }> {
  const known = paths.some(isRemote) ? await loadFetchedPages(pool) : new Map<string, FetchedPage>();
  const inputs = await openInputs(paths, {
    dataDir: options.dataDir,
    downloads: options.downloads ?? join(dataFolder(), 'downloads'),
    columns: options.columns ?? {},
    fetch: { ...options.fetch, known: (url) => known.get(url) },
    refresh: options.refresh ?? false,
  });
  // Not before: a page that was fetched and lost on the way has to be fetched again.
  return { inputs, keep: () => saveFetchedPages(pool, inputs.fetcher.validators) };
}

/**
 * Reads all documents of the inputs (see `openInputs`), extracts and stores them, and publishes them as one run. What
 * cannot be read is reported through `onProblem` and kept with the run; the rest goes on.
 * @throws when the database or a worker fails: the run then stays open, what was stored is complete, and the next
 *   ingestion of the same paths goes on from there
 */
export async function ingest(
  pool: Pool,
  paths: readonly string[],
  options: IngestOptions,
): Promise<IngestResult> {
  const { inputs, keep } = await openForIngestion(pool, paths, options);
  const result = await ingestItems(pool, inputs.items, paths, inputs.totalBytes, options);
  await keep();
  return result;
}

/** As `ingest`, of documents that come from elsewhere than files. */
export async function ingestItems(
  pool: Pool,
  items: AsyncIterable<ReadItem & { readBytes?: number }>,
  inputs: readonly string[],
  totalBytes: number | null,
  options: IngestOptions,
): Promise<IngestResult> {
  await publishAbandoned(pool);
  const run = await withRetry(() => openRun(pool, startedBy(), inputs, options.settings));
  const sum = { stored: 0, known: 0, mentions: 0, problems: 0, bytes: 0, readBytes: 0 };
  const pending: Problem[] = [];
  const refuse = (problem: Problem) => {
    pending.push(problem);
    sum.problems++;
    options.onProblem?.(problem);
  };
  const report = (phase: Progress['phase']) =>
    options.onProgress?.({ phase, documents: sum.stored + sum.known, totalBytes, ...sum });
  const setup: WorkerSetup = {
    runId: run.id,
    dataDir: options.dataDir,
    lexicons: options.lexicons ?? [],
    source: options.source ?? null,
    synthetic: options.synthetic ?? [DEMO_SOURCE],
  };
  const onDone = (done: BatchDone) => {
    sum.stored += done.stored;
    sum.known += done.known;
    sum.mentions += done.mentions;
    sum.bytes += done.bytes;
    done.problems.forEach(refuse);
    report('reading');
  };
  const module = new URL('./worker.ts', import.meta.url);
  const size = options.workers ?? defaultWorkers();
  const workers = new WorkerPool<WorkerSetup, WorkerBatch, BatchDone>({ module, size, setup, onDone });
  options.onWorkers?.(() => workers.killOne());
  try {
    const batcher = new Batcher();
    for await (const item of items) {
      sum.readBytes = item.readBytes ?? sum.readBytes;
      if ('problem' in item) refuse(item.problem);
      else {
        const full = batcher.add(item.document);
        if (full) await workers.add(full);
      }
    }
    await workers.add(batcher.take());
    await workers.drain();
    await withRetry(() => saveRunNotes(pool, run.id, 0, pending));
    await publishRun(pool, run.id, { onStep: report });
    report('done');
    const { stored, known, mentions, problems } = sum;
    return { runId: run.id, stored, known, mentions, problems };
  } finally {
    await workers.end();
    await run.release();
  }
}
