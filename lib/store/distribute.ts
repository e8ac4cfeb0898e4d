import type { PoolClient } from 'pg';

/** Small tables that every node has whole. */
export const REFERENCE_TABLES = [
  'place',
  'place_within',
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
  place_day: { column: 'place_code', with: 'none' },
  place_month: { column: 'place_code', with: 'place_day' },
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
  'phrase_day',
] as const;

/** So many shards of each distributed table: enough to spread over as many nodes as an archive will see. */
export const SHARDS = 32;

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** Whether the server is a Citus coordinator. */
export async function isCitus(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query("SELECT 1 FROM pg_extension WHERE extname = 'citus'");
  return rows.length > 0;
}

/** The statements that distribute the tables, between dropping their foreign keys and putting these back. */
export function distributionStatements(): string[] {
  return [
    ...REFERENCE_TABLES.map((table) => `SELECT create_reference_table('${table}')`),
    ...Object.entries(DISTRIBUTED_TABLES).map(([table, { column, with: other }]) => {
      const count = other === 'none' ? `, shard_count => ${SHARDS}` : '';
      return `SELECT create_distributed_table('${table}', '${column}'${count}, colocate_with => '${other}')`;
    }),
  ];
}

/**
 * Distributes the tables of a Citus coordinator, empty or filled, in one transaction. Gives the tables that were
 * distributed; none where they are already.
 * @throws on a plain server
 */
export async function distribute(client: PoolClient, log: (line: string) => void): Promise<number> {
  if (!(await isCitus(client)))
    throw new Error(
      'the server is no Citus coordinator: DATABASE_URL has to name one with the extension citus (docs/scale.md); nothing was changed',
    );
  const there = await client.query(
    "SELECT 1 FROM pg_dist_partition WHERE logicalrelid = 'document'::regclass",
  );
  if (there.rows.length > 0) return 0;
  const statements = distributionStatements();
  await client.query('BEGIN');
  try {
    await client.query("SET LOCAL citus.multi_shard_modify_mode TO 'sequential'");
    const { rows: keys } = await client.query<ForeignKey>(
      `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
       FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace
       ORDER BY pg_get_constraintdef(oid) LIKE '%directive_list%'`,
    );
    for (const key of keys) await client.query(`ALTER TABLE ${key.table} DROP CONSTRAINT ${key.name}`);
    for (const statement of statements) {
      log(statement);
      await client.query(statement);
    }
    for (const key of keys)
      await client.query(`ALTER TABLE ${key.table} ADD CONSTRAINT ${key.name} ${key.definition}`);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
  return statements.length;
}
