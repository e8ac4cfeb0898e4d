import type { Text } from '@/lib/types';
import { isBoundedParallel } from './bounded';
import { type Candidate, foundByRule } from './candidate';
import { clausesAt, isHan } from './characters';

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
  if (next > length || (next < length && BREAKS[units[next] as number] !== PAUSE)) return null;
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
  for (let start = comma - 1; comma - start <= MOST + 1; start--)
    if (start < 0 || BREAKS[units[start] as number] !== 0)
      return start < 0 || BREAKS[units[start] as number] === PAUSE ? comma - start - 1 : 0;
  return 0;
}

function clauseAfter(units: Uint16Array, comma: number, length: number): number {
  for (let end = comma + 1; end - comma <= MOST + 1; end++)
    if (end >= length || BREAKS[units[end] as number] !== 0)
      return end >= length || BREAKS[units[end] as number] === PAUSE ? end - comma - 1 : 0;
  return 0;
}

const PAUSE = 1;
const OTHER = 2;
/** What ends a run of Han characters: a pause of the sentence, or something else. */
const BREAKS = new Uint8Array(0x10000).map((_, unit) => (isHan(unit) ? 0 : OTHER));
for (const c of '，。；：！？\n“”—\u3000 ') BREAKS[c.charCodeAt(0)] = PAUSE;
