import { setTimeout as sleep } from 'node:timers/promises';
import { ensureDatabase } from './embedded';

/** SQLSTATEs that pass by themselves: connection lost, server stopping or starting, too many clients, deadlock. */
const PASSING_STATES = /^(08\w{3}|57P0[123]|53300|40001|40P01)$/;
const PASSING_ERRORS =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|ENOTFOUND)$/;
const PASSING_MESSAGES =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|not queryable|read ECONNRESET|stream closed|premature close/i;

/** Whether a failure of the database passes: the same work may succeed a little later. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isPassing);
  const { code = '' } = error as NodeJS.ErrnoException;
  return PASSING_STATES.test(code) || PASSING_ERRORS.test(code) || PASSING_MESSAGES.test(error.message);
}

export interface Patience {
  /** For so long a passing failure is waited out; 60 s unless told. */
  readonly seconds?: number;
  /** Told once for each wait, with the reason. */
  readonly onWait?: (reason: string) => void;
}

const FIRST_WAIT = 100;
const LONGEST_WAIT = 5_000;

/**
 * Does work on the database that may be done twice without harm, again and again while the database is away: after
 * 0.1 s, 0.2 s … 5 s. An embedded database that died is started again.
 * @throws the last failure when patience is over, or at once one that does not pass
 */
export async function withRetry<T>(work: () => Promise<T>, patience: Patience = {}): Promise<T> {
  const end = Date.now() + (patience.seconds ?? 60) * 1000;
  for (let wait = FIRST_WAIT; ; wait = Math.min(LONGEST_WAIT, wait * 2)) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error) || Date.now() + wait > end) throw error;
      patience.onWait?.((error as Error).message);
      await sleep(wait);
      await ensureDatabase().catch(() => undefined); // why it cannot be had, the next attempt says
    }
  }
}
