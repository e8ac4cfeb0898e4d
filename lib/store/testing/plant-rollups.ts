import type { Pool } from 'pg';
import { rebuildCoarseRollups } from '../coarse-rollups';

/** Reports of one place on one day, and of how many of them hold which slogan. */
export interface Planted {
  readonly place: string;
  /** ISO day. */
  readonly day: string;
  readonly reports: number;
  /** Reports by slogan; each holds it once. */
  readonly slogans?: Readonly<Record<string, number>>;
  readonly source?: string;
  readonly genre?: string;
  readonly issuer?: string;
  /** Of the reports: copies that do not stand for their text. */
  readonly copies?: number;
}

const CHARACTERS = 1000;

async function stratumOf(pool: Pool, p: Planted): Promise<number> {
  const { rows: sources } = await pool.query<{ id: number }>(
    'INSERT INTO source (name) VALUES ($1) ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id',
    [p.source ?? 'planted'],
  );
  const { rows } = await pool.query<{ id: number }>(
    `INSERT INTO stratum (source_id, issuer, genre) VALUES ($1, $2, $3)
     ON CONFLICT (source_id, issuer, genre) DO UPDATE SET genre = excluded.genre RETURNING id`,
    [sources[0]?.id, p.issuer ?? '', p.genre ?? ''],
  );
  return rows[0]?.id ?? 0;
}

/**
 * Writes counts straight into the rollups of a test database: what a query that reads nothing else has to find is then
 * known exactly. Places and slogans have to be loaded.
 */
export async function plantRollups(pool: Pool, planted: readonly Planted[]): Promise<void> {
  for (const p of planted) {
    const stratum = await stratumOf(pool, p);
    const once = p.reports - (p.copies ?? 0);
    await pool.query(
      `INSERT INTO place_day AS t VALUES ($1, $2, 'day', $3, $4, $5, $6, $7)
       ON CONFLICT (place_code, day, precision, stratum_id) DO UPDATE SET reports = t.reports + excluded.reports,
         characters = t.characters + excluded.characters, reports_once = t.reports_once + excluded.reports_once,
         characters_once = t.characters_once + excluded.characters_once`,
      [p.place, p.day, stratum, p.reports, p.reports * CHARACTERS, once, once * CHARACTERS],
    );
    for (const [slogan, n] of Object.entries(p.slogans ?? {})) {
      const kept = Math.min(n, once);
      await pool.query(
        `INSERT INTO slogan_day AS t (slogan_id, place_code, day, precision, stratum_id, mentions, reports, mentions_once, reports_once, relayed, relayed_once)
         SELECT id, $2, $3, 'day', $4, $5::int, $5::int, $6::int, $6::int, $5::int - $6::int, 0 FROM slogan WHERE canonical = $1
         ON CONFLICT (slogan_id, place_code, day, precision, stratum_id) DO UPDATE SET mentions = t.mentions + excluded.mentions,
           reports = t.reports + excluded.reports, mentions_once = t.mentions_once + excluded.mentions_once,
           reports_once = t.reports_once + excluded.reports_once, relayed = t.relayed + excluded.relayed`,
        [slogan, p.place, p.day, stratum, n, kept],
      );
    }
  }
  await rebuildCoarseRollups(pool);
}
