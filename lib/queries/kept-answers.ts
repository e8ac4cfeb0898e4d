import type { Prisma } from '@/generated/prisma/client';
import { getPool, getPrisma } from '@/lib/store/client';
import { dataVersion } from './data-version';
import type { ScanSize } from './mention-scan';

/** Asks the database; numbers in the rows have to be numbers of JavaScript. */
export type Ask = <Row>(sql: Prisma.Sql) => Promise<Row[]>;

/** What was looked at where not everything was: documents whose number, a hash, is below a bound. */
export interface Sample {
  /** Share of all documents, 0 to 1. */
  readonly share: number;
}

export interface Answered<T> {
  readonly answer: T;
  /** Null: of everything. */
  readonly sample: Sample | null;
}

const IDS = 2n ** 63n;
/** To find a sample in a narrow scope, so many times its size are read: it may be smaller, and says so. */
const MOST_READ = 4;
/** A question that takes longer is given up. */
const MOST_SECONDS = 120;
/** Questions that wait for their turn; what comes then gets its sample, and the exact answer when it is asked again. */
const MOST_WAITING = 20;

const waiting = new Map<string, () => Promise<void>>();
let isWorking = false;
let isPaused = false;

/** For measurements: exact answers are not looked for in the background until the process ends. */
export function pauseKeeping(): void {
  isPaused = true;
}

async function kept<T>(question: string, version: number): Promise<T | null> {
  const prisma = await getPrisma();
  const row = await prisma.keptAnswer.findUnique({ where: { question_version: { question, version } } });
  return row === null ? null : (row.answer as T);
}

async function findAndKeep<T>(
  question: string,
  version: number,
  find: (ask: Ask) => Promise<T>,
): Promise<void> {
  const client = await (await getPool('write')).connect();
  try {
    await client.query('BEGIN');
    await client.query(`SET LOCAL statement_timeout = '${MOST_SECONDS}s'`);
    const answer = await find(
      async <Row>(sql: Prisma.Sql) => (await client.query(sql.text, sql.values)).rows as Row[],
    );
    // What was found at an older version is never asked for again.
    await client.query('DELETE FROM kept_answer WHERE version < $1', [version]);
    await client.query(
      'INSERT INTO kept_answer (question, version, answer) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [question, version, JSON.stringify(answer)],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** One after the other: readers come first. */
async function work(): Promise<void> {
  if (isWorking) return;
  isWorking = true;
  for (const [key, job] of waiting) {
    await job().catch((error: unknown) =>
      console.error(`answering ${key}: ${error instanceof Error ? error.message : String(error)}`),
    );
    waiting.delete(key);
  }
  isWorking = false;
}

/**
 * The exact answer where it is kept or little has to be read for it. Otherwise that of a random sample of the documents,
 * at once, while the exact one is looked for in the background and kept for the next who asks.
 * @param size reports that have to be read for the exact answer, and those that a sample is taken from
 * @param most of so many it is found at once, and so many make the sample
 * @param find asks for it: of documents below the bound, of all where there is none
 */
export async function keptOrSampled<T>(
  question: string,
  { reports, all, most }: ScanSize & { readonly most: number },
  find: (ask: Ask, below: bigint | null) => Promise<T>,
): Promise<Answered<T>> {
  const prisma = await getPrisma();
  const ask: Ask = (sql) => prisma.$queryRaw(sql);
  if (reports <= most) return { answer: await find(ask, null), sample: null };
  const { version } = await dataVersion();
  const exact = await kept<T>(question, version);
  if (exact !== null) return { answer: exact, sample: null };
  const key = `${version} ${question}`;
  if (!isPaused && !waiting.has(key) && waiting.size < MOST_WAITING) {
    waiting.set(key, () => findAndKeep(question, version, (slow) => find(slow, null)));
    void work();
  }
  const share = Math.min(1, most / reports, (MOST_READ * most) / all);
  const below = (IDS / 1_000_000n) * BigInt(Math.round(share * 1_000_000));
  return { answer: await find(ask, below), sample: { share } };
}
