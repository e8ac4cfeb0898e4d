import type { Text } from '@/lib/types';
import { isBoundedParallel } from './bounded';
import { type Candidate, foundByRule } from './candidate';
import { clausesAt, isHan, UnitSet } from './characters';

/** Clauses between commas: this long, and as many. */
const LEAST = 3;
const MOST = 9;
const MOST_CLAUSES = 8;
const COMMA = '，'.charCodeAt(0);

/**
 * Reads the saying whose clauses are parted by commas (不负韶华，不负时代) from its first comma on, or null: clauses of
 * one length that fill a stretch of the sentence from pause to pause and share a frame word, or three and more deeds of
 * three characters.
 */
export function readCommaRun(text: Text, comma: number): Candidate | null {
  const { string, units } = text;
  const { length } = string;
  const size = clauseBefore(units, comma);
  if (size < LEAST) return null;
  // Most clauses after a comma are of another length, which one look tells.
  const next = comma + size + 1;
  if (next > length || (next < length && !PAUSES.has(units[next] as number))) return null;
  if (clauseAfter(units, comma, length) !== size) return null;
  let count = 1;
  let end = comma;
  do {
    end += size + 1;
    count++;
  } while (count < MOST_CLAUSES && units[end] === COMMA && clauseAfter(units, end, length) === size);
  const start = comma - size;
  if (!isBoundedParallel(text, start, size, count, true)) return null;
  return foundByRule({ start, end }, clausesAt(string, start, size, count).join('、'), 'parallel');
}

/** Length of the Han clause that ends at a comma, from the pause before it; 0 where it is longer or no clause. */
function clauseBefore(units: Uint16Array, comma: number): number {
  let start = comma - 1;
  while (start >= 0 && comma - start <= MOST + 1 && isHan(units[start] as number)) start--;
  if (comma - start > MOST + 1) return 0;
  return start < 0 || PAUSES.has(units[start] as number) ? comma - start - 1 : 0;
}

function clauseAfter(units: Uint16Array, comma: number, length: number): number {
  let end = comma + 1;
  while (end < length && end - comma <= MOST + 1 && isHan(units[end] as number)) end++;
  if (end - comma > MOST + 1) return 0;
  return end === length || PAUSES.has(units[end] as number) ? end - comma - 1 : 0;
}

/** What ends a clause by a pause of the sentence. */
const PAUSES = new UnitSet('，。；：！？\n“”—\u3000 ');
