import type { Pool } from 'pg';
import { type BackgroundOptions, runBackgroundJobs } from '@/lib/ingest/background';
import type { JobName } from '@/lib/store/background-jobs';
import { JOB_LABELS } from './job-labels';
import { startPace } from './pace';
import { statusLine } from './status-line';

/** Does what follows an ingestion and tells of it on stderr. */
export async function followUp(pool: Pool, options: Omit<BackgroundOptions, 'onProgress'>): Promise<void> {
  const status = statusLine();
  const paces = new Map<JobName, ReturnType<typeof startPace>>();
  const outcomes = await runBackgroundJobs(pool, {
    ...options,
    onProgress: (job, done, total) => {
      const pace = paces.get(job) ?? startPace();
      paces.set(job, pace);
      status(`${JOB_LABELS[job]}: ${pace(done, total)}`);
    },
  });
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  const told = Object.entries(outcomes) as [JobName, string][];
  for (const [job, outcome] of told)
    console.error(`${JOB_LABELS[job]}: ${outcome === 'taken' ? 'another process is at it' : 'up to date'}`);
}
