import { parentPort, workerData } from 'node:worker_threads';
import { loadResources } from '@/lib/resources';
import { getPool } from '@/lib/store/client';
import { Registry } from '@/lib/store/registry';
import type { ThreadData } from '@/lib/threads/start-thread';
import { processBatch } from './process-batch';
import type { BatchDone, WorkerBatch, WorkerSetup } from './worker-messages';
import type { Reply } from './worker-pool';

const port = parentPort;
if (!port) throw new Error('this file is the start of a worker thread');
const { setup } = workerData as ThreadData<WorkerSetup>;
const reply = (message: Reply<BatchDone>) => port.postMessage(message);

const resources = loadResources(setup.dataDir, setup.lexicons);
const pool = await getPool('write');
const registry = new Registry(pool, new Set(setup.synthetic));

port.on('message', async (batch: WorkerBatch) => {
  try {
    const bytes = batch.documents.reduce((sum, d) => sum + d.bytes.length, 0);
    const { runId = setup.runId, source = setup.source } = batch;
    for (const name of batch.synthetic ?? []) registry.addSynthetic(name);
    const saved = await processBatch(batch.documents, { pool, registry, resources, runId, source });
    const { stored, known, mentions, problems } = saved;
    reply({ kind: 'done', ordinal: batch.ordinal, bytes, stored, known, mentions, problems });
  } catch (error) {
    reply({ kind: 'failed', message: (error as Error).stack ?? String(error) });
  }
});
reply({ kind: 'ready' });
