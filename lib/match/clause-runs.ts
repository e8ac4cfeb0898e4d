import type { Text } from '@/lib/types';
import { isBoundedParallel } from './bounded';
import { type Candidate, foundByRule } from './candidate';
import { clausesAt, isHan, SEPARATOR } from './characters';
import { ENDS_IN_VERB } from './parallel-tables';
import { isRuledParallel, mayBeParallel } from './ruled-parallels';

/** Clauses of an unquoted saying: this long and as many. */
const LEAST = 3;
const MOST = 9;
const MOST_CLAUSES = 8;
/** How far the words after the last clause are looked at. */
const REACH_AFTER = 8;
/** A run of 、 longer than this is a list of things. */
const MOST_MARKS = 64;

/** The marks of the run that was read last. */
const marks = new Int32Array(MOST_MARKS + 2);

/** A run of clauses around several 、: where its last one stands, so that a run is read once, and the saying that it is. */
export interface ClauseRun {
  last: number;
  found: Candidate | null;
}

/**
 * Reads the run of clauses around the 、 at `first` into `run`.
 * The clauses between two 、 give the length; with one 、 the punctuation after the last clause does.
 */
export function readClauseRun(text: Text, first: number, run: ClauseRun): void {
  const { units } = text;
  const length = text.string.length;
  let count = 1;
  marks[0] = first;
  let at = first + 1;
  let end = at;
  for (;;) {
    end = at;
    while (end < length && end - at <= MOST && isHan(units[end] as number)) end++;
    if (end >= length || units[end] !== SEPARATOR || count > MOST_MARKS) break;
    marks[count++] = end;
    at = end + 1;
  }
  run.last = at - 1;
  const size = count > 1 ? (marks[1] as number) - first - 1 : end - at;
  run.found = readClauses(text, count, size);
  // The clause may end before the words do (控增量、减存量各项工作); four characters are most likely one clause.
  if (run.found === null && count === 1 && size > 4)
    run.found =
      readClauses(text, count, 3) ??
      readClauses(text, count, 4) ??
      readClauses(text, count, beforeOf(units, at));
}

const OF = '的'.charCodeAt(0);

/** How many characters stand before the first 的 after a mark, where it may end a clause (…、人人受益的良好生态). */
function beforeOf(units: Uint16Array, at: number): number {
  for (let size = 5; size <= MOST; size++) if (units[at + size] === OF) return size;
  return 0;
}

/** Reads clauses of one length around the first `count` marks, or null where they are no saying. */
function readClauses(text: Text, count: number, size: number): Candidate | null {
  const { string, units } = text;
  const start = (marks[0] as number) - size;
  if (size < LEAST || size > MOST || count >= MOST_CLAUSES || start < 0) return null;
  for (let m = 1; m < count; m++)
    if ((marks[m] as number) - (marks[m - 1] as number) - 1 !== size) return null;
  const end = (marks[count - 1] as number) + 1 + size;
  if (end > string.length || !hanOnly(units, start, size) || !hanOnly(units, end - size, size)) return null;
  return isRuled(string, start, size, count + 1) || isBoundedParallel(text, start, size, count + 1)
    ? foundByRule({ start, end }, clausesAt(string, start, size, count + 1).join('、'), 'parallel')
    : null;
}

/** Whether clauses are a saying by what they say, wherever they stand. */
function isRuled(string: string, start: number, size: number, count: number): boolean {
  if (!mayBeParallel(string, start, size, count) || isCutFromWord(string, start)) return false;
  const end = start + count * (size + 1) - 1;
  return isRuledParallel(clausesAt(string, start, size, count), string.slice(end, end + REACH_AFTER));
}

const MEANS_BEFORE = /(?<![可所予加得难足用借致何])以[一-龥]{0,4}$/;

/**
 * Whether what stands before shows that the first clause is longer than the others: 以更大决心、更大力度 says how,
 * 以创业聚人才、兴产业 by what, and 加强党建、抓实作风 begins with 加强, not with 强.
 */
function isCutFromWord(string: string, start: number): boolean {
  return (
    (ENDS_IN_VERB.has(string.slice(start - 1, start + 1)) && string.slice(start - 2, start) !== '创新') ||
    MEANS_BEFORE.test(string.slice(Math.max(0, start - 6), start))
  );
}

function hanOnly(units: Uint16Array, start: number, size: number): boolean {
  for (let i = start; i < start + size; i++) if (!isHan(units[i] as number)) return false;
  return true;
}
