import type { PoolClient } from 'pg';
import { begin } from './begin';

/** Small tables that every node has whole. */
export const REFERENCE_TABLES = [
  'place',
  'place_within',
  'place_covered',
  'source',
  'stratum',
  'slogan',
  'slogan_variant',
  'event',
  'run',
  'run_note',
] as const;

/** Big tables and the column whose hash says where a row lies; those after `document` lie with their document. */
export const DISTRIBUTED_TABLES: Readonly<
  Record<string, { readonly column: string; readonly with: string }>
> = {
  document: { column: 'id', with: 'none' },
  document_sketch: { column: 'document_id', with: 'document' },
  document_gram: { column: 'document_id', with: 'document' },
  line_gram: { column: 'document_id', with: 'document' },
  report: { column: 'document_id', with: 'document' },
  paragraph: { column: 'document_id', with: 'document' },
  mention: { column: 'document_id', with: 'document' },
  directive_list: { column: 'document_id', with: 'document' },
  directive: { column: 'document_id', with: 'document' },
  note: { column: 'document_id', with: 'document' },
  slogan_day: { column: 'slogan_id', with: 'none' },
  slogan_month: { column: 'slogan_id', with: 'slogan_day' },
  slogan_year: { column: 'slogan_id', with: 'slogan_day' },
  slogan_whole_day: { column: 'slogan_id', with: 'slogan_day' },
  slogan_whole_month: { column: 'slogan_id', with: 'slogan_day' },
  place_day: { column: 'place_code', with: 'none' },
  place_month: { column: 'place_code', with: 'place_day' },
  place_whole_day: { column: 'place_code', with: 'place_day' },
};

/** What stays on the coordinator: bookkeeping, candidates, phrases, the queue. */
export const LOCAL_TABLES = [
  'data_version',
  'data_state',
  'background_job',
  'reference_load',
  'fetched_page',
  'candidate',
  'curator_action',
  'kept_answer',
  'phrase',
  'phrase_part',
] as const;

/** So many shards of each distributed table: enough to spread over as many nodes as an archive will see. */
export const SHARDS = 32;

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** @throws where the server is no Citus coordinator, with what to do */
export async function refusePlainServer(client: PoolClient): Promise<void> {
  const { rows } = await client.query("SELECT 1 FROM pg_extension WHERE extname = 'citus'");
  if (rows.length > 0) return;
  throw new Error(
    'the server is no Citus coordinator: DATABASE_URL has to name one with the extension citus (docs/scale.md); nothing was changed',
  );
}

/** The statement that gives a table its place, between dropping the foreign keys and putting them back. */
function placingStatement(table: string): string {
  const spread = DISTRIBUTED_TABLES[table];
  if (!spread) return `SELECT create_reference_table('${table}')`;
  const count = spread.with === 'none' ? `, shard_count => ${SHARDS}` : '';
  return `SELECT create_distributed_table('${table}', '${spread.column}'${count}, colocate_with => '${spread.with}')`;
}

/** Tables that have no place yet: all of them, or those that a migration added since. */
async function tablesToPlace(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT logicalrelid::regclass::text AS name FROM pg_dist_partition',
  );
  const placed = new Set(rows.map((r) => r.name));
  return [...REFERENCE_TABLES, ...Object.keys(DISTRIBUTED_TABLES)].filter((t) => !placed.has(t));
}

/**
 * Does work on tables while the given ones have no foreign keys, neither from nor to them: a table can only be placed
 * where those it points at are. Belongs into a transaction.
 */
export async function withoutForeignKeys(
  client: PoolClient,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const { rows: keys } = await client.query<ForeignKey>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace
       AND (conrelid::regclass::text = ANY($1) OR confrelid::regclass::text = ANY($1)) ORDER BY conname`,
    [tables],
  );
  for (const key of keys) await client.query(`ALTER TABLE ${key.table} DROP CONSTRAINT ${key.name}`);
  await work();
  for (const key of keys)
    await client.query(`ALTER TABLE ${key.table} ADD CONSTRAINT ${key.name} ${key.definition}`);
}

/**
 * Places the tables on a Citus coordinator, empty or filled, in one transaction; those that have their place stay as
 * they are. Gives how many were placed.
 * @throws on a plain server
 */
export async function distribute(client: PoolClient, log: (line: string) => void): Promise<number> {
  await refusePlainServer(client);
  const tables = await tablesToPlace(client);
  if (tables.length === 0) return 0;
  await begin(client);
  try {
    await withoutForeignKeys(client, tables, async () => {
      for (const statement of tables.map(placingStatement)) {
        log(statement);
        await client.query(statement);
      }
    });
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
  return tables.length;
}
