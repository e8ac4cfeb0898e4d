import { Worker } from 'node:worker_threads';

/** What `start-thread` hands to a thread: the module to run, and what that module is told. */
export interface ThreadData<Setup> {
  readonly module: string;
  readonly setup: Setup;
}

/** Runs a TypeScript module as a worker thread. The module finds `setup` in `workerData.setup`. */
export function startThread<Setup>(module: URL, setup: Setup): Worker {
  const data: ThreadData<Setup> = { module: module.href, setup };
  return new Worker(new URL('./thread.mjs', import.meta.url), { workerData: data });
}
