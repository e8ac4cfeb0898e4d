import { setTimeout as sleep } from 'node:timers/promises';
import { makeWorkerUtils } from 'graphile-worker';
import type { Pool } from 'pg';
import { DEMO_SOURCE } from '@/lib/demo/generate-demo';
import { publicationKey, queuedBatches } from '@/lib/store/queued-jobs';
import { withRetry } from '@/lib/store/retry';
import { saveRunNotes } from '@/lib/store/run-notes';
import type { RunSettings } from '@/lib/store/run-settings';
import { openRun } from '@/lib/store/runs';
import { Batcher } from '../batcher';
import { type IngestOptions, openForIngestion, publishAbandoned, startedBy } from '../ingest';
import type { Problem, ReadItem } from '../read/raw-document';
import {
  ATTEMPTS,
  INGEST_TASK,
  jobKey,
  PUBLISH_TASK,
  packDocuments,
  type QueuedBatch,
} from './queued-batches';

export interface EnqueueOptions {
  readonly source?: string | null;
  readonly synthetic?: readonly string[];
  /** So many batches lie in the queue at most: a reader is faster than the workers. */
  readonly ahead?: number;
  /** How the command was given, kept with the run. */
  readonly settings?: RunSettings;
  readonly onProblem?: (problem: Problem) => void;
  readonly onProgress?: (progress: { batches: number; waiting: number }) => void;
}

const WAIT_MS = 500;

/**
 * Reads documents into the queue, for the workers of all hosts, and asks them to publish the run when its last batch
 * is done. Gives the number of the run. Stopped in the middle, what is in the queue is done and the rest is not:
 * reading the same again goes on from there.
 */
export async function enqueue(
  pool: Pool,
  items: AsyncIterable<ReadItem>,
  inputs: readonly string[],
  options: EnqueueOptions = {},
): Promise<number> {
  const queue = await makeWorkerUtils({ pgPool: pool });
  await queue.migrate();
  await publishAbandoned(pool);
  const run = await withRetry(() => openRun(pool, startedBy(), inputs, options.settings));
  const problems: Problem[] = [];
  const batcher = new Batcher();
  let batches = 0;
  const add = async ({ ordinal, documents }: ReturnType<Batcher['take']>) => {
    const { source = null, synthetic = [DEMO_SOURCE] } = options;
    const payload: QueuedBatch = {
      runId: run.id,
      ordinal,
      source,
      synthetic,
      documents: packDocuments(documents),
    };
    await withRetry(() =>
      queue.addJob(INGEST_TASK, payload, { jobKey: jobKey(run.id, ordinal), maxAttempts: ATTEMPTS }),
    );
    batches++;
    for (let waiting = await queuedBatches(pool, run.id); ; waiting = await queuedBatches(pool, run.id)) {
      options.onProgress?.({ batches, waiting });
      if (waiting < (options.ahead ?? 200)) return;
      await sleep(WAIT_MS);
    }
  };
  try {
    for await (const item of items) {
      if ('problem' in item) {
        problems.push(item.problem);
        options.onProblem?.(item.problem);
      } else {
        const full = batcher.add(item.document);
        if (full) await add(full);
      }
    }
    const rest = batcher.take();
    if (rest.documents.length > 0) await add(rest);
    await withRetry(() => saveRunNotes(pool, run.id, 0, problems));
    await withRetry(() => queue.addJob(PUBLISH_TASK, { runId: run.id }, { jobKey: publicationKey(run.id) }));
    return run.id;
  } finally {
    await run.release();
    await queue.release();
  }
}

/** As `ingest`, by the workers of all hosts. Gives the number of the run, which they publish. */
export async function ingestByQueue(
  pool: Pool,
  paths: readonly string[],
  options: EnqueueOptions & Pick<IngestOptions, 'dataDir' | 'columns' | 'fetch' | 'refresh' | 'downloads'>,
): Promise<number> {
  const { inputs, keep } = await openForIngestion(pool, paths, options);
  const run = await enqueue(pool, inputs.items, paths, options);
  await keep();
  return run;
}
