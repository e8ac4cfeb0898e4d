import type { Pool } from 'pg';
import { undoRun } from '@/lib/store/runs';
import { type CuratorAction, logAction, markUndone } from './actions';
import { runProgram } from './run-command';
import { stagedPath } from './staged-files';

/** Why something could not be done, for the page to say. */
export type Refusal = 'gone' | 'unreadable' | 'failed';

export type Decision = 'accepted' | 'rejected';

/** Takes a candidate into the list of accepted phrases, or puts it aside for good. */
export async function decideCandidate(
  pool: Pool,
  curator: string,
  id: number,
  decision: Decision,
): Promise<Refusal | null> {
  const { rows } = await pool.query<{ phrase: string; before: string }>(
    `UPDATE candidate c SET status = $2::candidate_status FROM (SELECT id, status FROM candidate WHERE id = $1 FOR UPDATE) old
     WHERE c.id = old.id RETURNING c.phrase, old.status::text AS before`,
    [id, decision],
  );
  const [found] = rows;
  if (!found) return 'gone';
  const detail = { before: found.before, after: decision };
  await logAction(pool, { curator, kind: 'candidate', subject: String(id), name: found.phrase, detail });
  return null;
}

/** Takes a document down: it is not shown any more, and still counted. */
export async function hideDocument(
  pool: Pool,
  curator: string,
  id: string,
  reason: string,
): Promise<Refusal | null> {
  const { rows } = await pool.query<{ title: string }>(
    'UPDATE document SET hidden = true WHERE id = $1 AND NOT hidden RETURNING title',
    [id],
  );
  const [found] = rows;
  if (!found) return 'gone';
  await logAction(pool, { curator, kind: 'hide', subject: id, name: found.title, detail: { reason } });
  return null;
}

export interface Correction {
  /** As in the input of ingestion: 2021, 2021-03, 2021-03-15; a place code. Empty: as the text says. */
  readonly date: string;
  readonly place: string;
}

async function give(pool: Pool, id: string, { date, place }: Correction): Promise<boolean> {
  await pool.query(`UPDATE document SET given = given || $2::jsonb WHERE id = $1`, [
    id,
    JSON.stringify({ date: date || null, place: place || null }),
  ]);
  const { code, errors } = await runProgram('reextract', ['--document', id]);
  if (code !== 0) console.error(errors);
  return code === 0;
}

/**
 * Gives a document its date and place, as if they had come with it, and extracts it again: mentions, rollups and copies
 * follow, under a new data version.
 */
export async function correctDocument(
  pool: Pool,
  curator: string,
  id: string,
  correction: Correction,
): Promise<Refusal | null> {
  const { rows } = await pool.query<{
    title: string;
    given: { date?: string | null; place?: string | null };
  }>('SELECT title, given FROM document WHERE id = $1 AND NOT hidden', [id]);
  const [found] = rows;
  if (!found) return 'gone';
  if (!(await give(pool, id, correction))) return 'failed';
  const detail = {
    ...correction,
    dateBefore: found.given.date ?? null,
    placeBefore: found.given.place ?? null,
  };
  await logAction(pool, { curator, kind: 'correct', subject: id, name: found.title, detail });
  return null;
}

/** Ingests an upload as a run of its own. */
export async function importFile(
  pool: Pool,
  curator: string,
  name: string,
  source: string,
): Promise<Refusal | null> {
  const path = stagedPath(name);
  if (!path) return 'gone';
  const { code, errors } = await runProgram('ingest', source ? [path, '--source', source] : [path]);
  if (code !== 0) console.error(errors);
  const { rows } = await pool.query<{ id: number; stored: number; known: number }>(
    `SELECT id, stored, known FROM run WHERE inputs = ARRAY[$1]::text[] AND status = 'published' ORDER BY id DESC LIMIT 1`,
    [path],
  );
  const [run] = rows;
  if (!run) return code === 0 ? 'unreadable' : 'failed';
  const detail = { stored: String(run.stored), known: String(run.known), source: source || null };
  await logAction(pool, { curator, kind: 'import', subject: String(run.id), name, detail });
  return null;
}

const UNDO: Record<CuratorAction['kind'], (pool: Pool, action: CuratorAction) => Promise<boolean>> = {
  async candidate(pool, { subject, detail }) {
    const { rowCount } = await pool.query(
      'UPDATE candidate SET status = $2::candidate_status WHERE id = $1',
      [subject, detail.before],
    );
    return rowCount === 1;
  },
  async hide(pool, { subject }) {
    const { rowCount } = await pool.query('UPDATE document SET hidden = false WHERE id = $1', [subject]);
    return rowCount === 1;
  },
  correct: (pool, { subject, detail }) =>
    give(pool, subject, { date: detail.dateBefore ?? '', place: detail.placeBefore ?? '' }),
  async import(pool, { subject }) {
    await undoRun(pool, Number(subject));
    return true;
  },
};

/** Takes an action back and writes that down. */
export async function undoAction(
  pool: Pool,
  curator: string,
  action: CuratorAction,
): Promise<Refusal | null> {
  if (!(await UNDO[action.kind](pool, action))) return 'failed';
  await markUndone(pool, action.id, curator);
  return null;
}
