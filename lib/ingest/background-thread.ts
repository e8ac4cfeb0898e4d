// A thread that does what follows an ingestion, beside a process that has other things to do.
import { workerData } from 'node:worker_threads';
import { closeConnections, getPool } from '@/lib/store/client';
import type { ThreadData } from '@/lib/threads/start-thread';
import { runBackgroundJobs } from './background';

const { setup } = workerData as ThreadData<{ readonly dataDir: string }>;
try {
  await runBackgroundJobs(await getPool('write'), setup);
} finally {
  await closeConnections();
}
