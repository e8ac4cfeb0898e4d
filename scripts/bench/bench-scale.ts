import { join } from 'node:path';
import type { Pool } from 'pg';
import { ingest, type Progress } from '@/lib/ingest/ingest';
import { closeConnections, getPool } from '@/lib/store/client';
import { buildPhraseIndex } from '@/lib/store/phrase-index';
import type { BenchResult } from './bench-result';
import { type EmptyDatabase, withEmptyDatabase, writeDocuments } from './empty-database';
import { PeakMemory } from './peak-memory';
import { serverSeconds } from './processor-time';
import { seconds } from './rounds';
import { tableSizes } from './table-sizes';

interface Stage {
  readonly stage: string;
  readonly seconds: number;
  readonly documentsPerSecond: number;
  /** Seconds of processor time of this process, threads and all, and of the database server. */
  readonly node: number;
  readonly server: number | null;
}

/** Times of one moment, in seconds. */
interface Moment {
  readonly wall: number;
  readonly node: number;
  readonly server: number | null;
}

async function now(pool: Pool): Promise<Moment> {
  const { user, system } = process.cpuUsage();
  return { wall: Date.now() / 1000, node: (user + system) / 1e6, server: await serverSeconds(pool) };
}

/** How long each stage lasts. */
class Stopwatch {
  private readonly begun: { stage: string; at: Promise<Moment> }[] = [];

  constructor(private readonly pool: Pool) {}

  enter(stage: string): void {
    if (this.begun.at(-1)?.stage !== stage) this.begun.push({ stage, at: now(this.pool) });
  }

  /** All stages but the last, which the end is. */
  async stages(documents: number): Promise<Stage[]> {
    const moments = await Promise.all(this.begun.map(({ at }) => at));
    return this.begun.slice(0, -1).map(({ stage }, i) => {
      const [from, to] = [moments[i] as Moment, moments[i + 1] as Moment];
      const lasted = (of: (m: Moment) => number) => Math.round(100 * (of(to) - of(from))) / 100;
      const seconds = lasted((m) => m.wall);
      return {
        ...{ stage, seconds, documentsPerSecond: Math.round(documents / Math.max(0.001, seconds)) },
        node: lasted((m) => m.node),
        server: to.server === null || from.server === null ? null : lasted((m) => m.server ?? 0),
      };
    });
  }
}

async function sizes(pool: Pool): Promise<BenchResult> {
  const { rows } = await pool.query<{ documents: number; mentions: number; bytes: number; fixed: number }>(
    `SELECT (SELECT count(*)::int FROM document) AS documents, (SELECT count(*)::int FROM mention) AS mentions,
       (SELECT sum(pg_total_relation_size(oid))::float FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace) AS bytes,
       (SELECT sum(pg_total_relation_size(x))::float FROM unnest('{place,place_within,slogan,slogan_variant,event}'::regclass[]) x) AS fixed`,
  );
  const { documents = 0, mentions = 0, bytes = 0, fixed = 0 } = rows[0] ?? {};
  return {
    documents,
    mentions,
    totalMb: Math.round(bytes / 1e6),
    bytesPerDocument: Math.round((bytes - fixed) / Math.max(1, documents)),
    tables: await tableSizes(pool, documents),
  };
}

/** Bytes that the server has written to its log of changes (WAL) since it was made. */
async function logBytes(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ bytes: number }>(
    "SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float AS bytes",
  );
  return rows[0]?.bytes ?? 0;
}

async function fromNothing(
  { pool, folder, dataDir }: EmptyDatabase,
  documents: number,
): Promise<BenchResult> {
  const file = join(folder, 'documents.jsonl');
  const textBytes = await writeDocuments(file, documents);
  const memory = new PeakMemory();
  const before = await logBytes(pool);
  const watch = new Stopwatch(pool);
  watch.enter('reading');
  const onProgress = (p: Progress) => watch.enter(p.phase === 'done' ? 'counting' : p.phase);
  const taken = await seconds(async () => void (await ingest(pool, [file], { dataDir, onProgress })));
  const logBytesPerDocument = Math.round(((await logBytes(pool)) - before) / documents);
  watch.enter('phrase index');
  await buildPhraseIndex(pool);
  watch.enter('end');
  await pool.query('ANALYZE');
  const peakMb = Math.round(memory.mb);
  memory.stop();
  const mbPerSecond = Math.round(textBytes / 1e4 / taken) / 100;
  return {
    seconds: taken,
    logBytesPerDocument,
    mbPerSecond,
    peakMb,
    stages: await watch.stages(documents),
    ...(await sizes(pool)),
  };
}

/**
 * What a number of generated documents takes: seconds and documents a second of each stage, memory, and the size of each
 * table with its indexes; of the database that is there only the sizes (docs/scale.md).
 */
export async function benchScale(options: { documents: number; here: boolean }): Promise<BenchResult> {
  if (!options.here) return withEmptyDatabase((database) => fromNothing(database, options.documents));
  try {
    return await sizes(await getPool('read'));
  } finally {
    await closeConnections();
  }
}
