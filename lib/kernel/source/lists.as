/** Whether a text may hold lists: where markers of items may stand, and whether sentences begin alike. */
import { isHan } from './parts/units';

/** What a unit may be in a marker: bits of the first byte of a unit, as lib/match/directives/marker-units.ts sets them. */
const CHINESE: i32 = 1;
const DIGIT: i32 = 2;
const BRACKET: i32 = 4;
const ORDER: i32 = 8;
const KINDS: i32 = 31;
const CLOSING: i32 = 32;
const POINT: i32 = 64;

/** A bit of its second byte: instructions may begin with it. The others say behind what it may stand. */
const INSTRUCTS: i32 = 32;

const NEWLINE: i32 = 10;
const SPACE: i32 = 32;
const WIDE_SPACE: i32 = 0x3000;
const COMMA: i32 = 0xff0c;
const COLON: i32 = 0xff1a;
const OPEN_QUOTE: i32 = 0x201c;
const CLOSE_QUOTE: i32 = 0x201d;
const CLOSE_SINGLE: i32 = 0x2019;
const ZERO: i32 = 0x30;
const TWO: i32 = 0x32;
/** 个 */
const PIECE: i32 = 0x4e2a;
const FIRST_HAN: i32 = 0x3400;

// What `tables` holds, as marker-units.ts lays it out: the marks that end a sentence, and those at which a marker may stand;
const ENDS: usize = 0;
const MARKERS: usize = 4;
// for every four bits how sixteen bytes are moved together that belong to those set;
const MOVES: usize = 16;
// by the last eight bits of a unit the marks that it may follow in a marker;
const FOLLOWS: usize = MOVES + 256;
// a byte a unit: what it may be; and again: behind what it may stand.
const UNITS: usize = FOLLOWS + 1024;

/** Answers of `survey`. */
const HAS_MARKERS: i32 = 1;
const HAS_RUNS: i32 = 2;

/**
 * Writes the positions of marks at which a marker may stand to `into`, those of marks that end a sentence `size` numbers
 * behind, and how many there are to `counts`. Returns 1 where two markers of one kind may stand in the text, 2 where three
 * sentences after another (the first perhaps behind a lead) begin with the same two units and may give instructions, 3 where both. `at` and `bits` are those
 * of the `count` marks of `n` units; `into` is room for three times `size` numbers.
 */
export function survey(
  tables: usize,
  units: usize,
  n: i32,
  at: usize,
  bits: usize,
  count: i32,
  into: usize,
  size: i32,
  counts: usize,
): i32 {
  const stops = into + (<usize>size << 2);
  // The last unit begins no marker, and ends no sentence that another follows.
  const isLast = count > 0 && load<i32>(at + ((count - 1) << 2)) == n - 1;
  sort(tables, at, bits, isLast ? count - 1 : count, into, size, counts);
  const places = sift(tables + FOLLOWS, units, into, stops + (<usize>size << 2), load<i32>(counts));
  store<i32>(counts, places);
  const markers = hasTwoMarkers(units, n, tables + UNITS, into, places);
  const runs = hasRun(units, n, tables + UNITS, stops, load<i32>(counts, 4));
  return (markers ? HAS_MARKERS : 0) | (runs ? HAS_RUNS : 0);
}

/**
 * Sorts the marks by what they are, four at once and without branches, since none could be foreseen: positions of those at
 * which a marker may stand, `size` numbers behind of those that end a sentence, and again behind the bits of the former.
 */
function sort(tables: usize, at: usize, bits: usize, count: i32, into: usize, size: i32, counts: usize): void {
  const ends = v128.load32_splat(tables, ENDS);
  const markers = v128.load32_splat(tables, MARKERS);
  const moves = tables + MOVES;
  const stops = into + (<usize>size << 2);
  const toKinds = <usize>size << 3;
  let place = into;
  let stop = stops;
  for (let m = 0; m < count; m += 4) {
    const positions = v128.load(at + (m << 2));
    const kinds = v128.load(bits + (m << 2));
    const listed = count - m < 4 ? (1 << (count - m)) - 1 : 15;
    const mayBegin = bitsOf(v128.and(kinds, markers)) & listed;
    const move = v128.load(moves + (mayBegin << 4));
    v128.store(place, i8x16.swizzle(positions, move));
    v128.store(place + toKinds, i8x16.swizzle(kinds, move));
    place += <usize>popcnt(mayBegin) << 2;
    const end = bitsOf(v128.and(kinds, ends)) & listed;
    v128.store(stop, i8x16.swizzle(positions, v128.load(moves + (end << 4))));
    stop += <usize>popcnt(end) << 2;
  }
  store<i32>(counts, <i32>((place - into) >> 2));
  store<i32>(counts, <i32>((stop - stops) >> 2), 4);
}

/** A bit for each of four numbers that is not zero. */
function bitsOf(four: v128): i32 {
  return i32x4.bitmask(i32x4.ne(four, i32x4.splat(0)));
}

/** Keeps the places, with the bits of their marks at `kinds`, at which the next unit may follow in a marker; returns how many. */
function sift(follows: usize, units: usize, places: usize, kinds: usize, count: i32): i32 {
  let kept = places;
  for (let p = 0; p < count; p++) {
    const position = load<i32>(places + (p << 2));
    const next = <usize>load<u8>(units + (position << 1), 2);
    store<i32>(kept, position);
    kept += <usize>((load<i32>(kinds + (p << 2)) & load<i32>(follows + (next << 2))) != 0) << 2;
  }
  return <i32>((kept - places) >> 2);
}

/** Whether two markers of one kind may stand at the places. */
function hasTwoMarkers(units: usize, n: i32, table: usize, places: usize, count: i32): bool {
  let once = 0;
  let twice = 0;
  for (let p = 0; p < count; p++) {
    const i = load<i32>(places + (p << 2));
    const kind = mayBe(table, unitAt(units, n, i)) & admits(table, unitAt(units, n, i + 1)) & KINDS;
    if (kind == 0 || !hasForm(units, n, table, i, kind)) continue;
    twice |= once & kind;
    once |= kind;
  }
  return twice != 0;
}

function unitAt(units: usize, n: i32, i: i32): i32 {
  return i < n && i >= 0 ? <i32>load<u16>(units + (i << 1)) : 0;
}

function mayBe(table: usize, unit: i32): i32 {
  return <i32>load<u8>(table + <usize>unit);
}

function admits(table: usize, unit: i32): i32 {
  return <i32>load<u8>(table + <usize>unit, 65536);
}

/** Whether what stands from a mark on may be a marker of a kind, as far as it is short to tell. */
function hasForm(units: usize, n: i32, table: usize, i: i32, kind: i32): bool {
  if ((kind & DIGIT) != 0) return isNoDecimal(units, n, table, i);
  if ((kind & BRACKET) != 0) return isClosed(units, n, table, i);
  // Words of order stand after a pause, not in the middle of running characters.
  if ((kind & ORDER) != 0) return !isHan(unitAt(units, n, i - 1));
  return true;
}

/** The end of a numeral is followed by a bracket, or by a point that no digit follows, unless that begins a year or a count (3.2023年, 1.22个). */
function isNoDecimal(units: usize, n: i32, table: usize, i: i32): bool {
  const point = unitAt(units, n, i + 1) == SPACE ? i + 2 : i + 1;
  const closes = mayBe(table, unitAt(units, n, point));
  if ((closes & CLOSING) != 0) return true;
  if ((closes & POINT) == 0) return false;
  const after = unitAt(units, n, point + 1);
  if ((mayBe(table, after) & DIGIT) == 0) return true;
  if (after == TWO && unitAt(units, n, point + 2) == ZERO) return true;
  for (let more = 2; more <= 4; more++) if (unitAt(units, n, point + more) == PIECE) return true;
  return false;
}

/** A bracket holds a numeral of at most three units and nothing else. */
function isClosed(units: usize, n: i32, table: usize, i: i32): bool {
  let j = unitAt(units, n, i + 1) == SPACE ? i + 2 : i + 1;
  for (const most = j + 3; j < most && (mayBe(table, unitAt(units, n, j)) & (CHINESE | DIGIT)) != 0; ) j++;
  if (unitAt(units, n, j) == SPACE) j++;
  return (mayBe(table, unitAt(units, n, j)) & CLOSING) != 0;
}

/**
 * Whether three sentences after another begin with the same two units, of which the first may begin an instruction. The
 * first of them may stand behind a lead in its sentence (会议强调，要…；要…；要…).
 */
function hasRun(units: usize, n: i32, table: usize, stops: usize, count: i32): bool {
  let before = 0;
  let alike = 0;
  let last = 0;
  let led = 0;
  let first = 0;
  let sentence = skip(units, n, 0);
  for (let s = 0; s < count; s++) {
    const end = load<i32>(stops + (s << 2));
    if (end < sentence) continue;
    const opening = load<i32>(units + (sentence << 1));
    if (opening == before) {
      alike++;
      if (mayBeRun(units, table, opening, alike, led, first)) return true;
    } else {
      alike = 0;
      led = last;
      first = sentence;
    }
    before = opening;
    last = sentence;
    sentence = skip(units, n, end + 1);
  }
  if (sentence + 1 >= n) return false;
  const opening = load<i32>(units + (sentence << 1));
  return opening == before && mayBeRun(units, table, opening, alike + 1, led, first);
}

/** Whether so many more sentences that begin like the first one are enough, or one where `[led, first)` may hold a lead and one more. */
function mayBeRun(units: usize, table: usize, opening: i32, more: i32, led: i32, first: i32): bool {
  if ((admits(table, opening & 0xffff) & INSTRUCTS) == 0) return false;
  if (more >= 2) return true;
  for (let at = led + 1; at < first; at++) {
    if (load<i32>(units + (at << 1)) != opening) continue;
    const mark = <i32>load<u16>(units + ((at - 1) << 1));
    if (mark == COMMA || mark == COLON || mark == OPEN_QUOTE) return true;
  }
  return false;
}

/** Where a sentence begins: the next unit that is no space, no line end and no closing quotation mark. */
function skip(units: usize, n: i32, from: i32): i32 {
  let i = from;
  while (i < n) {
    const unit = <i32>load<u16>(units + (i << 1));
    if (unit >= FIRST_HAN) break;
    if (unit != SPACE && unit != NEWLINE && unit != WIDE_SPACE && unit != CLOSE_QUOTE && unit != CLOSE_SINGLE) break;
    i++;
  }
  return i;
}
