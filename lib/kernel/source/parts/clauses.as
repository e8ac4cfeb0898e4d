/** Clauses of one length that may be a saying: between commas, and around separators (、). */
import { admits } from './pattern-set';
import { write } from './places';
import { hanAfter, hanBefore, has, unitAt } from './units';

// What `tables` holds, as `lib/match/clause-sieve.ts` lays it out. Addresses of sets of units,
const PAUSES: usize = 0;
const PAUSES_BEFORE: usize = 4;
const PAUSES_AFTER: usize = 8;
const FRAME_WORDS: usize = 12;
const FOLLOWERS: usize = 16;
// of sets of patterns,
const INTRODUCTIONS: usize = 20;
const CLAUSES_OF_TWO: usize = 24;
const CLAUSES_OF_THREE: usize = 28;
// and of ten by ten numbers: the bounded rules for so many clauses of a length, as bits;
const FITTING: usize = 32;
// then the bounded rules that ask for something, as bits.
const FOR_COMMAS: usize = 36;
const AFTER_PAUSE: usize = 40;
const AFTER_INTRODUCTION: usize = 44;
const BEFORE_PAUSE: usize = 48;
const BEFORE_NAME: usize = 52;
const SHARING_WORD: usize = 56;
const SHARING_END: usize = 60;
const SHARING_ALL: usize = 64;
const CALLED: usize = 68;
// And a set of units: with which the words begin that such rules ask for behind the clauses.
const CALLS: usize = 72;

/** Kinds of places: clauses around separators, and between commas. */
const SEPARATED: i32 = 0;
const BETWEEN_COMMAS: i32 = 1;
/** Says of clauses that they may be a saying by what they say: a bit above those of the bounded rules. */
const RULED: i32 = 1 << 30;

/** Characters of a clause, and how many clauses there are at most. */
const LEAST: i32 = 3;
/** Of each of three and more between separators. */
const SHORT: i32 = 2;
const MOST: i32 = 9;
const MOST_CLAUSES: i32 = 8;
/** A run of more separators lists things. */
const MOST_SEPARATORS: i32 = 64;
/** How far words before the first clause are looked at. */
const REACH_BEFORE: i32 = 6;

const SEPARATOR: i32 = 0x3001;
const COMMA: i32 = 0xff0c;
const OF: i32 = 0x7684;

/** Where the run of clauses ended that was read last. */
let runEnd: i32 = -1;

/** The last separator of the run that `readRun` read last. */
export function endOfRun(): i32 {
  return runEnd;
}

/** Appends the sayings between commas whose positions stand in `[from, end)`; returns where `out` ends then. */
export function readCommas(tables: usize, units: usize, n: i32, from: usize, end: usize, out: usize): usize {
  const pauses = load<usize>(tables, PAUSES);
  for (let c = from; c < end; c += 4) {
    const comma = load<i32>(c);
    const size = hanBefore(units, comma);
    // Most clauses after a comma are of another length.
    if (size != hanAfter(units, comma + 1, n) || size < LEAST || size > MOST) continue;
    const start = comma - size;
    if (start > 0 && !has(pauses, unitAt(units, start - 1))) continue;
    let clauses = 1;
    let last = comma;
    do {
      const next = last + size + 1;
      if (next < n && !has(pauses, unitAt(units, next))) break;
      last = next;
      clauses++;
    } while (
      clauses < MOST_CLAUSES &&
      last < n &&
      unitAt(units, last) == COMMA &&
      hanAfter(units, last + 1, n) == size
    );
    if (clauses == 1) continue;
    const rules = bounded(tables, units, n, start, size, clauses, load<i32>(tables, FOR_COMMAS));
    if (rules != 0) out = write(out, start, BETWEEN_COMMAS | (size << 4) | (clauses << 12), rules);
  }
  return out;
}

/** Appends the sayings that the run of clauses around the separator at `first`, and those that follow it, may be. */
export function readRun(tables: usize, units: usize, n: i32, first: i32, out: usize): usize {
  let count = 1;
  const size = clauseAfter(units, first + 1, n);
  let tail = size;
  let last = first;
  let alike = true;
  while (last + 1 + tail < n && unitAt(units, last + 1 + tail) == SEPARATOR && count <= MOST_SEPARATORS) {
    alike = alike && tail == size;
    last += tail + 1;
    count++;
    tail = clauseAfter(units, last + 1, n);
  }
  runEnd = last;
  if (!alike || count >= MOST_CLAUSES) return out;
  const before = hanBefore(units, first);
  out = readClauses(tables, units, n, first, size, count, before, tail, out);
  if (count > 1 || size <= 4) return out;
  // The clause may end before the words do (控增量、减存量各项工作); four characters are most likely one clause.
  out = readClauses(tables, units, n, first, 3, 1, before, tail, out);
  out = readClauses(tables, units, n, first, 4, 1, before, tail, out);
  return readClauses(tables, units, n, first, beforeOf(units, first + 1, n), 1, before, tail, out);
}

/**
 * Appends clauses of one length around `count` separators, the first at `first`, if they may be a saying. `before` and
 * `after` Han characters stand before the first separator and after the last.
 */
function readClauses(
  tables: usize,
  units: usize,
  n: i32,
  first: i32,
  size: i32,
  count: i32,
  before: i32,
  after: i32,
  out: usize,
): usize {
  if (size < (count > 1 ? SHORT : LEAST) || size > MOST || before < size || after < size) return out;
  const start = first - size;
  const ruled = mayFollow(tables, units, n, first, size, count) && isRuled(tables, units, start, size, count + 1);
  const rules = bounded(tables, units, n, start, size, count + 1, -1);
  if ((rules | <i32>ruled) == 0) return out;
  return write(out, start, SEPARATED | (size << 4) | ((count + 1) << 12), rules | (ruled ? RULED : 0));
}

/** How many characters stand from `at` on before the first 的, where it may end a clause (…、人人受益的良好生态). */
function beforeOf(units: usize, at: i32, n: i32): i32 {
  for (let size = 5; size <= MOST && at + size < n; size++) if (unitAt(units, at + size) == OF) return size;
  return 0;
}

/** How many Han characters a clause from `at` on has, ten at most. */
function clauseAfter(units: usize, at: i32, n: i32): i32 {
  return min(hanAfter(units, at, n), MOST + 1);
}

/** Whether what follows the clauses around `count` separators lets them end there. */
function mayFollow(tables: usize, units: usize, n: i32, first: i32, size: i32, count: i32): bool {
  const end = first + count * (size + 1);
  if (end >= n) return true;
  const unit = unitAt(units, end);
  return <u32>(unit - 0x4e00) > 0x9fa5 - 0x4e00 || has(load<usize>(tables, FOLLOWERS), unit);
}

/** Whether one pattern admits all clauses. */
function isRuled(tables: usize, units: usize, start: i32, size: i32, count: i32): bool {
  const ofTwo = load<usize>(tables, CLAUSES_OF_TWO);
  const ofThree = load<usize>(tables, CLAUSES_OF_THREE);
  let two = -1;
  let three = count >= 3 ? -1 : 0;
  for (let c = 0; c < count && (two | three) != 0; c++) {
    if (two != 0) two &= admits(ofTwo, units, start, size);
    if (three != 0) three &= admits(ofThree, units, start, size);
    start += size + 1;
  }
  return (two | three) != 0;
}

/** The bounded rules, of those asked, that so many clauses may be a saying by. */
function bounded(tables: usize, units: usize, n: i32, start: i32, size: i32, count: i32, asked: i32): i32 {
  let rules = asked & load<i32>(load<usize>(tables, FITTING) + ((count * 10 + size) << 2));
  if (rules == 0) return 0;
  const end = start + count * (size + 1) - 1;
  const opens = start == 0 || has(load<usize>(tables, PAUSES_BEFORE), unitAt(units, start - 1));
  const closes = end == n || has(load<usize>(tables, PAUSES_AFTER), unitAt(units, end));
  if (!opens) rules &= ~load<i32>(tables, AFTER_PAUSE);
  rules &= closes ? ~load<i32>(tables, BEFORE_NAME) : ~load<i32>(tables, BEFORE_PAUSE);
  const called = load<i32>(tables, CALLED);
  if ((rules & called) != 0 && !closes && !has(load<usize>(tables, CALLS), unitAt(units, end))) rules &= ~called;
  const word = load<i32>(tables, SHARING_WORD);
  const ends = load<i32>(tables, SHARING_END);
  const all = load<i32>(tables, SHARING_ALL);
  if ((rules & word) != 0 && !sharesWord(load<usize>(tables, FRAME_WORDS), units, start, size, count)) rules &= ~word;
  if ((rules & ends) != 0 && !sharesEnd(load<usize>(tables, FRAME_WORDS), units, start, size, count)) rules &= ~ends;
  if ((rules & all) != 0 && !sharesAll(units, start, size)) rules &= ~all;
  const introduced = load<i32>(tables, AFTER_INTRODUCTION);
  if ((rules & introduced) != 0) {
    const from = max(0, start - REACH_BEFORE);
    if (admits(load<usize>(tables, INTRODUCTIONS), units, from, start - from) == 0) rules &= ~introduced;
  }
  return rules;
}

/** Whether all clauses have the unit of the first one at a place. */
function sameAt(units: usize, at: i32, step: i32, count: i32): bool {
  const unit = unitAt(units, at);
  for (let c = 1; c < count; c++) if (unitAt(units, at + c * step) != unit) return false;
  return true;
}

function sharesWord(words: usize, units: usize, start: i32, size: i32, count: i32): bool {
  for (let at = start; at < start + size; at++)
    if (has(words, unitAt(units, at)) && sameAt(units, at, size + 1, count)) return true;
  return false;
}

function sharesEnd(words: usize, units: usize, start: i32, size: i32, count: i32): bool {
  const step = size + 1;
  const last = start + size - 1;
  if (
    sameAt(units, start, step, count) &&
    (has(words, unitAt(units, start)) || sameAt(units, start + 1, step, count))
  )
    return true;
  return sameAt(units, last, step, count) && sameAt(units, last - 1, step, count);
}

/** Whether two clauses have the same units in any order; their sums are compared first. */
function sharesAll(units: usize, start: i32, size: i32): bool {
  const next = start + size + 1;
  let sum = 0;
  for (let i = 0; i < size; i++) sum += unitAt(units, start + i) - unitAt(units, next + i);
  if (sum != 0) return false;
  for (let i = 0; i < size; i++) {
    const unit = unitAt(units, start + i);
    if (countOf(unit, units, start, size) != countOf(unit, units, next, size)) return false;
  }
  return true;
}

function countOf(unit: i32, units: usize, from: i32, size: i32): i32 {
  let count = 0;
  for (let i = from; i < from + size; i++) count += <i32>(unitAt(units, i) == unit);
  return count;
}
