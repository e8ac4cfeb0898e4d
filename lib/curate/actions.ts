import type { Pool } from 'pg';

export type ActionKind = 'candidate' | 'hide' | 'correct' | 'import';

export interface CuratorAction {
  readonly id: number;
  readonly at: Date;
  readonly curator: string;
  readonly kind: ActionKind;
  /** What it was done to, by number, and its name at the time. */
  readonly subject: string;
  readonly name: string;
  readonly detail: Readonly<Record<string, string | null>>;
  readonly undoneAt: Date | null;
  readonly undoneBy: string | null;
}

const COLUMNS =
  'id, at, curator, kind, subject, name, detail, undone_at AS "undoneAt", undone_by AS "undoneBy"';

type NewAction = Pick<CuratorAction, 'curator' | 'kind' | 'subject' | 'name' | 'detail'>;

/** Writes down what a curator did. */
export async function logAction(pool: Pool, action: NewAction): Promise<void> {
  await pool.query(
    'INSERT INTO curator_action (curator, kind, subject, name, detail) VALUES ($1, $2, $3, $4, $5)',
    [action.curator, action.kind, action.subject, action.name, JSON.stringify(action.detail)],
  );
}

/** The latest actions, the newest first. */
export async function latestActions(pool: Pool, limit: number): Promise<CuratorAction[]> {
  const { rows } = await pool.query<CuratorAction>(
    `SELECT ${COLUMNS} FROM curator_action ORDER BY id DESC LIMIT $1`,
    [limit],
  );
  return rows;
}

/** An action by number that has not been taken back; null where there is none. */
export async function openAction(pool: Pool, id: number): Promise<CuratorAction | null> {
  const { rows } = await pool.query<CuratorAction>(
    `SELECT ${COLUMNS} FROM curator_action WHERE id = $1 AND undone_at IS NULL`,
    [id],
  );
  return rows[0] ?? null;
}

/** Writes down that an action was taken back. */
export async function markUndone(pool: Pool, id: number, curator: string): Promise<void> {
  await pool.query('UPDATE curator_action SET undone_at = now(), undone_by = $2 WHERE id = $1', [
    id,
    curator,
  ]);
}
