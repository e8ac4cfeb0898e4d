import { execFileSync } from 'node:child_process';
import { rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { DrillDatabase, exitOf } from './drill-database';
import { differences } from './fingerprint';

export interface FullDiskOptions {
  /** An empty folder; a small file system is mounted in it meanwhile. */
  readonly folder: string;
  readonly documents: number;
  readonly seed: number;
  readonly log: (line: string) => void;
}

export interface FullDiskResult {
  /** How the ingestion ended that met the full disk. */
  readonly code: number | null;
  /** What it had stored by then. */
  readonly stored: number;
  /** Tables that differ from an undisturbed ingestion once there was space again and the same was read again. */
  readonly differing: readonly string[];
}

const MB = 1024 * 1024;
const INGESTER = 'lib/ingest/drill/ingester.ts';
/** Of the disk so much is left free: some batches and a part of the log. */
const LEFT_MB = 24;

async function meetFullDisk(db: DrillDatabase, small: string, log: FullDiskOptions['log']) {
  const ballast = join(small, 'ballast');
  const { bavail, bsize } = statfsSync(small);
  execFileSync('fallocate', ['-l', String(bavail * bsize - LEFT_MB * MB), ballast]);
  const code = await exitOf(db.start('filled', INGESTER, [db.texts]));
  log(`the disk is full: the ingestion ended with code ${code}`);
  rmSync(ballast);
  await db.restart();
  const stored = await db.withPool('filled', async (pool) => {
    const { rows } = await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM document');
    return rows[0]?.n ?? 0;
  });
  return { code, stored };
}

/**
 * Ingests on a disk that becomes full in the middle, then again once there is space, and compares with an ingestion that
 * was not disturbed.
 * @throws where this user may not mount a file system, or fallocate is missing
 */
export async function runFullDiskDrill(options: FullDiskOptions): Promise<FullDiskResult> {
  const { folder, log } = options;
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1g,mode=755', 'tmpfs', folder]);
  const db = new DrillDatabase(folder, log);
  try {
    await db.prepare(options.documents, options.seed);
    for (const name of ['steady', 'filled']) await db.fresh(name);
    if ((await exitOf(db.start('steady', INGESTER, [db.texts]))) !== 0)
      throw new Error('the undisturbed ingestion failed');
    const { code, stored } = await meetFullDisk(db, folder, log);
    const again = await exitOf(db.start('filled', INGESTER, [db.texts]));
    if (again !== 0) throw new Error(`with space again, the ingestion still ended with code ${again}`);
    return { code, stored, differing: differences(await db.print('steady'), await db.print('filled')) };
  } finally {
    await db.stop();
    execFileSync('umount', ['-l', folder]);
  }
}
