/** Whether a text may hold lists: where markers of items may stand, and whether sentences begin alike. */

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
const CLOSE_QUOTE: i32 = 0x201d;
const CLOSE_SINGLE: i32 = 0x2019;
const ZERO: i32 = 0x30;
const TWO: i32 = 0x32;
/** 个 */
const PIECE: i32 = 0x4e2a;
const FIRST_HAN: i32 = 0x3400;
const LAST_HAN: i32 = 0x9fff;

/** Bytes of the first table. */
const FOLLOWS: usize = 1024;

/** Answers of `survey`. */
const HAS_MARKERS: i32 = 1;
const HAS_RUNS: i32 = 2;

/**
 * Writes the positions of marks at which a marker may stand to `places`, those of marks that end a sentence to `stops`,
 * and how many there are to `counts`. Returns 1 where two markers of one kind may stand in the text, 2 where three
 * sentences after another begin with the same two units and may give instructions, 3 where both. `tables`: by the last
 * eight bits of a unit the marks that it may follow in a marker; then a byte a unit, what it may be; then
 * a byte a unit, behind what it may stand. `ends`: the marks that end a sentence.
 */
export function survey(
  units: usize,
  n: i32,
  at: usize,
  bits: usize,
  count: i32,
  tables: usize,
  ends: i32,
  places: usize,
  stops: usize,
  counts: usize,
): i32 {
  sort(units, n, at, bits, count, tables, ends, places, stops, counts);
  const table = tables + FOLLOWS;
  const markers = hasTwoMarkers(units, n, table, places, load<i32>(counts));
  const runs = hasRun(units, n, table, stops, load<i32>(counts, 4));
  return (markers ? HAS_MARKERS : 0) | (runs ? HAS_RUNS : 0);
}

/** Sorts the marks without branches, since none could be foreseen. The last unit begins no marker, and ends no sentence that another follows. */
function sort(
  units: usize,
  n: i32,
  at: usize,
  bits: usize,
  count: i32,
  follows: usize,
  ends: i32,
  places: usize,
  stops: usize,
  counts: usize,
): void {
  let before = count;
  if (before > 0 && load<i32>(at + ((before - 1) << 2)) == n - 1) before--;
  let place = places;
  let stop = stops;
  const last = at + (before << 2);
  const toBits = bits - at;
  for (let mark = at; mark < last; mark += 4) {
    const position = load<i32>(mark);
    const kinds = load<i32>(mark + toBits);
    const next = <usize>load<u8>(units + (position << 1), 2);
    store<i32>(place, position);
    place += <usize>((kinds & load<i32>(follows + (next << 2))) != 0) << 2;
    store<i32>(stop, position);
    stop += <usize>((kinds & ends) != 0) << 2;
  }
  store<i32>(counts, <i32>((place - places) >> 2));
  store<i32>(counts, <i32>((stop - stops) >> 2), 4);
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

function isHan(unit: i32): bool {
  return unit >= FIRST_HAN && unit <= LAST_HAN;
}

/** Whether three sentences after another begin with the same two units, of which the first may begin an instruction. */
function hasRun(units: usize, n: i32, table: usize, stops: usize, count: i32): bool {
  let before = 0;
  let alike = 0;
  let sentence = skip(units, n, 0);
  for (let s = 0; s < count; s++) {
    const end = load<i32>(stops + (s << 2));
    if (end < sentence) continue;
    const opening = load<i32>(units + (sentence << 1));
    alike = opening == before ? alike + 1 : 0;
    if (alike == 2 && (admits(table, opening & 0xffff) & INSTRUCTS) != 0) return true;
    before = opening;
    sentence = skip(units, n, end + 1);
  }
  if (sentence + 1 >= n) return false;
  const opening = load<i32>(units + (sentence << 1));
  return alike >= 1 && opening == before && (admits(table, opening & 0xffff) & INSTRUCTS) != 0;
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
