// An ingester that a drill can hurt: the arguments are paths; the message "kill-worker" ends one of its threads.
import { findDataDir } from '@/lib/resources';
import { closeConnections, getPool } from '@/lib/store/client';
import { ingest } from '../ingest';

const pool = await getPool('write');
process.send?.('started');
try {
  const { stored } = await ingest(pool, process.argv.slice(2), {
    dataDir: findDataDir(),
    workers: 2,
    onWorkers: (killOne) => process.on('message', () => void killOne()),
  });
  process.send?.(`stored ${stored}`);
} finally {
  await closeConnections();
  process.disconnect?.();
}
