import { EventEmitter } from 'node:events';
import { type JobHelpers, Logger, makeWorkerUtils, run, type WorkerEvents } from 'graphile-worker';
import type { Pool } from 'pg';
import { publicationKey, queuedBatches } from '@/lib/store/queued-jobs';
import { saveRunNotes } from '@/lib/store/run-notes';
import { publishRun } from '@/lib/store/runs';
import { defaultWorkers } from '../ingest';
import type { BatchDone, WorkerBatch, WorkerSetup } from '../worker-messages';
import { WorkerPool } from '../worker-pool';
import { Liveness } from './liveness';
import { INGEST_TASK, PUBLISH_TASK, type QueuedBatch, unpackDocuments } from './queued-batches';

export interface WorkerOptions {
  readonly dataDir: string;
  readonly threads?: number;
  /** How often the jobs of dead workers are looked for. */
  readonly sweepMs?: number;
  readonly log?: (line: string) => void;
  /** Told of every run that was published: what follows may begin. */
  readonly onPublished?: (runId: number) => void;
}

export interface RunningWorker {
  /** Resolves when the worker has ended, rejects when it failed. */
  readonly ended: Promise<void>;
  /** Ends it after the batches at hand. */
  stop(): Promise<void>;
}

/** The notes that a worker writes into a run begin here, so that those of the reader do not meet them. */
const FIRST_NOTE = 1_000_000;
const NOTES_A_BATCH = 1_000;
const AGAIN_MS = 2_000;

/** Threads that answer by promise. */
class Threads {
  private readonly open = new Map<number, (done: BatchDone) => void>();
  private ordinal = 0;
  private readonly pool: WorkerPool<WorkerSetup, WorkerBatch, BatchDone>;

  constructor(size: number, dataDir: string) {
    this.pool = new WorkerPool<WorkerSetup, WorkerBatch, BatchDone>({
      module: new URL('../worker.ts', import.meta.url),
      size,
      setup: { runId: 0, dataDir, lexicons: [], source: null, synthetic: [] },
      onDone: (done) => {
        this.open.get(done.ordinal)?.(done);
        this.open.delete(done.ordinal);
      },
    });
  }

  async work(batch: Omit<WorkerBatch, 'ordinal'>): Promise<BatchDone> {
    const ordinal = this.ordinal++;
    const done = new Promise<BatchDone>((resolve) => this.open.set(ordinal, resolve));
    await this.pool.add({ ...batch, ordinal });
    return Promise.race([done, this.pool.failed]);
  }

  end(): Promise<void> {
    return this.pool.end();
  }
}

async function ingestBatch(
  pool: Pool,
  threads: Threads,
  batch: QueuedBatch,
  helpers: JobHelpers,
): Promise<BatchDone> {
  const { runId, source, synthetic } = batch;
  const first = FIRST_NOTE + batch.ordinal * NOTES_A_BATCH;
  try {
    const done = await threads.work({
      documents: unpackDocuments(batch.documents),
      runId,
      source,
      synthetic,
    });
    await saveRunNotes(pool, runId, first, done.problems.slice(0, NOTES_A_BATCH));
    return done;
  } catch (error) {
    const { attempts, max_attempts: most } = helpers.job;
    if (attempts >= most) {
      const detail = `the batch failed ${attempts} times: ${(error as Error).message.slice(0, 500)}`;
      await saveRunNotes(pool, runId, first, [
        { input: `batch ${batch.ordinal}`, line: null, code: 'batch-failed', detail },
      ]);
    }
    throw error;
  }
}

/**
 * Takes batches from the queue and works on them until it is stopped, on any number of hosts: each batch once in
 * effect, also where a worker dies in the middle. The last batch done, the run is published.
 */
export async function runWorker(pool: Pool, options: WorkerOptions): Promise<RunningWorker> {
  const size = options.threads ?? defaultWorkers();
  const utils = await makeWorkerUtils({ pgPool: pool });
  await utils.migrate();
  const liveness = new Liveness(pool);
  const threads = new Threads(size, options.dataDir);
  const events: WorkerEvents = new EventEmitter();
  events.on('worker:create', ({ worker }) => {
    liveness.announce(worker.workerId).catch((error: Error) => options.log?.(error.message));
  });
  const runner = await run({
    pgPool: pool,
    events,
    concurrency: size,
    pollInterval: 500,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') options.log?.(message);
    }),
    taskList: {
      [INGEST_TASK]: async (payload, helpers) => {
        const batch = payload as QueuedBatch;
        const { stored, known, problems } = await ingestBatch(pool, threads, batch, helpers);
        options.log?.(
          `run ${batch.runId}, batch ${batch.ordinal}: ${stored} stored, ${known} known already, ${problems.length} not readable`,
        );
      },
      [PUBLISH_TASK]: async (payload, helpers) => {
        const { runId } = payload as { runId: number };
        if ((await queuedBatches(pool, runId)) > 0) {
          const runAt = new Date(Date.now() + AGAIN_MS);
          await helpers.addJob(PUBLISH_TASK, { runId }, { runAt, jobKey: publicationKey(runId) });
          return;
        }
        await publishRun(pool, runId);
        options.log?.(`run ${runId} is published`);
        options.onPublished?.(runId);
      },
    },
  });
  const sweep = setInterval(async () => {
    try {
      const dead = await liveness.deadHolders();
      if (dead.length > 0) {
        await utils.forceUnlockWorkers(dead);
        options.log?.(`the jobs of ${dead.length} workers that died are free again`);
      }
    } catch (error) {
      options.log?.((error as Error).message);
    }
  }, options.sweepMs ?? 10_000);
  const end = async () => {
    clearInterval(sweep);
    await threads.end();
    await liveness.stop();
    await utils.release();
  };
  return { ended: runner.promise.finally(end), stop: () => runner.stop() };
}
