import { parentPort, workerData } from 'node:worker_threads';
import { loadResources } from '@/lib/resources';
import { getPool } from '@/lib/store/client';
import { Registry } from '@/lib/store/registry';
import { withRetry } from '@/lib/store/retry';
import type { ThreadData } from '@/lib/threads/start-thread';
import { reextractBatch } from './reextract-batch';
import type { ReextractBatch, ReextractDone, ReextractSetup } from './reextract-messages';
import type { Reply } from './worker-pool';

const port = parentPort;
if (!port) throw new Error('this file is the start of a worker thread');
const { setup } = workerData as ThreadData<ReextractSetup>;
const reply = (message: Reply<ReextractDone>) => port.postMessage(message);

const resources = loadResources(setup.dataDir, setup.lexicons);
const pool = await getPool('write');
const registry = new Registry(pool);

port.on('message', async ({ ordinal, ids }: ReextractBatch) => {
  try {
    const changed = await withRetry(() => reextractBatch(ids, { pool, registry, resources }));
    reply({ kind: 'done', ordinal, documents: ids.length, changed });
  } catch (error) {
    reply({ kind: 'failed', message: (error as Error).stack ?? String(error) });
  }
});
reply({ kind: 'ready' });
