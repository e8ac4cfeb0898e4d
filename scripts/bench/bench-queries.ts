import { pauseKeeping } from '@/lib/queries/kept-answers';
import { closeConnections, getPool } from '@/lib/store/client';
import { benchPhrases, type PhraseLine } from './bench-phrases';
import type { BenchResult } from './bench-result';
import { benchWorld } from './bench-world';
import { plansOf } from './plans-of';
import { processorTime, serverProcesses } from './processor-time';
import { ascending, quantile } from './quantiles';
import { type QueryCase, queryCases } from './query-cases';
import { seconds } from './rounds';

/** One line of the table: milliseconds over all sets of parameters, each asked warm. */
export interface QueryLine {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
  /** Processor milliseconds of this process and the server: what a busy machine does not inflate. Null where unknown. */
  readonly cpu95: number | null;
  /** Rows that the scans of the slowest set of parameters touched, over all statements. */
  readonly rows: number;
  /** Large tables that some plan reads from one end to the other. */
  readonly scans: readonly string[];
}

/** Sets of parameters of a question, and how often each is asked. */
const SETS = 24;
const ROUNDS = 3;
/** A question that has taken so long is not asked on. */
const MOST_SECONDS = 40;

interface Times {
  readonly wall: readonly number[];
  readonly cpu: readonly (number | null)[];
}

/** One run: wall and processor milliseconds. */
async function timed(work: () => Promise<unknown>, pids: readonly number[]) {
  const before = processorTime(pids);
  const wall = 1000 * (await seconds(async () => void (await work())));
  const after = processorTime(pids);
  return { wall, cpu: before === null || after === null ? null : after - before };
}

/** The least of the rounds for each set: what else the machine does is not the query's. */
async function timesOf(query: QueryCase, pids: readonly number[]): Promise<Times> {
  const wall: number[] = [];
  const cpu: (number | null)[] = [];
  let spent = 0;
  for (let i = 0; i < SETS && (spent < MOST_SECONDS || i < 3); i++) {
    // The first is not counted: it warms the pages that this set of parameters needs.
    spent += await seconds(async () => void (await query.run(i)));
    const rounds = [];
    for (let k = 0; k < ROUNDS && (spent < MOST_SECONDS || k === 0); k++) {
      const round = await timed(() => query.run(i), pids);
      rounds.push(round);
      spent += round.wall / 1000;
    }
    wall.push(Math.min(...rounds.map((r) => r.wall)));
    const used = rounds.flatMap((r) => (r.cpu === null ? [] : [r.cpu]));
    cpu.push(used.length === 0 ? null : Math.min(...used));
  }
  return { wall, cpu };
}

async function lineOf(query: QueryCase): Promise<QueryLine> {
  await query.run(0);
  const { wall, cpu } = await timesOf(query, await serverProcesses(await getPool('write')));
  const sorted = ascending(wall);
  const used = ascending(cpu.flatMap((ms) => (ms === null ? [] : [ms])));
  const slowest = wall.indexOf(Math.max(...wall));
  const plans = await plansOf(() => query.run(slowest));
  return {
    name: query.name,
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    cpu95: used.length === 0 ? null : quantile(used, 0.95),
    ...plans,
  };
}

/** What a query behind a page may take, in milliseconds, 95 times of 100. */
const ASKED = 50;

const ms = (n: number | null) => (n === null ? '?' : n.toFixed(1)).padStart(8);
const scansOf = (scans: readonly string[]) =>
  scans.length === 0 ? 'no sequential scan' : `reads all of ${scans.join(', ')}`;

function printed({ name, p50, p95, cpu95, rows, scans }: QueryLine): string {
  const over = p95 > ASKED ? `  over ${ASKED} ms` : '';
  return `${name.padEnd(22)} p50 ${ms(p50)} ms  p95 ${ms(p95)} ms  cpu95 ${ms(cpu95)} ms  ${String(rows).padStart(9)} rows  ${scansOf(scans)}${over}`;
}

function printedPhrase({ name, p50, p95, rows, scans, asked, phrases, documents }: PhraseLine): string {
  const over = asked !== null && p95 > asked ? `  over ${asked} ms` : '';
  const of = `${phrases} phrases in up to ${documents} documents`;
  return `${name.padEnd(22)} p50 ${ms(p50)} ms  p95 ${ms(p95)} ms  ${of}  ${String(rows).padStart(9)} rows  ${scansOf(scans)}${over}`;
}

/**
 * Every query behind a page and every question of the API, with the parameters of many readers, on the database that is
 * there: `TIFA_DATA` or `DATABASE_URL` say which.
 */
export async function benchQueries(options: {
  only?: string;
  log: (line: string) => void;
}): Promise<BenchResult> {
  pauseKeeping();
  const world = await benchWorld(await getPool('write'));
  const wanted = queryCases(world).filter((q) => !options.only || options.only.split(',').includes(q.name));
  const queries: QueryLine[] = [];
  for (const query of wanted) {
    const line = await lineOf(query);
    queries.push(line);
    options.log(printed(line));
  }
  const phrases = options.only && !options.only.includes('phrase') ? [] : await benchPhrases(world.phrases);
  for (const p of phrases) options.log(printedPhrase(p));
  const met = queries.filter((q) => q.p95 <= ASKED).length;
  const scanning = queries.filter((q) => q.scans.length > 0).length;
  options.log(
    `${met} of ${queries.length} queries have a p95 of ${ASKED} ms or less; ${scanning} read all of a large table`,
  );
  await closeConnections();
  return {
    node: process.version,
    documents: world.documents,
    mentions: world.mentions,
    queries: [...queries, ...phrases],
  };
}
