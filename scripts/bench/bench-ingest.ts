import { join } from 'node:path';
import type { Pool } from 'pg';
import { ingest } from '@/lib/ingest/ingest';
import { findDataDir } from '@/lib/resources';
import { buildPhraseIndex } from '@/lib/store/phrase-index';
import type { BenchResult } from './bench-result';
import { withEmptyDatabase, writeDocuments } from './empty-database';
import { ingestAlternatives } from './ingest-alternatives';
import { PeakMemory } from './peak-memory';
import { seconds } from './rounds';

/** From so many documents on memory has to be flat. */
const FLAT_FROM = 100_000;

async function bytesOf(pool: Pool, sql: string): Promise<number> {
  return Number((await pool.query<{ bytes: string }>(sql)).rows[0]?.bytes);
}

/** First and second ingestion of a file, then the phrase index; seconds until every chart is right. */
async function measure(pool: Pool, file: string, bytes: number, documents: number): Promise<BenchResult> {
  const options = { dataDir: findDataDir() };
  const size = 'SELECT pg_database_size(current_database())::text AS bytes';
  const empty = await bytesOf(pool, size);
  const memory = new PeakMemory();
  let [mentions, reading, flat] = [0, 0, 0];
  const begun = Date.now();
  const onProgress = (p: { phase: string; documents: number }) => {
    if (p.documents <= FLAT_FROM) flat = memory.mb;
    if (p.phase === 'reading') reading = (Date.now() - begun) / 1000;
  };
  const first = await seconds(async () => {
    mentions = (await ingest(pool, [file], { ...options, onProgress })).mentions;
  });
  const peakMb = memory.mb;
  const stored = (await bytesOf(pool, size)) - empty;
  const again = await seconds(async () => void (await ingest(pool, [file], options)));
  const indexing = await seconds(async () => void (await buildPhraseIndex(pool)));
  memory.stop();
  const indexed = await bytesOf(pool, "SELECT pg_total_relation_size('document_gram')::text AS bytes");
  return {
    ...{
      documents,
      bytes,
      mentions,
      seconds: first,
      readingSeconds: reading,
      countingSeconds: first - reading,
    },
    ...{
      documentsPerSecond: documents / first,
      mbPerSecond: bytes / 1e6 / first,
      mentionsPerSecond: mentions / first,
    },
    ...{ peakMb, peakMbUntil100k: flat, bytesPerDocument: stored / documents, again },
    ...{ indexSeconds: indexing, indexBytesPerDocument: indexed / documents },
  };
}

/**
 * Generated documents from a file into an empty database in a temporary folder: until every chart is right, once more,
 * and what a user would do instead. All of it runs in this process, whose memory is therefore that of all Node processes.
 */
export async function benchIngest(options: { documents: number }): Promise<BenchResult> {
  return withEmptyDatabase(async ({ folder, dataDir, url, pool }) => {
    const file = join(folder, 'documents.jsonl');
    const bytes = await writeDocuments(file, options.documents);
    const measured = await measure(pool, file, bytes, options.documents);
    return { node: process.version, ...measured, ...(await ingestAlternatives(dataDir, url)) };
  });
}
