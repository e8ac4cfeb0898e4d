/** Which phrases of the lexicon that stand in a text are slogans there, as far as no word around has to be asked. */
import { has, unitAt } from './parts/units';

// What `tables` holds: the address of a byte a phrase, and of two sets of units.
const ABOUT: usize = 0;
const NOT_BEFORE_NUMBER: usize = 4;
const BODY_OPENINGS: usize = 8;

// What is known of a phrase, as bits: ABOUT of `lib/match/compile-lexicon.ts`.
const CHINESE_NUMBER: i32 = 1;
const ARABIC_NUMBER: i32 = 2;
const TRAP: i32 = 4;
const SETTLED: i32 = 8;
const ENDS_IN_DIGIT: i32 = 16;
const SEVERAL: i32 = 32;

/** Put to the number of a hit that may be no slogan: a trap, or where words tell what it means or go on to the name of a body. */
const DOUBTFUL: i32 = 1 << 30;

/**
 * Puts `count` hits (see `phrases.as`) in the order of the text, the longer one of two that begin together first, and
 * writes to `chosen` the numbers of those that cover all that they overlap, and to `quoted` the numbers of those right
 * behind an opening quotation mark that the lexicon settles there, then −1. What does not stand alone loses its number.
 * Returns how many are chosen; −1 where the longest of hits that overlap does not cover the others, or words tell what it
 * means.
 */
export function settle(
  tables: usize,
  units: usize,
  n: i32,
  hits: usize,
  count: i32,
  chosen: usize,
  quoted: usize,
): i32 {
  const about = load<usize>(tables, ABOUT);
  sort(hits, count, chosen);
  let isClear = true;
  let kept = 0;
  let reach = 0;
  let first = -1;
  let hasSeveral = false;
  let second = quoted;
  for (let c = 0; c < count; c++) {
    const number = load<i32>(chosen + (c << 2));
    const hit = hits + number * 12;
    const start = load<i32>(hit);
    const end = load<i32>(hit, 4);
    const known = <i32>load<u8>(about + <usize>load<i32>(hit, 8));
    store<i32>(second, number);
    second += <usize>((known & SETTLED) != 0 && start > 0 && isOpenQuote(unitAt(units, start - 1))) << 2;
    if (!standsAlone(tables, units, n, start, end, known)) {
      store<i32>(hit, -1, 8);
      continue;
    }
    if (start < reach) {
      // The one before begins no later; it may not end sooner, and has to be a slogan in any case.
      if (end > reach || (start == first && end == reach) || hasSeveral) isClear = false;
      continue;
    }
    first = start;
    reach = end;
    hasSeveral = (known & SEVERAL) != 0;
    const mayBeBody = end < n && has(load<usize>(tables, BODY_OPENINGS), unitAt(units, end));
    const isDoubtful = mayBeBody || (known & (SEVERAL | TRAP)) != 0;
    store<i32>(chosen + (kept << 2), number | (isDoubtful ? DOUBTFUL : 0));
    kept++;
  }
  store<i32>(second, -1);
  return isClear ? kept : -1;
}

/** Writes the numbers of hits to `order`. They come in the order of what they are known by, which is nearly that. */
function sort(hits: usize, count: i32, order: usize): void {
  for (let c = 0; c < count; c++) {
    const hit = hits + c * 12;
    const start = load<i32>(hit);
    const end = load<i32>(hit, 4);
    let to = order + (c << 2);
    while (to > order) {
      const other = hits + load<i32>(to - 4) * 12;
      const before = load<i32>(other) - start;
      if (before < 0 || (before == 0 && load<i32>(other, 4) >= end)) break;
      store<i32>(to, load<i32>(to - 4));
      to -= 4;
    }
    store<i32>(to, c);
  }
}

/** A number is not read out of the middle of a larger one (十四个坚持, 2.1+1). */
function standsAlone(tables: usize, units: usize, n: i32, start: i32, end: i32, known: i32): bool {
  if ((known & (CHINESE_NUMBER | ARABIC_NUMBER | ENDS_IN_DIGIT)) == 0) return true;
  const before = start > 0 ? unitAt(units, start - 1) : 0;
  if ((known & CHINESE_NUMBER) != 0 && has(load<usize>(tables, NOT_BEFORE_NUMBER), before)) return false;
  if ((known & ARABIC_NUMBER) != 0 && (isDigit(before) || before == 0x2e || before == 0x2b)) return false;
  if ((known & ENDS_IN_DIGIT) == 0 || end >= n) return true;
  const after = unitAt(units, end);
  return !(isDigit(after) || after == 0x2b || (after == 0x2e && end + 1 < n && isDigit(unitAt(units, end + 1))));
}

function isDigit(unit: i32): bool {
  return <u32>(unit - 0x30) < 10;
}

function isOpenQuote(unit: i32): bool {
  return unit == 0x201c || unit == 0x2018;
}
