import type { PoolClient } from 'pg';

/**
 * The sets of documents that publishing, taking back and extracting anew work on, as temporary tables of one
 * transaction: `moving`, whose counts are not in the rollups at the moment, `arriving`, whose copies have to be
 * looked for, and `reworded`, whose text was extracted otherwise than before.
 */
export type WorkingSet = 'moving' | 'arriving' | 'reworded';

/** Fills a working set with the documents that a query names; gives their number. */
export async function makeSet(
  client: PoolClient,
  set: WorkingSet,
  query: string,
  parameters: readonly unknown[] = [],
): Promise<number> {
  await client.query(`DROP TABLE IF EXISTS pg_temp.${set}`);
  await client.query(`CREATE TEMP TABLE ${set} (document_id bigint PRIMARY KEY) ON COMMIT DROP`);
  const { rowCount } = await client.query(`INSERT INTO ${set} ${query}`, [...parameters]);
  // The planner knows nothing of a temporary table until it is told.
  await client.query(`ANALYZE ${set}`);
  return rowCount ?? 0;
}
