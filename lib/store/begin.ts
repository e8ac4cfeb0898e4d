import type { ClientBase } from 'pg';

/**
 * Begins a transaction that writes. Ignored by a plain server: on a Citus coordinator a transaction that reads many
 * shards at once and then writes to a table that every node has would be refused (docs/scale.md, rule 5).
 */
export async function begin(client: ClientBase): Promise<void> {
  await client.query("BEGIN; SET LOCAL citus.multi_shard_modify_mode TO 'sequential'");
}
