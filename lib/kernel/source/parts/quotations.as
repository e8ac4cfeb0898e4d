/** What a quotation may be. */
import { admits } from './pattern-set';
import { has, isHan, unitAt } from './units';

// What `tables` holds, as `lib/match/quotation-sieve.ts` lays it out: addresses of sets of patterns,
const QUOTED_NUMBERS: usize = 0;
const NAMED_NUMBERS: usize = 4;
const COINAGES: usize = 8;
const BEFORE_QUOTE: usize = 12;
const AFTER_QUOTE: usize = 16;
// of a set of units,
const CLAUSE_ENDS: usize = 20;
// and of 1,024 bits of scratch space.
const SEEN: usize = 24;

const MULTIPLIER: i32 = 0x9e3779b1;

// What a quotation may be, as bits; behind them those of the sets before and after it.
const A_NUMBER: i32 = 1;
const A_NAMED_NUMBER: i32 = 2;
const A_FORMULA: i32 = 4;
const PARTED: i32 = 8;
const A_COINAGE: i32 = 16;
const A_WORDING: i32 = 32;
const BITS_BEFORE: i32 = 8;
const BITS_AFTER: i32 = 16;

/** How long quotations are that may be what. */
const LONGEST_NUMBER: i32 = 16;
const LONGEST_COINAGE: i32 = 12;
const SHORTEST_COINAGE: i32 = 3;
/** Shorter ones may be fixed wordings that no rule knows. */
const LONGEST_NAME: i32 = 8;
/** How far words around a quotation are looked at: before it within its clause. */
const REACH_BEFORE: i32 = 10;
const REACH_AFTER: i32 = 6;

/** How many units the number of a footnote takes at the end of a quotation: “三道防线［21］”. */
export function footnoteSize(units: usize, from: i32, size: i32): i32 {
  const last = unitAt(units, from + size - 1);
  if (last != 0x5d && last != 0xff3d) return 0;
  let digits = 0;
  while (digits < 3 && digits + 1 < size && isDigit(unitAt(units, from + size - 2 - digits))) digits++;
  if (digits == 0 || digits + 2 > size) return 0;
  const first = unitAt(units, from + size - 2 - digits);
  return first == 0x5b || first == 0xff3b ? digits + 2 : 0;
}

/** Whether one of the hits from `quoted` on, all of which begin at `start` or later, is `[start, end)`. */
export function isSettled(hits: usize, quoted: usize, start: i32, end: i32): bool {
  let number = load<i32>(quoted);
  while (number >= 0 && load<i32>(hits + number * 12) == start) {
    if (load<i32>(hits + number * 12, 4) == end) return true;
    quoted += 4;
    number = load<i32>(quoted);
  }
  return false;
}

/** What the quotation of `size` units behind the mark at `open` and before the one at `close`, or a footnote, may be. */
export function classify(tables: usize, units: usize, n: i32, open: i32, size: i32, close: i32): i32 {
  const from = open + 1;
  let what = lettersOf(units, from, size);
  if (size <= LONGEST_NUMBER && admits(load<usize>(tables, QUOTED_NUMBERS), units, from, size) != 0) what |= A_NUMBER;
  if (size > LONGEST_COINAGE) return what & ~A_WORDING;
  if (admits(load<usize>(tables, NAMED_NUMBERS), units, from, size) != 0) what |= A_NAMED_NUMBER;
  if (size < SHORTEST_COINAGE) return what & ~A_WORDING;
  if (admits(load<usize>(tables, COINAGES), units, from, size) != 0) what |= A_COINAGE;
  if ((what & A_WORDING) == 0) return what;
  const ends = load<usize>(tables, CLAUSE_ENDS);
  const floor = max(0, open - REACH_BEFORE);
  let before = open;
  while (before > floor && !has(ends, unitAt(units, before - 1))) before--;
  const after = close + 1;
  const rest = min(REACH_AFTER, n - after);
  what |= admits(load<usize>(tables, BEFORE_QUOTE), units, before, open - before) << BITS_BEFORE;
  return what | (admits(load<usize>(tables, AFTER_QUOTE), units, after, rest) << BITS_AFTER);
}

/** What the units of a quotation say by themselves: whether they may be a formula, clauses, or Han characters alone. */
function lettersOf(units: usize, from: i32, size: i32): i32 {
  let what = A_WORDING;
  if (isDigit(unitAt(units, from))) what |= A_FORMULA;
  for (let i = from; i < from + size; i++) {
    const unit = unitAt(units, i);
    if (isHan(unit)) continue;
    // Other blocks of Han characters lie above here.
    if (unit < 0x2e80) what &= ~A_WORDING;
    // + and what parts clauses: a space, 、，；　 and ·.
    if (unit == 0x2b) what |= A_FORMULA;
    else if (unit == 0x20) what |= A_FORMULA | PARTED;
    else if (unit == 0x3001 || unit == 0xff0c || unit == 0xff1b || unit == 0x3000 || unit == 0xb7) what |= PARTED;
  }
  return what;
}

/**
 * Whether any two of `count` places, of those that have the bit `doubtful` beside their kind, may say the same: whether
 * their first three units are alike. Quotations begin behind their mark.
 */
export function anyTwice(
  tables: usize,
  units: usize,
  places: usize,
  count: i32,
  quotation: i32,
  doubtful: i32,
): bool {
  const seen = load<usize>(tables, SEEN);
  memory.fill(seen, 0, 128);
  const end = places + count * 12;
  for (let place = places; place < end; place += 12) {
    const what = load<i32>(place, 4);
    if ((what & doubtful) == 0) continue;
    let from = load<i32>(place);
    if ((what & 15) == quotation) {
      from++;
      if (((what >> 4) & 255) > LONGEST_NAME) continue;
    }
    const hash = ((unitAt(units, from) * 31 + unitAt(units, from + 1)) * 31 + unitAt(units, from + 2)) * MULTIPLIER;
    const word = seen + ((hash >>> 27) << 2);
    const bit = 1 << (hash >>> 22);
    const known = load<i32>(word);
    if ((known & bit) != 0) return true;
    store<i32>(word, known | bit);
  }
  return false;
}

function isDigit(unit: i32): bool {
  return <u32>(unit - 0x30) < 10;
}
