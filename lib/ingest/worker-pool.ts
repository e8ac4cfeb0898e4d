import type { Worker } from 'node:worker_threads';
import { startThread } from '@/lib/threads/start-thread';

/** So many batches lie with one worker at a time: one in work, one waiting, so that it never idles. */
const AHEAD = 2;
/** So many threads may die before the pool gives up: a batch that kills its thread would kill all of them. */
const DEATHS = 3;

/** What threads are given, one at a time, and how they answer; the number says which batch is meant. */
export interface Ordered {
  readonly ordinal: number;
}
export type Reply<Done extends Ordered> =
  | { readonly kind: 'ready' }
  | ({ readonly kind: 'done' } & Done)
  | { readonly kind: 'failed'; readonly message: string };

interface Seat<Batch> {
  worker: Worker;
  /** Handed over and not answered yet. */
  readonly waiting: Map<number, Batch>;
}

export interface PoolOptions<Setup, Done> {
  /** The module that the threads run. */
  readonly module: URL;
  readonly size: number;
  readonly setup: Setup;
  readonly onDone: (done: Done) => void;
}

/**
 * Threads that work on batches, such as turning them into stored documents. A thread that dies is replaced and its batches are done again,
 * which stores nothing twice; the first failure that is not such ends the pool: later calls throw it.
 */
export class WorkerPool<Setup, Batch extends Ordered, Done extends Ordered> {
  private readonly seats: Seat<Batch>[] = [];
  private failure: Error | null = null;
  private deaths = 0;
  private ended = false;
  private wakers: (() => void)[] = [];
  private rejectFailed: (error: Error) => void = () => undefined;
  /** Rejects when the pool fails; never resolves. */
  readonly failed = new Promise<never>((_, reject) => {
    this.rejectFailed = reject;
  });

  constructor(private readonly options: PoolOptions<Setup, Done>) {
    this.failed.catch(() => undefined); // also where nobody waits for it
    for (let i = 0; i < options.size; i++) this.seats.push(this.fill({ waiting: new Map() }));
  }

  private fill(empty: Pick<Seat<Batch>, 'waiting'> & Partial<Seat<Batch>>): Seat<Batch> {
    const worker = startThread(this.options.module, this.options.setup);
    const seat: Seat<Batch> = Object.assign(empty, { worker });
    let reason: Error | null = null;
    worker.on('message', (message: Reply<Done>) => this.onMessage(seat, message));
    worker.on('error', (error) => {
      reason = error;
    });
    worker.on('exit', (code) => {
      if (!this.ended) this.replace(seat, reason ?? new Error(`a worker ended with code ${code}`));
    });
    return seat;
  }

  private replace(seat: Seat<Batch>, reason: Error): void {
    if (++this.deaths > DEATHS) {
      this.fail(reason);
      return;
    }
    this.fill(seat);
    for (const batch of seat.waiting.values()) seat.worker.postMessage(batch);
  }

  private onMessage(seat: Seat<Batch>, message: Reply<Done>): void {
    if (message.kind === 'ready') return;
    if (message.kind === 'failed') this.fail(new Error(message.message));
    else {
      seat.waiting.delete(message.ordinal);
      this.options.onDone(message);
    }
    this.wake();
  }

  private wake(): void {
    const wakers = this.wakers;
    this.wakers = [];
    for (const waker of wakers) waker();
  }

  private fail(error: Error): void {
    this.failure ??= error;
    this.rejectFailed(error);
    this.wake();
  }

  private async until(condition: () => boolean): Promise<void> {
    while (!this.failure && !condition()) {
      await new Promise<void>((resolve) => {
        this.wakers.push(resolve);
      });
    }
    if (this.failure) throw this.failure;
  }

  /** Ends one thread in the middle of its work, as a crash would: for drills. */
  async killOne(): Promise<void> {
    await this.seats[this.deaths % this.seats.length]?.worker.terminate();
  }

  /** Hands a batch to the least busy worker; waits while all are busy. */
  async add(batch: Batch): Promise<void> {
    await this.until(() => this.seats.some((s) => s.waiting.size < AHEAD));
    const seat = this.seats.reduce((a, b) => (b.waiting.size < a.waiting.size ? b : a));
    seat.waiting.set(batch.ordinal, batch);
    seat.worker.postMessage(batch);
  }

  /** Waits until every batch is stored. */
  async drain(): Promise<void> {
    await this.until(() => this.seats.every((s) => s.waiting.size === 0));
  }

  async end(): Promise<void> {
    this.ended = true;
    await Promise.all(this.seats.map((s) => s.worker.terminate()));
  }
}
