import { parentPort, workerData } from 'node:worker_threads';
import { extract } from '@/lib/extract';
import { loadResources } from '@/lib/resources';
import type { ThreadData } from '@/lib/threads/start-thread';
import { toInput } from './bench-input';

const { setup: texts } = workerData as ThreadData<Uint8Array[]>;
const resources = loadResources();
parentPort?.on('message', () => {
  for (const text of texts) extract(toInput(text), resources);
  parentPort?.postMessage('done');
});
parentPort?.postMessage('ready');
