import type { Pool } from 'pg';
import { LOCK_CLASS } from '@/lib/store/locks';
import { dropStaging, openStaging, swapStaged } from '@/lib/store/staging';
import { defaultWorkers, publishAbandoned } from './ingest';
import type { ReextractBatch, ReextractDone, ReextractSetup } from './reextract-messages';
import { WorkerPool } from './worker-pool';

export interface ReextractOptions {
  readonly dataDir: string;
  /** Lexicon files besides the shipped ones: the same as at ingestion, or their slogans are gone. */
  readonly lexicons?: readonly string[];
  readonly workers?: number;
  /** Only these documents, by number; all of them unless told. */
  readonly only?: readonly string[];
  readonly onProgress?: (progress: ReextractProgress) => void;
}

export interface ReextractProgress {
  readonly phase: 'extracting' | 'swapping' | 'done';
  readonly documents: number;
  readonly changed: number;
  readonly total: number;
}

const BATCH = 200;
/** The second half of the advisory lock; runs have positive numbers. */
const LOCK = -1;

/** The numbers of published documents, in batches, in order. */
async function* batchesOf(pool: Pool, only: readonly string[] | null): AsyncGenerator<string[]> {
  for (let after = '-1'; ; ) {
    const { rows } = await pool.query<{ id: string }>(
      `SELECT d.id::text AS id FROM document d JOIN run u ON u.id = d.run_id AND u.status = 'published'
       WHERE d.id > $1 AND ($2::bigint[] IS NULL OR d.id = ANY($2::bigint[])) ORDER BY d.id LIMIT ${BATCH}`,
      [after, only],
    );
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((r) => r.id);
    after = last.id;
  }
}

async function work(pool: Pool, options: ReextractOptions): Promise<ReextractProgress> {
  const counted = await pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM document d JOIN run u ON u.id = d.run_id
     WHERE u.status = 'published' AND ($1::bigint[] IS NULL OR d.id = ANY($1::bigint[]))`,
    [options.only ?? null],
  );
  const sum = { documents: 0, changed: 0, total: counted.rows[0]?.n ?? 0 };
  await openStaging(pool);
  const workers = new WorkerPool<ReextractSetup, ReextractBatch, ReextractDone>({
    module: new URL('./reextract-worker.ts', import.meta.url),
    size: options.workers ?? defaultWorkers(),
    setup: { dataDir: options.dataDir, lexicons: options.lexicons ?? [] },
    onDone: (done) => {
      sum.documents += done.documents;
      sum.changed += done.changed;
      options.onProgress?.({ phase: 'extracting', ...sum });
    },
  });
  try {
    let ordinal = 0;
    for await (const ids of batchesOf(pool, options.only ?? null))
      await workers.add({ ordinal: ordinal++, ids });
    await workers.drain();
  } finally {
    await workers.end();
  }
  options.onProgress?.({ phase: 'swapping', ...sum });
  if (sum.changed > 0) await swapStaged(pool, sum.changed);
  else await dropStaging(pool);
  return { phase: 'done', ...sum };
}

/**
 * Extracts all published documents again from their stored originals, after a change of the lexicon or the rules,
 * and puts those that came out otherwise in the place of the old ones, all at once: readers see the old state until
 * the new one is complete. Stopped anywhere before, it has changed nothing.
 * @throws when another one is at work
 */
export async function reextract(pool: Pool, options: ReextractOptions): Promise<ReextractProgress> {
  await publishAbandoned(pool);
  const client = await pool.connect();
  client.on('error', () => undefined);
  try {
    const { rows } = await client.query<{ ok: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS ok', [
      LOCK_CLASS,
      LOCK,
    ]);
    if (!rows[0]?.ok) throw new Error('documents are being extracted again already, by another process');
    const result = await work(pool, options);
    options.onProgress?.(result);
    return result;
  } finally {
    // Closing the connection lets go of the lock, also where the server was away meanwhile.
    client.release(true);
  }
}
