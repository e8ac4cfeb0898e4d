import { createWriteStream, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pool } from 'pg';
import { generateDemo } from '@/lib/demo/generate-demo';
import { loadReference } from '@/lib/ingest/load-reference';
import { findDataDir } from '@/lib/resources';
import { closeConnections, getPool } from '@/lib/store/client';
import { ensureDatabase, stopDatabase } from '@/lib/store/embedded';
import { migrate } from '@/lib/store/migrate';

/** Generated documents as lines of JSON; gives the bytes of the file. */
export async function writeDocuments(file: string, documents: number): Promise<number> {
  function* lines() {
    for (const { truth: _, ...d } of generateDemo({ seed: 1, documents })) yield `${JSON.stringify(d)}\n`;
  }
  await pipeline(Readable.from(lines()), createWriteStream(file));
  return statSync(file).size;
}

export interface EmptyDatabase {
  /** A temporary folder; the database lies in it. */
  readonly folder: string;
  readonly dataDir: string;
  readonly url: string;
  readonly pool: Pool;
}

/** An embedded database of its own with the reference data and nothing else, gone afterwards. */
export async function withEmptyDatabase<T>(work: (database: EmptyDatabase) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'tifa-bench-'));
  process.env.TIFA_DATA = folder;
  const dataDir = findDataDir();
  try {
    const { url } = await ensureDatabase();
    await migrate(url);
    const pool = await getPool('write');
    await loadReference(pool, dataDir);
    return await work({ folder, dataDir, url, pool });
  } finally {
    await closeConnections();
    await stopDatabase();
    await rm(folder, { recursive: true, force: true });
  }
}
