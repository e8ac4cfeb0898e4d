import type { Worker } from 'node:worker_threads';
import { startThread } from '@/lib/threads/start-thread';
import type { WorkerBatch, WorkerReply, WorkerSetup } from './worker-messages';

/** So many batches lie with one worker at a time: one in work, one waiting, so that it never idles. */
const AHEAD = 2;

interface Seat {
  readonly worker: Worker;
  waiting: number;
}

type Done = Extract<WorkerReply, { kind: 'done' }>;

/** Threads that turn batches into stored documents. The first failure ends the pool: later calls throw it. */
export class WorkerPool {
  private readonly seats: Seat[] = [];
  private failure: Error | null = null;
  private wake: () => void = () => undefined;

  constructor(
    size: number,
    setup: WorkerSetup,
    private readonly onDone: (done: Done) => void,
  ) {
    for (let i = 0; i < size; i++) {
      const worker = startThread(new URL('./worker.ts', import.meta.url), setup);
      const seat: Seat = { worker, waiting: 0 };
      worker.on('message', (message: WorkerReply) => this.onMessage(seat, message));
      worker.on('error', (error) => this.fail(error));
      worker.on('exit', (code) => code !== 0 && this.fail(new Error(`a worker ended with code ${code}`)));
      this.seats.push(seat);
    }
  }

  private onMessage(seat: Seat, message: WorkerReply): void {
    if (message.kind === 'ready') return;
    seat.waiting--;
    if (message.kind === 'failed') this.fail(new Error(message.message));
    else this.onDone(message);
    this.wake();
  }

  private fail(error: Error): void {
    this.failure ??= error;
    this.wake();
  }

  private async until(condition: () => boolean): Promise<void> {
    while (!this.failure && !condition()) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    if (this.failure) throw this.failure;
  }

  /** Hands a batch to the least busy worker; waits while all are busy. */
  async add(batch: WorkerBatch): Promise<void> {
    await this.until(() => this.seats.some((s) => s.waiting < AHEAD));
    const seat = this.seats.reduce((a, b) => (b.waiting < a.waiting ? b : a));
    seat.waiting++;
    seat.worker.postMessage(batch);
  }

  /** Waits until every batch is stored. */
  async drain(): Promise<void> {
    await this.until(() => this.seats.every((s) => s.waiting === 0));
  }

  async end(): Promise<void> {
    for (const { worker } of this.seats) worker.removeAllListeners('exit');
    await Promise.all(this.seats.map((s) => s.worker.terminate()));
  }
}
