import type { Pool, PoolClient } from 'pg';
import { REBUILD_WHOLE, REFRESH_WHOLE } from './whole-rollups';

/** What the sums of several rows of `slogan_day` are, in the order of the columns of `slogan_month`. */
const SLOGAN_SUMS = `sum(mentions), sum(reports), sum(mentions_once), sum(reports_once), sum(relayed), sum(relayed_once)`;
/** Bounds of the days that are dated; of those that count once. */
const DAY_BOUNDS = `min(day) FILTER (WHERE precision <> 'none'), max(day) FILTER (WHERE precision <> 'none'),
  min(day) FILTER (WHERE precision <> 'none' AND mentions_once > 0), max(day) FILTER (WHERE precision <> 'none' AND mentions_once > 0),
  min(day) FILTER (WHERE precision <> 'none' AND reports > relayed)`;
const BOUNDS = 'min(first_day), max(last_day), min(first_once), max(last_once), min(first_own)';
const MONTH = `date_trunc('month', day::timestamp)::date`;
const YEAR = `date_trunc('year', day::timestamp)::date`;

/**
 * From the rollups by day to those by month, from these to all strata together, and to years. `cells` narrows the rows
 * read: the condition that they belong to a cell of a month, or of a year, that has changed.
 */
function statements(cells: { slogan: string; sloganYear: string; place: string }): string[] {
  return [
    `INSERT INTO slogan_month SELECT slogan_id, place_code, ${MONTH}, precision, stratum_id, ${SLOGAN_SUMS}, ${DAY_BOUNDS}
     FROM slogan_day WHERE ${cells.slogan} GROUP BY 1, 2, 3, 4, 5`,
    `INSERT INTO slogan_month SELECT slogan_id, place_code, day, precision, 0, ${SLOGAN_SUMS}, ${BOUNDS}
     FROM slogan_month WHERE stratum_id <> 0 AND ${cells.slogan} GROUP BY 1, 2, 3, 4`,
    `INSERT INTO slogan_year SELECT slogan_id, place_code, ${YEAR}, precision, stratum_id, ${SLOGAN_SUMS}, ${BOUNDS}
     FROM slogan_month WHERE ${cells.sloganYear} GROUP BY 1, 2, 3, 4, 5`,
    `INSERT INTO place_month SELECT place_code, ${MONTH}, precision, stratum_id, sum(reports), sum(characters),
       sum(reports_once), sum(characters_once), min(day) FILTER (WHERE precision <> 'none'), max(day) FILTER (WHERE precision <> 'none')
     FROM place_day WHERE ${cells.place} GROUP BY 1, 2, 3, 4`,
    `INSERT INTO place_month SELECT place_code, day, precision, 0, sum(reports), sum(characters), sum(reports_once),
       sum(characters_once), min(first_day), max(last_day)
     FROM place_month WHERE stratum_id <> 0 AND ${cells.place} GROUP BY 1, 2, 3`,
  ];
}

const EVERYTHING = { slogan: 'TRUE', sloganYear: 'TRUE', place: 'TRUE' };

/** Makes the rollups by month and year, and those of whole places, anew from those by day. */
export async function rebuildCoarseRollups(client: Pool | PoolClient): Promise<void> {
  await client.query('DELETE FROM slogan_month');
  await client.query('DELETE FROM slogan_year');
  await client.query('DELETE FROM place_month');
  for (const sql of [...statements(EVERYTHING), ...REBUILD_WHOLE]) await client.query(sql);
}

async function areEmpty(client: PoolClient): Promise<boolean> {
  const { rowCount } = await client.query('SELECT 1 FROM place_month LIMIT 1');
  return rowCount === 0;
}

/** Begins to remember which cells of the rollups by day change in this transaction. */
async function rememberCells(client: PoolClient): Promise<void> {
  await client.query(
    'CREATE TEMP TABLE IF NOT EXISTS touched_slogan (slogan_id int, place_code char(6), month date) ON COMMIT DROP',
  );
  await client.query(
    'CREATE TEMP TABLE IF NOT EXISTS touched_place (place_code char(6), month date) ON COMMIT DROP',
  );
}

/**
 * Remembers the months, by place and slogan, of the reports of a working set: what `refreshCoarseRollups` makes anew.
 * To be called while their mentions are there. Where there is nothing yet, everything will be made.
 */
export async function touchCells(client: PoolClient, set: 'moving' | 'flip' | 'echoing'): Promise<void> {
  if (await areEmpty(client)) return;
  await rememberCells(client);
  await client.query(
    `INSERT INTO touched_slogan SELECT DISTINCT m.slogan_id, m.place_code, date_trunc('month', m.day::timestamp)::date
     FROM mention m JOIN (SELECT DISTINCT document_id FROM ${set}) s ON s.document_id = m.document_id`,
  );
  await client.query(
    `INSERT INTO touched_place SELECT DISTINCT r.place_code, date_trunc('month', r.day::timestamp)::date
     FROM report r JOIN (SELECT DISTINCT document_id FROM ${set}) s ON s.document_id = r.document_id`,
  );
}

/**
 * Brings the rollups by month and year, and those of whole places, up to those by day, in the cells that were touched in this
 * transaction.
 */
export async function refreshCoarseRollups(client: PoolClient): Promise<void> {
  if (await areEmpty(client)) return rebuildCoarseRollups(client);
  await rememberCells(client);
  await client.query('ANALYZE touched_slogan');
  await client.query('ANALYZE touched_place');
  const cell = (month: string) =>
    `(slogan_id, place_code, ${month}) IN (SELECT slogan_id, place_code, month FROM touched_slogan)`;
  const cells = {
    slogan: cell(MONTH),
    sloganYear: `(slogan_id, place_code, ${YEAR}) IN (SELECT slogan_id, place_code, date_trunc('year', month::timestamp)::date FROM touched_slogan)`,
    place: `(place_code, ${MONTH}) IN (SELECT place_code, month FROM touched_place)`,
  };
  await client.query(`DELETE FROM slogan_month WHERE ${cell('day')}`);
  await client.query(`DELETE FROM slogan_year WHERE ${cells.sloganYear}`);
  await client.query(
    'DELETE FROM place_month WHERE (place_code, day) IN (SELECT place_code, month FROM touched_place)',
  );
  for (const sql of [...statements(cells), ...REFRESH_WHOLE]) await client.query(sql);
}
