import type { Pool } from 'pg';
import type { Candidate } from './find-candidates';

export interface StoredCandidates {
  /** Phrases that were not there before. */
  readonly added: number;
  /** Proposals of earlier searches that this one does not make any more. */
  readonly removed: number;
}

/** ISO day of a number such as 20210210, unknown days and months as the first. */
function toDay(date: number): string | null {
  if (date === 0) return null;
  const part = (n: number) => String(Math.max(1, n)).padStart(2, '0');
  return `${Math.floor(date / 10_000)}-${part(Math.floor(date / 100) % 100)}-${part(date % 100)}`;
}

const UPSERT = `
  INSERT INTO candidate (phrase, shape, score, frequency, documents, years, places, quoted, policy, first_day, last_day,
    variants, contexts, run_id, found_on, seen_on)
  SELECT c->>'phrase', c->>'shape', (c->>'score')::real, (c->>'frequency')::int, (c->>'documents')::int,
    (c->>'years')::int, (c->>'places')::int, (c->>'quoted')::real, (c->>'policy')::real,
    (c->>'first')::date, (c->>'last')::date,
    ARRAY(SELECT jsonb_array_elements_text(c->'variants')), c->'contexts', $2, $3::date, $3::date
  FROM jsonb_array_elements($1::jsonb) c ORDER BY 1
  ON CONFLICT (phrase) DO UPDATE SET shape = excluded.shape, score = excluded.score, frequency = excluded.frequency,
    documents = excluded.documents, years = excluded.years, places = excluded.places, quoted = excluded.quoted,
    policy = excluded.policy, first_day = excluded.first_day, last_day = excluded.last_day,
    variants = excluded.variants, contexts = excluded.contexts, seen_on = excluded.seen_on
  RETURNING (xmax = 0) AS added`;

function rowOf(c: Candidate) {
  const { examples, first, last, alone: _, ...counts } = c;
  return { ...counts, first: toDay(first), last: toDay(last), contexts: examples };
}

/**
 * Writes what a search proposed, in one transaction. What a curator accepted or rejected keeps its status; earlier
 * proposals that the search does not make any more go.
 * @param found ISO day of the search, and the last published run (null where there is none)
 */
export async function storeCandidates(
  pool: Pool,
  candidates: readonly Candidate[],
  found: { day: string; run: number | null },
): Promise<StoredCandidates> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<{ added: boolean }>(UPSERT, [
      JSON.stringify(candidates.map(rowOf)),
      found.run,
      found.day,
    ]);
    const gone = await client.query(
      "DELETE FROM candidate WHERE status = 'proposed' AND NOT phrase = ANY($1::text[])",
      [candidates.map((c) => c.phrase)],
    );
    await client.query('COMMIT');
    return { added: rows.filter((r) => r.added).length, removed: gone.rowCount ?? 0 };
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
