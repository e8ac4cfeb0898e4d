import { Command, InvalidArgumentError } from 'commander';
import { BackgroundBeside } from '@/lib/ingest/background-beside';
import { loadReference } from '@/lib/ingest/load-reference';
import { runWorker } from '@/lib/ingest/queue/run-worker';
import { findDataDir } from '@/lib/resources';
import { closeConnections, getPool } from '@/lib/store/client';
import { ensureDatabase } from '@/lib/store/embedded';
import { migrate } from '@/lib/store/migrate';
import { runCommand } from './command/run-command';

function threads(text: string): number {
  if (!/^\d{1,2}$/.test(text) || Number(text) === 0 || Number(text) > 32)
    throw new InvalidArgumentError('a whole number from 1 to 32, please');
  return Number(text);
}

await runCommand(
  new Command('worker')
    .description(
      'Takes batches from the queue on the shared database and extracts and stores them, until it is stopped. Any number of hosts may run one; npm run ingest -- --queue fills the queue.',
    )
    .option('--threads <n>', 'batches at a time (default: one for each core)', threads)
    .action(async (options: { threads?: number }) => {
      const dataDir = findDataDir();
      try {
        await migrate((await ensureDatabase()).url);
        const pool = await getPool('write');
        await loadReference(pool, dataDir);
        const beside = new BackgroundBeside(dataDir, console.error);
        const worker = await runWorker(pool, {
          dataDir,
          log: console.log,
          onPublished: () => beside.start(),
          ...options,
        });
        // Once: after the batches at hand. Twice: at once, which harms nothing either.
        process.once('SIGINT', () => void worker.stop());
        process.once('SIGTERM', () => void worker.stop());
        await worker.ended.finally(() => beside.stop());
      } finally {
        await closeConnections();
      }
    }),
);
