import type { Text } from '@/lib/types';
import { isBoundedParallel } from './bounded';
import { type Candidate, foundByRule } from './candidate';
import { isHan, SEPARATOR } from './characters';
import { ENDS_IN_VERB } from './parallel-tables';
import { isUnquotedParallel, mayBeSaying } from './parallels';

/** Clauses of an unquoted saying: this long and as many. */
const LEAST = 3;
const MOST = 8;
const MOST_CLAUSES = 8;
/** A run of 、 longer than this is a list of things. */
const MOST_MARKS = 64;
/** How far words after the last clause are looked at. */
const REACH = 8;

/**
 * Reads the run of clauses around the 、 at `first`. `last` is the offset of its last 、, so that a run is read once.
 * The clauses between two 、 give the length; with one 、 the punctuation after the last clause does.
 */
export function readClauseRun(
  text: Text,
  first: number,
): { readonly last: number; readonly found: Candidate | null } {
  const { units } = text;
  const length = text.string.length;
  const marks = [first];
  let at = first + 1;
  let end = at;
  for (;;) {
    end = at;
    while (end < length && end - at <= MOST && isHan(units[end] as number)) end++;
    if (end >= length || units[end] !== SEPARATOR || marks.length > MOST_MARKS) break;
    marks.push(end);
    at = end + 1;
  }
  const last = marks[marks.length - 1] as number;
  const size = marks.length > 1 ? (marks[1] as number) - first - 1 : end - at;
  const found = readClauses(text, marks, size);
  if (found !== null || marks.length > 1) return { last, found };
  // The clause may end before the words do (控增量、减存量各项工作); four characters are most likely one clause.
  return { last, found: end - at > 4 ? (readClauses(text, marks, 3) ?? readClauses(text, marks, 4)) : null };
}

/** Reads clauses of one length around all marks, or null where they are no saying. */
function readClauses({ string, units }: Text, marks: readonly number[], size: number): Candidate | null {
  const first = marks[0] as number;
  const start = first - size;
  if (size < LEAST || size > MOST || marks.length >= MOST_CLAUSES) return null;
  if (start < 0) return null;
  if (marks.some((mark, i) => i > 0 && mark - (marks[i - 1] as number) - 1 !== size)) return null;
  const clauses: string[] = [];
  for (const mark of [start - 1, ...marks]) {
    const clause = string.slice(mark + 1, mark + 1 + size);
    if (clause.length < size || !hanOnly(clause)) return null;
    clauses.push(clause);
  }
  const end = (marks[marks.length - 1] as number) + 1 + size;
  const after = string.slice(end, end + REACH);
  const ruled =
    mayBeSaying(units, start, first) && !isCutFromWord(string, start) && isUnquotedParallel(clauses, after);
  if (!ruled && !isBoundedParallel(clauses, string, start, after)) return null;
  return foundByRule({ start, end }, clauses.join('、'), 'parallel');
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

function hanOnly(clause: string): boolean {
  for (let i = 0; i < clause.length; i++) if (!isHan(clause.charCodeAt(i))) return false;
  return true;
}
