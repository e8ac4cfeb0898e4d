import { parentPort, workerData } from 'node:worker_threads';
import { extract } from '@/lib/extract';
import { loadResources } from '@/lib/resources';
import type { ThreadData } from '@/lib/threads/start-thread';
import { toInput } from './bench-input';

/** Which texts a thread is to extract: every `step`-th from `first` on. */
export interface Share {
  readonly first: number;
  readonly step: number;
}

const { setup: texts } = workerData as ThreadData<Uint8Array[]>;
const resources = loadResources();
parentPort?.on('message', ({ first, step }: Share) => {
  for (let i = first; i < texts.length; i += step) extract(toInput(texts[i] as Uint8Array), resources);
  parentPort?.postMessage('done');
});
parentPort?.postMessage('ready');
