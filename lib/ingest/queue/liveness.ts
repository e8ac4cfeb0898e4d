import type { Pool, PoolClient } from 'pg';
import { withRetry } from '@/lib/store/retry';

/** Distinguishes these advisory locks from those of runs: "work" in ASCII. */
const LOCK_CLASS = 0x776f726b;

/**
 * How a host knows that the worker of another one died: a live worker holds an advisory lock named after it, on a
 * connection that ends with its process.
 */
export class Liveness {
  /** One for all workers of the process: two that begin at once must not take two. */
  private client: Promise<PoolClient> | null = null;
  private readonly names = new Set<string>();
  private stopped = false;

  constructor(private readonly pool: Pool) {}

  private connection(): Promise<PoolClient> {
    this.client ??= this.connect();
    return this.client;
  }

  private async connect(): Promise<PoolClient> {
    const client = await this.pool.connect();
    client.once('error', () => {
      this.client = null;
      client.release(true);
      if (!this.stopped) withRetry(() => this.holdAll()).catch(() => undefined);
    });
    return client;
  }

  private async holdAll(): Promise<void> {
    const client = await this.connection();
    for (const name of this.names)
      await client.query('SELECT pg_advisory_lock_shared($1, hashtext($2))', [LOCK_CLASS, name]);
  }

  /** Says that a worker of this process lives. */
  async announce(name: string): Promise<void> {
    this.names.add(name);
    const client = await this.connection();
    await client.query('SELECT pg_advisory_lock_shared($1, hashtext($2))', [LOCK_CLASS, name]);
  }

  /** Workers that hold jobs and do not live any more. */
  async deadHolders(): Promise<string[]> {
    const { rows } = await this.pool.query<{ name: string }>(
      'SELECT DISTINCT locked_by AS name FROM graphile_worker.jobs WHERE locked_by IS NOT NULL',
    );
    const dead: string[] = [];
    for (const { name } of rows) {
      if (this.names.has(name)) continue;
      const { rows: tried } = await this.pool.query<{ free: boolean }>(
        // Held for the length of this statement only.
        'SELECT pg_try_advisory_xact_lock($1, hashtext($2)) AS free',
        [LOCK_CLASS, name],
      );
      if (tried[0]?.free) dead.push(name);
    }
    return dead;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    const client = this.client;
    this.client = null;
    await client?.then(
      (open) => open.release(true),
      () => undefined,
    );
  }
}
