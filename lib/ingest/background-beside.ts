import type { Worker } from 'node:worker_threads';
import { startThread } from '@/lib/threads/start-thread';

/** Does the background jobs in a thread, one pass at a time; asked for again meanwhile, one more pass follows. */
export class BackgroundBeside {
  private thread: Worker | null = null;
  private again = false;

  constructor(
    private readonly dataDir: string,
    private readonly log: (line: string) => void = () => undefined,
  ) {}

  start(): void {
    if (this.thread) {
      this.again = true;
      return;
    }
    const thread = startThread(new URL('./background-thread.ts', import.meta.url), { dataDir: this.dataDir });
    this.thread = thread;
    // What it did not do stays due: the next pass, here or elsewhere, goes on from there.
    thread.on('error', (error) => this.log(`background: ${error.message}`));
    thread.on('exit', () => {
      this.thread = null;
      if (this.again) {
        this.again = false;
        this.start();
      }
    });
  }

  async stop(): Promise<void> {
    this.again = false;
    await this.thread?.terminate();
  }
}
