import type { PoolClient } from 'pg';
import { copyRows } from './copy-rows';
import { gramsOf } from './grams';

const BATCH = 1_000;
const COLUMNS = ['document_id', 'list', 'place_code', 'day', 'precision', 'grams'] as const;

interface Line {
  readonly id: string;
  readonly list: number;
  readonly place: string;
  readonly day: string;
  readonly precision: string;
  readonly text: string;
}

/** The title of each document as list -1, with its first report; and its lists, each with the report it stands in. */
const LINES = `
  SELECT d.id::text AS id, -1 AS list, r.place_code AS place, to_char(r.day, 'YYYY-MM-DD') AS day, r.precision::text AS precision, d.title AS text
  FROM document d JOIN report r ON r.document_id = d.id AND r.ordinal = 0 WHERE d.id = ANY($1::bigint[])
  UNION ALL
  SELECT l.document_id::text, l.ordinal, r.place_code, to_char(r.day, 'YYYY-MM-DD'), r.precision::text,
    l.lead || E'\n' || string_agg(i.head, E'\n' ORDER BY i.ordinal)
  FROM directive_list l
  JOIN report r ON r.document_id = l.document_id AND r.ordinal = l.report
  JOIN directive i ON i.document_id = l.document_id AND i.list = l.ordinal
  WHERE l.document_id = ANY($1::bigint[])
  GROUP BY l.document_id, l.ordinal, r.place_code, r.day, r.precision, l.lead`;

/** Pairs of characters of a line; small and capital letters are the same in it. */
export function lineGrams(text: string): number[] {
  return gramsOf(text.toLowerCase());
}

async function lacking(client: PoolClient, runId: number): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT d.id::text AS id FROM document d LEFT JOIN line_gram g ON g.document_id = d.id AND g.list = -1
     WHERE d.run_id = $1 AND g.document_id IS NULL ORDER BY d.id`,
    [runId],
  );
  return rows.map((r) => r.id);
}

/** Runs work in a transaction between those that publish, take back or replace documents. */
export type Between = <T>(client: PoolClient, work: () => Promise<T>) => Promise<T>;

async function addBatch(client: PoolClient, ids: readonly string[]): Promise<void> {
  const { rows } = await client.query<Line>(LINES, [ids]);
  const cells = rows.map(
    (r) => [BigInt(r.id), r.list, r.place, r.day, r.precision, lineGrams(r.text)] as const,
  );
  await copyRows(client, { table: 'line_gram', columns: COLUMNS }, cells);
}

/**
 * Brings the index of titles and directive lists up to the published runs, batch by batch. Only one at a time: the caller
 * sees to it.
 */
export async function buildLineIndex(client: PoolClient, between: Between): Promise<number> {
  const { rows: runs } = await client.query<{ id: number }>(
    "SELECT id FROM run WHERE status = 'published' AND NOT lines_indexed ORDER BY id",
  );
  let documents = 0;
  for (const run of runs) {
    const ids = await lacking(client, run.id);
    for (let at = 0; at < ids.length; at += BATCH) {
      const batch = ids.slice(at, at + BATCH);
      await between(client, () => addBatch(client, batch));
      documents += batch.length;
    }
    await between(client, async () => {
      if ((await lacking(client, run.id)).length > 0) return;
      await client.query("UPDATE run SET lines_indexed = true WHERE id = $1 AND status = 'published'", [
        run.id,
      ]);
    });
  }
  if (documents > 0) {
    await client.query("SELECT gin_clean_pending_list('line_gram_grams_idx'::regclass)");
    await client.query('ANALYZE line_gram');
  }
  return documents;
}
