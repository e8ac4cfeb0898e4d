import type { Pool } from 'pg';

const STRATUM = `(SELECT concat_ws('|', c.name, t.issuer, t.genre) FROM stratum t JOIN source c ON c.id = t.source_id WHERE t.id = x.stratum_id)`;
const SLOGAN = '(SELECT g.canonical FROM slogan g WHERE g.id = x.slogan_id)';
const SOURCE = '(SELECT c.name FROM source c WHERE c.id = x.source_id)';

/** Every table of content: which surrogate keys are left out, and what they stand for. */
const TABLES: Readonly<Record<string, { readonly without: readonly string[]; readonly instead: string }>> = {
  document: { without: ['run_id', 'source_id'], instead: SOURCE },
  document_sketch: { without: [], instead: "''" },
  report: { without: ['stratum_id'], instead: STRATUM },
  paragraph: { without: [], instead: "''" },
  mention: { without: ['slogan_id'], instead: SLOGAN },
  directive_list: { without: [], instead: "''" },
  directive: { without: [], instead: "''" },
  note: { without: [], instead: "''" },
  slogan_day: { without: ['slogan_id', 'stratum_id'], instead: `${SLOGAN} || ${STRATUM}` },
  slogan_month: { without: ['slogan_id', 'stratum_id'], instead: `${SLOGAN} || coalesce(${STRATUM}, '')` },
  slogan_year: { without: ['slogan_id', 'stratum_id'], instead: `${SLOGAN} || coalesce(${STRATUM}, '')` },
  place_day: { without: ['stratum_id'], instead: STRATUM },
  place_month: { without: ['stratum_id'], instead: STRATUM },
  slogan_whole_day: {
    without: ['slogan_id', 'stratum_id'],
    instead: `${SLOGAN} || coalesce(${STRATUM}, '')`,
  },
  slogan_whole_month: {
    without: ['slogan_id', 'stratum_id'],
    instead: `${SLOGAN} || coalesce(${STRATUM}, '')`,
  },
  place_whole_day: { without: ['stratum_id'], instead: STRATUM },
  slogan: { without: ['id'], instead: "''" },
  source: { without: ['id'], instead: "''" },
  stratum: { without: ['id', 'source_id'], instead: SOURCE },
};

/**
 * What all tables of content hold, each as its number of rows and a hash, up to surrogate keys and the bookkeeping
 * of runs: equal for two databases that say the same.
 */
export async function fingerprint(pool: Pool): Promise<Record<string, string>> {
  const prints: Record<string, string> = {};
  for (const [table, { without, instead }] of Object.entries(TABLES)) {
    const { rows } = await pool.query<{ print: string }>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(h, '' ORDER BY h)), '') AS print
       FROM (SELECT md5((to_jsonb(x) - $1::text[])::text || coalesce(${instead}, '')) AS h FROM ${table} x) y`,
      [without],
    );
    prints[table] = rows[0]?.print ?? '';
  }
  return prints;
}

/** The tables in which two fingerprints differ. */
export function differences(a: Record<string, string>, b: Record<string, string>): string[] {
  return Object.keys(TABLES).filter((table) => a[table] !== b[table]);
}
