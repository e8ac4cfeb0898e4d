import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool, PoolClient } from 'pg';
import { loadLexicon } from '@/lib/match/load-lexicon';
import { loadEvents } from '@/lib/metadata/events';
import { loadGazetteer } from '@/lib/metadata/gazetteer';
import { begin } from '@/lib/store/begin';
import { type Cell, copyRows } from '@/lib/store/copy-rows';
import { REBUILD_WHOLE_PLACES } from '@/lib/store/whole-rollups';

/** Hash over all reference files: what decides whether loading would change anything. */
function hashOf(dataDir: string): string {
  const hash = createHash('sha256');
  for (const folder of ['lexicon', 'places']) {
    for (const name of readdirSync(join(dataDir, folder)).sort())
      hash.update(name).update(readFileSync(join(dataDir, folder, name)));
  }
  return hash.update(readFileSync(join(dataDir, 'events.tsv'))).digest('hex');
}

async function copyToTemporary(
  client: PoolClient,
  like: string,
  columns: readonly string[],
  rows: Cell[][],
): Promise<void> {
  await client.query(`CREATE TEMP TABLE new_${like} (LIKE ${like} INCLUDING DEFAULTS) ON COMMIT DROP`);
  await copyRows(client, { table: `new_${like}`, columns }, rows);
}

async function loadPlaces(client: PoolClient, dataDir: string): Promise<number> {
  const gazetteer = loadGazetteer(dataDir);
  const codes = [...new Set(gazetteer.divisions.map((d) => d.code))];
  const rows: Cell[][] = [['000000', 'unknown', 'unknown', 'unknown', null, [], null, null, []]];
  const within: Cell[][] = [['000000', '000000']];
  for (const code of codes) {
    const d = gazetteer.byCode(code);
    if (!d) continue;
    const day = (month: string) => (month ? `${month}-01`.slice(0, 10) : null);
    rows.push([
      code,
      d.name,
      d.shorts[0] ?? d.name,
      d.level,
      d.parent || null,
      gazetteer.pathOf(code),
      day(d.from),
      day(d.until),
      d.successors,
    ]);
    for (const ancestor of gazetteer.ancestors(code)) within.push([ancestor, code]);
    if (code !== '100000') within.push(['100000', code]);
  }
  const columns = [
    'code',
    'name',
    'short_name',
    'level',
    'parent_code',
    'path',
    'valid_from',
    'valid_until',
    'successors',
  ];
  await copyToTemporary(client, 'place', columns, rows);
  await client.query(
    `INSERT INTO place (${columns.join(', ')}) SELECT ${columns.map((c) => (c === 'parent_code' ? 'NULL' : c)).join(', ')} FROM new_place
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, short_name = excluded.short_name, level = excluded.level, path = excluded.path,
       valid_from = excluded.valid_from, valid_until = excluded.valid_until, successors = excluded.successors`,
  );
  await client.query(
    'UPDATE place p SET parent_code = n.parent_code FROM new_place n WHERE n.code = p.code AND p.parent_code IS DISTINCT FROM n.parent_code',
  );
  await client.query('DELETE FROM place_within');
  await copyRows(client, { table: 'place_within', columns: ['ancestor_code', 'place_code'] }, within);
  for (const sql of REBUILD_WHOLE_PLACES) await client.query(sql);
  return rows.length;
}

async function loadSlogans(client: PoolClient, dataDir: string): Promise<number> {
  const entries = loadLexicon(dataDir).entries.filter((e) => e.kind !== 'trap');
  const columns = [
    'canonical',
    'kind',
    'status',
    'gloss',
    'domain',
    'introduced',
    'occasion',
    'level',
    'place_code',
    'members',
    'proof',
    'remark',
  ];
  const rows: Cell[][] = entries.map((e) => [
    e.canonical,
    e.kind,
    'listed',
    e.gloss || null,
    e.domain || null,
    e.introduced,
    e.occasion || null,
    e.level,
    e.place || null,
    e.members,
    e.proof || null,
    e.note || null,
  ]);
  await client.query('CREATE TEMP TABLE new_slogan (LIKE slogan) ON COMMIT DROP');
  await client.query('ALTER TABLE new_slogan ALTER id DROP NOT NULL');
  await copyRows(client, { table: 'new_slogan', columns }, rows);
  // An entry that left the lexicon keeps its number and its mentions, as a slogan that rules found.
  await client.query(
    "UPDATE slogan SET status = 'found' WHERE status = 'listed' AND canonical NOT IN (SELECT canonical FROM new_slogan)",
  );
  await client.query(
    `INSERT INTO slogan (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM new_slogan ORDER BY canonical
     ON CONFLICT (canonical) DO UPDATE SET ${columns
       .slice(1)
       .map((c) => `${c} = excluded.${c}`)
       .join(', ')}`,
  );
  await client.query(
    "DELETE FROM slogan_variant v USING slogan s WHERE s.id = v.slogan_id AND s.status = 'listed'",
  );
  const variants = entries.flatMap((e) => [...new Set(e.variants)].map((v): Cell[] => [e.canonical, v]));
  await client.query('CREATE TEMP TABLE new_variant (canonical text, surface text) ON COMMIT DROP');
  await copyRows(client, { table: 'new_variant', columns: ['canonical', 'surface'] }, variants);
  await client.query(
    'INSERT INTO slogan_variant SELECT s.id, n.surface FROM new_variant n JOIN slogan s USING (canonical)',
  );
  return rows.length;
}

/** Events that a chart shows; the others only serve to find years. */
const SHOWN = new Set(['congress', 'plenum', 'session', 'campaign', 'yearly']);

async function loadDatedEvents(client: PoolClient, dataDir: string): Promise<number> {
  const shown = loadEvents(dataDir).all.filter((e) => SHOWN.has(e.kind));
  await client.query('DELETE FROM event');
  await copyRows(
    client,
    { table: 'event', columns: ['day', 'until', 'name', 'name_en', 'kind'] },
    shown.map((e) => [e.start, e.end === e.start ? null : e.end, e.name, null, e.kind]),
  );
  return shown.length;
}

export interface ReferenceLoad {
  readonly changed: boolean;
  readonly places: number;
  readonly slogans: number;
  readonly events: number;
}

/**
 * Brings places, slogans and events of the database to the state of `data/`. Costs nothing when they are; all or
 * nothing otherwise. Two loaders at once wait for each other.
 */
export async function loadReference(pool: Pool, dataDir: string): Promise<ReferenceLoad> {
  const hash = hashOf(dataDir);
  const client = await pool.connect();
  try {
    await begin(client);
    await client.query('LOCK TABLE reference_load IN EXCLUSIVE MODE');
    const { rows } = await client.query<{ hash: string }>(
      "SELECT hash FROM reference_load WHERE name = 'data'",
    );
    if (rows[0]?.hash === hash) {
      await client.query('COMMIT');
      return { changed: false, places: 0, slogans: 0, events: 0 };
    }
    const places = await loadPlaces(client, dataDir);
    const slogans = await loadSlogans(client, dataDir);
    const events = await loadDatedEvents(client, dataDir);
    await client.query(
      `INSERT INTO reference_load (name, hash, loaded_at) VALUES ('data', $1, now())
       ON CONFLICT (name) DO UPDATE SET hash = excluded.hash, loaded_at = now()`,
      [hash],
    );
    await client.query('COMMIT');
    return { changed: true, places, slogans, events };
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
