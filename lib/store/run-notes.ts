import type { Pool } from 'pg';
import { inTransaction } from './in-transaction';

export interface RunNote {
  readonly input: string;
  readonly line: number | null;
  readonly code: string;
  readonly detail: string;
}

/**
 * Keeps what was wrong with inputs, numbered from `first`; the documents refused are counted with the run. Keeping
 * the same notes twice is keeping them once.
 */
export async function saveRunNotes(
  pool: Pool,
  runId: number,
  first: number,
  notes: readonly RunNote[],
): Promise<void> {
  if (notes.length === 0) return;
  const clean = (text: string) => text.toWellFormed().replaceAll('\0', '\uFFFD');
  await inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      `INSERT INTO run_note (run_id, ordinal, input, line, code, detail)
       SELECT $1, $2::int + n - 1, input, line, code, detail
       FROM unnest($3::text[], $4::int[], $5::text[], $6::text[]) WITH ORDINALITY AS x (input, line, code, detail, n)
       ON CONFLICT (run_id, ordinal) DO NOTHING`,
      [
        runId,
        first,
        notes.map((n) => clean(n.input)),
        notes.map((n) => n.line),
        notes.map((n) => n.code),
        notes.map((n) => clean(n.detail)),
      ],
    );
    await client.query('UPDATE run SET refused = refused + $2 WHERE id = $1', [runId, rowCount ?? 0]);
  });
}
