/**
 * Places of a text where a rule without the lexicon may find a slogan: a sieve before the patterns, made of the tables
 * of `lib/match`, whose `places.ts` calls it.
 */
import { endOfRun, readCommas, readRun } from './parts/clauses';
import { opens } from './parts/pattern-set';
import { write } from './parts/places';
import { anyTwice, classify, footnoteSize, isSettled } from './parts/quotations';
import { has, unitAt } from './parts/units';

// What `tables` holds: bits of marks,
const COMMAS: usize = 0;
const SEPARATORS: usize = 4;
const CHINESE_DIGITS: usize = 8;
const OPEN_QUOTES: usize = 12;
const CLOSE_QUOTES: usize = 16;
const PLUSES: usize = 20;
// then addresses: a set of patterns, a set of units, and the tables of clauses and of quotations.
const NUMBERS: usize = 24;
const NOT_BEFORE_NUMBER: usize = 28;
const CLAUSE_TABLES: usize = 32;
const QUOTATION_TABLES: usize = 36;

/** Kinds of places; 0 and 1 are clauses. */
const NUMBER: i32 = 2;
const QUOTATION: i32 = 3;
const SUM: i32 = 4;

const LONGEST_QUOTED: i32 = 60;
/** Units within which what follows a number has the pair that its pattern asks for. */
const NUMBER_REACH: i32 = 12;

/**
 * Writes to `places` three numbers a place: where it is (its first unit or its mark); its kind, four bits higher a
 * length, twelve higher a number of clauses or the length of a footnote; what sieves say of it. First come sayings between commas, then all others,
 * each in the order of the text: never more than `n`. `at` and `bits` are `count` marks, `commas` and `others` room for as
 * many numbers each; `quoted` are the numbers of `hits` that settle a quotation, which is no such place (see
 * `settle.as`). Returns how many places there are.
 */
export function survey(
  tables: usize,
  units: usize,
  n: i32,
  at: usize,
  bits: usize,
  count: i32,
  commas: usize,
  others: usize,
  places: usize,
  hits: usize,
  quoted: usize,
): i32 {
  const isComma = load<i32>(tables, COMMAS);
  const isOther =
    load<i32>(tables, SEPARATORS) |
    load<i32>(tables, CHINESE_DIGITS) |
    load<i32>(tables, OPEN_QUOTES) |
    load<i32>(tables, CLOSE_QUOTES) |
    load<i32>(tables, PLUSES);
  let comma = commas;
  let other = others;
  // Without branches, since none could be foreseen.
  for (let m = 0; m < count; m++) {
    const found = load<i32>(bits + (m << 2));
    store<i32>(comma, load<i32>(at + (m << 2)));
    comma += <usize>((found & isComma) != 0) << 2;
    store<i32>(other, m);
    other += <usize>((found & isOther) != 0) << 2;
  }
  const out = readCommas(load<usize>(tables, CLAUSE_TABLES), units, n, commas, comma, places);
  return <i32>(readOthers(tables, units, n, at, bits, others, other, out, hits, quoted) - places) / 12;
}

/** Appends what stands at the other marks, whose numbers stand in `[from, end)`; returns where `out` ends then. */
function readOthers(
  tables: usize,
  units: usize,
  n: i32,
  at: usize,
  bits: usize,
  from: usize,
  end: usize,
  out: usize,
  hits: usize,
  quoted: usize,
): usize {
  const digits = load<i32>(tables, CHINESE_DIGITS);
  const separators = load<i32>(tables, SEPARATORS);
  const opening = load<i32>(tables, OPEN_QUOTES);
  const closing = load<i32>(tables, CLOSE_QUOTES);
  const quotations = load<usize>(tables, QUOTATION_TABLES);
  let open = -1;
  let runDone = -1;
  for (let o = from; o < end; o += 4) {
    const m = <usize>load<i32>(o) << 2;
    const i = load<i32>(at + m);
    const found = load<i32>(bits + m);
    if ((found & digits) != 0) {
      const rules = opens(load<usize>(tables, NUMBERS), units, n, i, NUMBER_REACH);
      if (rules != 0 && (i == 0 || !has(load<usize>(tables, NOT_BEFORE_NUMBER), unitAt(units, i - 1))))
        out = write(out, i, NUMBER, rules);
    } else if ((found & separators) != 0) {
      if (i <= runDone) continue;
      out = readRun(load<usize>(tables, CLAUSE_TABLES), units, n, i, out);
      runDone = endOfRun();
    } else if ((found & opening) != 0) {
      open = i;
    } else if ((found & closing) != 0) {
      const size = i - open - 1;
      if (open >= 0 && size >= 2 && size <= LONGEST_QUOTED) {
        const note = footnoteSize(units, open + 1, size);
        quoted = skipTo(hits, quoted, open + 1);
        if (!isSettled(hits, quoted, open + 1, i - note)) {
          const what = classify(quotations, units, n, open, size - note, i);
          out = write(out, open, QUOTATION | ((size - note) << 4) | (note << 12), what);
        }
      }
      open = -1;
    } else if (i > 0 && <u32>(unitAt(units, i - 1) - 0x30) < 10) {
      out = write(out, i, SUM, 0);
    }
  }
  return out;
}

/** Passes over the numbers of hits that begin before a position. */
function skipTo(hits: usize, quoted: usize, start: i32): usize {
  let number = load<i32>(quoted);
  while (number >= 0 && load<i32>(hits + number * 12) < start) {
    quoted += 4;
    number = load<i32>(quoted);
  }
  return quoted;
}

/** Whether any two of `count` places, of those that have the bit `doubtful` beside their kind, may say the same. */
export function twice(tables: usize, units: usize, places: usize, count: i32, doubtful: i32): bool {
  return anyTwice(load<usize>(tables, QUOTATION_TABLES), units, places, count, QUOTATION, doubtful);
}
