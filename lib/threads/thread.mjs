// Worker threads do not inherit the TypeScript loader of the main thread on Node 20: register it, then go on.
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import(workerData.module);
