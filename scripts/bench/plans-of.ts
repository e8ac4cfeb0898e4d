import type { Pool } from 'pg';
import { getPool } from '@/lib/store/client';
import { planOf, recordStatements } from './record-sql';

/** What all statements of a question read. */
export interface PlansOf {
  /** Rows that their scans touched. */
  readonly rows: number;
  /** Large tables that some plan reads from one end to the other. */
  readonly scans: readonly string[];
}

const LARGE = 16 * 1024 * 1024;

async function largeTables(pool: Pool): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND pg_relation_size(oid) > $1`,
    [LARGE],
  );
  return new Set(rows.map((r) => r.name));
}

/** Runs something, and each of its statements once more with its plan, with the settings that readers have. */
export async function plansOf(work: () => Promise<unknown>): Promise<PlansOf> {
  const statements = await recordStatements(work);
  const pool = await getPool('read');
  const large = await largeTables(pool);
  const client = await pool.connect();
  try {
    const plans = [];
    for (const statement of statements) plans.push(await planOf(client, statement));
    const scans = new Set(plans.flatMap((p) => p.scanned).filter((t) => large.has(t)));
    return { rows: plans.reduce((sum, p) => sum + p.rowsRead, 0), scans: [...scans] };
  } finally {
    client.release();
  }
}
