import type { Text } from '@/lib/types';
import {
  CHINESE_DIGIT,
  CLASSES,
  CLOSE_QUOTE,
  canonicalForm,
  isHan,
  OPEN_QUOTE,
  PLUS,
  SEPARATOR,
} from './characters';
import type { CompiledLexicon } from './compile-lexicon';
import { readUnquotedFormula } from './formulas';
import { ENDS_IN_VERB } from './parallel-tables';
import { isUnquotedParallel, opensSaying } from './parallels';
import { classifyQuoted } from './quoted';
import type { Candidate } from './slogans';
import { readUnquotedNumeral } from './unquoted-numerals';

/** A quotation longer than this is speech. */
const LONGEST_QUOTED = 60;
/** Clauses of an unquoted saying: this long and as many. */
const CLAUSE_LENGTHS = { least: 3, most: 8 };
const MOST_CLAUSES = 8;

/** Adds to `candidates` the slogans that rules recognise without the lexicon. One pass, linear. */
export function findUnlisted(text: Text, lexicon: CompiledLexicon, candidates: Candidate[]): void {
  const { string, units } = text;
  const length = string.length;
  let open = -1;
  let plusDone = -1;
  let runDone = -1;
  let digitDone = -1;
  for (let i = 0; i < length; i++) {
    const c = CLASSES[units[i] as number] as number;
    if (c === 0) continue;
    if (c === CHINESE_DIGIT) {
      if (i < digitDone) continue;
      const found = readUnquotedNumeral(string, units, i);
      if (found !== null) {
        digitDone = found.end;
        candidates.push({
          ...found,
          slogan: canonicalForm(string.slice(found.start, found.end)),
          kind: 'numeral',
          listed: false,
        });
      }
    } else if (c === OPEN_QUOTE) open = i;
    else if (c === CLOSE_QUOTE) {
      if (open >= 0 && i - open - 1 >= 2 && i - open - 1 <= LONGEST_QUOTED)
        addQuoted(string, open, i, lexicon, candidates);
      open = -1;
    } else if (c === PLUS && i > plusDone) {
      const found = readUnquotedFormula(string, i);
      if (found !== null) {
        plusDone = found.end;
        candidates.push({
          ...found,
          slogan: string.slice(found.start, found.end),
          kind: 'formula',
          listed: false,
        });
      }
    } else if (c === SEPARATOR && i > runDone) runDone = addParallel(text, i, candidates);
  }
}

function addQuoted(
  text: string,
  open: number,
  close: number,
  lexicon: CompiledLexicon,
  candidates: Candidate[],
): void {
  // What the lexicon lists is settled there; only where it lists a sense of other contexts may a rule speak.
  const listed = lexicon.forms.get(text.slice(open + 1, close));
  if (listed?.some((entry) => entry.when.length === 0 || entry.kind === 'trap') === true) return;
  const kind = classifyQuoted(text, open, close);
  if (kind === null) return;
  const slogan = canonicalForm(text.slice(open + 1, close));
  candidates.push({ start: open + 1, end: close, slogan, kind, listed: false });
}

/**
 * Reads the run of clauses around the 、 at `first`; returns the offset of its last 、, so that the run is read
 * once. The clauses between two 、 give the length; with one 、 the punctuation after the last clause does.
 */
function addParallel(text: Text, first: number, candidates: Candidate[]): number {
  const { string, units } = text;
  const marks = [first];
  let at = first + 1;
  let end = at;
  for (;;) {
    end = at;
    while (end < string.length && end - at <= CLAUSE_LENGTHS.most && isHan(units[end] as number)) end++;
    if (end >= string.length || CLASSES[units[end] as number] !== SEPARATOR || marks.length > 64) break;
    marks.push(end);
    at = end + 1;
  }
  const last = marks[marks.length - 1] as number;
  // With one 、 the clause may end before the words do (控增量、减存量工作): 3 and 4 are the usual lengths.
  const sizes = marks.length > 1 ? [(marks[1] as number) - first - 1] : [...new Set([end - at, 3, 4])];
  for (const size of sizes) {
    const found = readClauses(text, marks, size);
    if (found === null) continue;
    candidates.push(found);
    return last;
  }
  return last;
}

/** Reads clauses of one length around all marks, or null where they are no saying. */
function readClauses({ string, units }: Text, marks: readonly number[], size: number): Candidate | null {
  const first = marks[0] as number;
  const start = first - size;
  if (size < CLAUSE_LENGTHS.least || size > CLAUSE_LENGTHS.most || marks.length >= MOST_CLAUSES) return null;
  if (start < 0 || !opensSaying(units[start] ?? 0)) return null;
  // 以更大决心、更大力度 says how, and is no saying; 加强党建、抓实作风 begins with 加强, not with 强.
  if (
    start > 0 &&
    (string.charAt(start - 1) === '以' || ENDS_IN_VERB.has(string.slice(start - 1, start + 1)))
  )
    return null;
  if (marks.some((mark, i) => i > 0 && mark - (marks[i - 1] as number) - 1 !== size)) return null;
  const clauses: string[] = [];
  for (const mark of [start - 1, ...marks]) {
    const clause = string.slice(mark + 1, mark + 1 + size);
    if (clause.length < size || !hanOnly(clause)) return null;
    clauses.push(clause);
  }
  const end = (marks[marks.length - 1] as number) + 1 + size;
  if (!isUnquotedParallel(clauses, string.charAt(end))) return null;
  return { start, end, slogan: clauses.join('、'), kind: 'parallel', listed: false };
}

function hanOnly(clause: string): boolean {
  for (let i = 0; i < clause.length; i++) if (!isHan(clause.charCodeAt(i))) return false;
  return true;
}
