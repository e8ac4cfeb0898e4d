// Runs beside the dashboard: brings the phrase index and the candidates up to what ingestions of other processes
// published. Ends with the process that started it.
import { setTimeout as sleep } from 'node:timers/promises';
import { runBackgroundJobs } from '@/lib/ingest/background';
import { findDataDir } from '@/lib/resources';
import { closeConnections, getPool } from '@/lib/store/client';
import { embeddedUrl } from '@/lib/store/embedded';

const EVERY_MS = 15_000;

/** A database that somebody stopped is not started again for this. */
async function isUp(): Promise<boolean> {
  return process.env.DATABASE_URL !== undefined || (await embeddedUrl()) !== undefined;
}

let complained = '';
for (;;) {
  try {
    if (await isUp()) await runBackgroundJobs(await getPool('write'), { dataDir: findDataDir() });
    complained = '';
  } catch (error) {
    const { message } = error as Error;
    if (message !== complained) console.error(`background: ${message}; tried again from time to time`);
    complained = message;
    await closeConnections(); // it may come back at another address
  }
  await sleep(EVERY_MS);
}
