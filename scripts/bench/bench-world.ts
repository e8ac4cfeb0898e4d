import type { Pool } from 'pg';

/** What questions are asked about in a database: taken from it, the same for the same data. */
export interface BenchWorld {
  readonly documents: number;
  readonly mentions: number;
  /** Slogans from the commonest to the rarest, by wording and by number. */
  readonly slogans: readonly string[];
  readonly ids: readonly number[];
  /** Codes of every level, the one with most reports first. */
  readonly places: readonly string[];
  readonly directives: readonly {
    readonly documentId: string;
    readonly list: number;
    readonly ordinal: number;
  }[];
  /** Beginnings of directives. */
  readonly topics: readonly string[];
  /** Runs of characters out of texts. */
  readonly phrases: readonly string[];
}

const MANY = 20;

async function slogansOf(pool: Pool): Promise<{ id: number; canonical: string }[]> {
  const { rows } = await pool.query<{ id: number; canonical: string }>(
    `SELECT s.id, s.canonical FROM slogan s
     JOIN (SELECT slogan_id, sum(reports) AS n FROM slogan_day GROUP BY 1) t ON t.slogan_id = s.id ORDER BY n DESC, s.id`,
  );
  const step = Math.max(1, Math.floor(rows.length / MANY));
  return rows.filter((_, i) => i % step === 0);
}

async function placesOf(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ code: string }>(
    `SELECT p.code FROM place p
     JOIN (SELECT place_code, sum(reports) AS n FROM place_day GROUP BY 1) t ON t.place_code = p.code
     WHERE p.level <> 'unknown' ORDER BY row_number() OVER (PARTITION BY p.level ORDER BY n DESC, p.code), p.level LIMIT $1`,
    [MANY],
  );
  return rows.map((r) => r.code);
}

/** Ids are hashes: the smallest are a random sample. */
async function textsOf(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ text: string }>(
    'SELECT text FROM document WHERE NOT hidden ORDER BY id LIMIT 200',
  );
  return rows.map((r) => r.text);
}

const HAN_RUN = /[\u4e00-\u9fff]{4,}/g;

/** Runs of three to six characters, out of the middle of clauses. */
function phrasesOf(texts: readonly string[]): string[] {
  const found = texts.flatMap((text, i) => {
    const runs = text.match(HAN_RUN) ?? [];
    const run = runs[(i * 7) % Math.max(1, runs.length)] ?? '';
    const at = i % Math.max(1, run.length - 5);
    return run.slice(at, at + 3 + (i % 4));
  });
  return [...new Set(found)].filter((p) => p.length >= 3);
}

/** Looks round in a database for what to ask about. */
export async function benchWorld(pool: Pool): Promise<BenchWorld> {
  const [slogans, places, texts] = await Promise.all([slogansOf(pool), placesOf(pool), textsOf(pool)]);
  const { rows: directives } = await pool.query<{
    documentId: string;
    list: number;
    ordinal: number;
    head: string;
  }>(
    `SELECT document_id::text AS "documentId", list, ordinal, head FROM directive WHERE length(head) >= 6 ORDER BY document_id LIMIT 200`,
  );
  const { rows: sums } = await pool.query<{ documents: number; mentions: number }>(
    `SELECT (SELECT coalesce(sum(stored), 0)::int FROM run WHERE status = 'published') AS documents,
       (SELECT coalesce(sum(mentions), 0)::int FROM slogan_day) AS mentions`,
  );
  return {
    documents: sums[0]?.documents ?? 0,
    mentions: sums[0]?.mentions ?? 0,
    slogans: slogans.map((s) => s.canonical),
    ids: slogans.map((s) => s.id),
    places,
    directives: directives.filter((_, i) => i % 10 === 0),
    topics: [...new Set(directives.map((d) => d.head.slice(2, 6)))].slice(0, MANY),
    phrases: phrasesOf(texts),
  };
}
