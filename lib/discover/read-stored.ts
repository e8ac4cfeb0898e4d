import type { Pool } from 'pg';
import type { Alphabet } from './alphabet';
import { type Corpus, CorpusBuilder } from './corpus';

/** What of the stored documents was searched. */
export interface StoredCorpus {
  readonly corpus: Corpus;
  readonly characters: number;
  /** Counted documents, and whether some of them did not fit any more. */
  readonly available: number;
  readonly sampled: boolean;
}

const PAGE = 1_000;

interface Row {
  id: string;
  text: string;
  day: string | null;
  place: string;
}

/** Published, not hidden, once for each group of copies. */
const COUNTED = `document d
  JOIN report r ON r.document_id = d.id AND r.ordinal = 0
  JOIN run u ON u.id = d.run_id
  WHERE u.status = 'published' AND NOT d.hidden AND r.stands`;
const DAY = `CASE r.precision WHEN 'none' THEN NULL WHEN 'year' THEN to_char(r.day, 'YYYY')
  WHEN 'month' THEN to_char(r.day, 'YYYY-MM') ELSE to_char(r.day, 'YYYY-MM-DD') END`;

/**
 * Reads the stored corpus in order of the documents' ids, page by page. Ids are hashes, so that the first ones are a
 * random sample of all where `maxCharacters` does not suffice.
 */
export async function readStored(
  pool: Pool,
  alphabet: Alphabet,
  maxCharacters: number,
  onProgress?: (documents: number, available: number) => void,
): Promise<StoredCorpus> {
  const { rows } = await pool.query<{ documents: number }>(
    `SELECT count(*)::int AS documents FROM ${COUNTED}`,
  );
  const available = rows[0]?.documents ?? 0;
  const builder = new CorpusBuilder(alphabet, maxCharacters);
  let after: string | null = null;
  let read = 0;
  while (!builder.full) {
    const page: { rows: Row[] } = await pool.query<Row>(
      `SELECT d.id::text AS id, d.text, ${DAY} AS day, r.place_code AS place
       FROM ${COUNTED} AND ($1::bigint IS NULL OR d.id > $1::bigint) ORDER BY d.id LIMIT ${PAGE}`,
      [after],
    );
    for (const row of page.rows) {
      if (!builder.add(row)) break;
      read++;
    }
    after = page.rows.at(-1)?.id ?? null;
    onProgress?.(read, available);
    if (page.rows.length < PAGE) break;
  }
  return {
    corpus: builder.build(),
    characters: builder.characters,
    available,
    sampled: builder.full,
  };
}
