/**
 * The loops that look at every unit of a text, in AssemblyScript (TypeScript's syntax, WebAssembly's types):
 * `scripts/build-kernel.ts` turns this file into `code.ts`. Addresses are those of the memory that `kernel.ts` lays out.
 */

/** Of 32 ranges of 2,048 units those that three bytes must not stand for: shorter forms, and halves of pairs. */
const SHORTER: i32 = 0;
const HALVES: i32 = 27;

/**
 * Decodes `length` bytes at `from`, behind which zeros stand; returns how many units it wrote, -1 where the bytes are
 * no UTF-8 or hold a zero. Four characters of three bytes at a time; of four that are not all such, those that are.
 */
export function decode(from: usize, length: i32, to: usize): i32 {
  const mask = i32x4.splat(0x00c0c0f0);
  const three = i32x4.splat(0x008080e0);
  const none = i32x4.splat(0);
  const end = from + length;
  let wrong = none;
  let zero: i32 = 0;
  let at = from;
  let out = to;
  while (at < end) {
    const bytes = v128.load(at);
    const four = i8x16.shuffle(bytes, none, 0, 1, 2, 16, 3, 4, 5, 16, 6, 7, 8, 16, 9, 10, 11, 16);
    const fits = i32x4.bitmask(i32x4.eq(v128.and(four, mask), three));
    const units = v128.or(
      v128.or(
        v128.and(i32x4.shl(four, 12), i32x4.splat(0xf000)),
        v128.and(i32x4.shr_u(four, 2), i32x4.splat(0x0fc0)),
      ),
      v128.and(i32x4.shr_u(four, 16), i32x4.splat(63)),
    );
    v128.store64_lane(out, i16x8.narrow_i32x4_u(units, units), 0);
    const range = i32x4.shr_u(units, 11);
    const bad = v128.or(i32x4.eq(range, i32x4.splat(SHORTER)), i32x4.eq(range, i32x4.splat(HALVES)));
    if (fits == 15) {
      wrong = v128.or(wrong, bad);
      at += 12;
      out += 8;
      continue;
    }
    const first = ctz(~fits);
    if ((i32x4.bitmask(bad) & ((1 << first) - 1)) != 0) return -1;
    at += first * 3;
    out += first * 2;
    let byte = <i32>load<u8>(at);
    while (byte < 0x80) {
      if (at >= end) break;
      // Below zero for the byte zero alone.
      zero |= byte - 1;
      store<u16>(out, <u16>byte);
      out += 2;
      byte = <i32>load<u8>(++at);
    }
    if (byte < 0xe0 || byte > 0xef) {
      if (at >= end) break;
      const rest = load<i32>(at);
      if ((rest & 0xc0e0) == 0x80c0) {
        const unit = ((rest & 31) << 6) | ((rest >>> 8) & 63);
        if (unit < 0x80) return -1;
        store<u16>(out, <u16>unit);
        out += 2;
        at += 2;
      } else if ((rest & 0xc0c0c0f8) == 0x808080f0) {
        const point = ((rest & 7) << 18) | ((rest & 0x3f00) << 4) | ((rest >>> 10) & 0xfc0) | ((rest >>> 24) & 63);
        if (point < 0x10000 || point > 0x10ffff) return -1;
        store<u16>(out, <u16>(0xd7c0 + (point >> 10)));
        store<u16>(out, <u16>(0xdc00 | (point & 1023)), 2);
        out += 4;
        at += 4;
      } else return -1;
    } else if ((load<i32>(at) & 0xc0c0f0) != 0x8080e0) return -1;
  }
  if (at != end || zero < 0 || v128.any_true(wrong)) return -1;
  return <i32>((out - to) >> 1);
}

/** Bits that a kind has itself; above them stand its groups. */
const OWN: i32 = 0x07ffffff;

/**
 * Lists the units that have a kind: positions, bits, and by their groups (1, 2, 4) the numbers of those in three
 * lists, each `room` numbers behind the one before from `lists` on. `table`: kinds (a byte a unit), then a number a
 * kind, which is its bits and 2^27 times its groups. Returns all bits; `counts` becomes how long the first and the
 * last three lists are, and which bits of a mark met those of the mark directly in front of it, shifted by
 * `fromDigit`, or its groups, shifted by `fromPlaced`. Without branches, since none could be foreseen.
 */
export function list(
  units: usize,
  n: i32,
  table: usize,
  lists: usize,
  room: i32,
  counts: usize,
  fromDigit: i32,
  fromPlaced: i32,
): i32 {
  const end = listUnits(units, n, table, lists);
  const bitsOf = table + 65536;
  const size = <usize>room << 2;
  const first = lists + 2 * size;
  const second = first + size;
  const third = second + size;
  let placed = first;
  let announced = second;
  let dated = third;
  let all: i32 = 0;
  let touching: i32 = 0;
  let before: i32 = 0;
  let last: i32 = -1;
  let m: i32 = 0;
  for (let at = lists; at < end; at += 4) {
    const position = load<i32>(at);
    const packed = load<i32>(bitsOf + (<usize>load<u8>(table + <usize>load<u16>(units + (position << 1))) << 2));
    const found = packed & OWN;
    store<i32>(at + size, found);
    all |= found;
    store<i32>(placed, m);
    placed += (packed >>> 25) & 4;
    store<i32>(announced, m);
    announced += (packed >>> 26) & 4;
    store<i32>(dated, m);
    dated += (packed >>> 27) & 4;
    // All ones where this mark follows the one before directly.
    touching |= before & found & ((position - last - 2) >> 31);
    before = (found << fromDigit) | ((packed >>> 27) << fromPlaced);
    last = position;
    m++;
  }
  store<i32>(counts, m);
  store<i32>(counts + 4, <i32>((placed - first) >> 2));
  store<i32>(counts + 8, <i32>((announced - second) >> 2));
  store<i32>(counts + 12, <i32>((dated - third) >> 2));
  store<i32>(counts + 16, touching);
  return all;
}

/** Writes the positions of listed units; returns the address behind the last. */
function listUnits(units: usize, n: i32, table: usize, at: usize): usize {
  let out = at;
  let i = 0;
  let from = units;
  for (; i + 8 <= n; i += 8) {
    store<i32>(out, i);
    out += <usize>(load<u8>(table + <usize>load<u16>(from)) != 0) << 2;
    store<i32>(out, i + 1);
    out += <usize>(load<u8>(table + <usize>load<u16>(from, 2)) != 0) << 2;
    store<i32>(out, i + 2);
    out += <usize>(load<u8>(table + <usize>load<u16>(from, 4)) != 0) << 2;
    store<i32>(out, i + 3);
    out += <usize>(load<u8>(table + <usize>load<u16>(from, 6)) != 0) << 2;
    store<i32>(out, i + 4);
    out += <usize>(load<u8>(table + <usize>load<u16>(from, 8)) != 0) << 2;
    store<i32>(out, i + 5);
    out += <usize>(load<u8>(table + <usize>load<u16>(from, 10)) != 0) << 2;
    store<i32>(out, i + 6);
    out += <usize>(load<u8>(table + <usize>load<u16>(from, 12)) != 0) << 2;
    store<i32>(out, i + 7);
    out += <usize>(load<u8>(table + <usize>load<u16>(from, 14)) != 0) << 2;
    from += 16;
  }
  for (; i < n; i++) {
    store<i32>(out, i);
    out += <usize>(load<u8>(table + <usize>load<u16>(from)) != 0) << 2;
    from += 2;
  }
  return out;
}

const MULTIPLIER: i32 = 0x9e3779b1;

/**
 * Appends to `flat`, which holds `size` numbers and at most `most`, position and number of the longest word at each
 * position of `[start, end)`, without overlaps; returns the new size. `index` is as `lib/metadata/scan.ts` lays it
 * out: addresses of sieve, slots, records, letters, then shift and mask. `candidates` is room for `end - start` numbers.
 */
export function find(
  index: usize,
  units: usize,
  start: i32,
  end: i32,
  candidates: usize,
  flat: usize,
  size: i32,
  most: i32,
): i32 {
  const count = listCandidates(load<usize>(index), load<i32>(index, 16), units, start, end, candidates);
  const slots = load<usize>(index, 4);
  const records = load<usize>(index, 8);
  const letters = load<usize>(index, 12);
  const mask = load<i32>(index, 20);
  let floor = 0;
  for (let c = 0; c < count && size < most; c++) {
    const at = load<i32>(candidates + (c << 2));
    if (at < floor) continue;
    const here = units + (at << 1);
    const pair = (<i32>load<u16>(here) << 16) | <i32>load<u16>(here, 2);
    const hashed = pair * MULTIPLIER;
    let slot = (hashed ^ (hashed >>> 15)) & mask;
    let key = load<i32>(slots + (slot << 3));
    while (key != pair && key != 0) {
      slot = (slot + 1) & mask;
      key = load<i32>(slots + (slot << 3));
    }
    if (key == 0) continue;
    const third = <i32>load<u16>(here, 4);
    for (let record = records + (load<i32>(slots + (slot << 3), 4) << 2); ; record += 12) {
      const head = load<i32>(record);
      if (head == 0) break;
      const length = head & 0xffff;
      if (length > 2) {
        if (head >>> 16 != third || at + length > end) continue;
        if (!isSame(letters + (load<i32>(record, 8) << 1), here, length)) continue;
      }
      store<i32>(flat + (size << 2), at);
      store<i32>(flat + (size << 2), load<i32>(record, 4), 4);
      size += 2;
      floor = at + length;
      break;
    }
  }
  return size;
}

function isSame(letters: usize, units: usize, length: i32): bool {
  let same = 3;
  while (same < length && load<u16>(letters + (same << 1)) == load<u16>(units + (same << 1))) same++;
  return same == length;
}

/** Positions where a word may start. Where words start cannot be foreseen, and a wrong guess costs as much as ten units. */
function listCandidates(sieve: usize, shift: i32, units: usize, start: i32, end: i32, into: usize): i32 {
  const last = end - 2;
  let out = into;
  let from = units + (start << 1);
  let pair = (<i32>load<u16>(from) << 16) | <i32>load<u16>(from, 2);
  for (let i = start; i < last; i++) {
    const third = <i32>load<u16>(from, 4);
    store<i32>(out, i);
    out += ((<usize>load<u8>(sieve + ((pair * MULTIPLIER) >>> shift)) >>> (third & 7)) & 1) << 2;
    pair = (pair << 16) | third;
    from += 2;
  }
  // Behind the last two units nothing belongs to the range: only words of two fit.
  store<i32>(out, last);
  return <i32>((out - into) >> 2) + <i32>(load<u8>(sieve + ((pair * MULTIPLIER) >>> shift)) == 0xff);
}

/** Bits of the second sieve. */
const SIEVE_BITS: i32 = 65536;

/**
 * Writes start, end and number of the phrases that stand in a text, overlapping ones too, to `hits`; returns how many
 * there are, of which `most` are written, those after the first `skip`. `index` is as `lib/match/phrases.ts` lays it out: addresses of the first sieve, the
 * second, slots, records, groups, then shift and mask. `places` and `located` are room for `n` numbers each.
 */
export function phrases(
  index: usize,
  units: usize,
  n: i32,
  places: usize,
  located: usize,
  hits: usize,
  skip: i32,
  most: i32,
): i32 {
  if (n < 2) return 0;
  const listed = listPlaces(load<usize>(index), load<i32>(index, 20), units, n, places);
  const sifted = sift(load<usize>(index, 4), units, n, places, listed);
  const known = locate(load<usize>(index, 8), load<i32>(index, 24), units, places, located, sifted);
  const records = load<usize>(index, 12);
  const groups = load<usize>(index, 16);
  let count = 0;
  for (let p = 0; p < known; p++) {
    const at = load<i32>(places + (p << 2));
    let record = records + (load<i32>(located + (p << 2)) << 1);
    for (let head = <i32>load<u16>(record); head != 0; head = <i32>load<u16>(record)) {
      const size = head & 0xff;
      const start = at - (head >>> 8);
      const letters = record + 4;
      if (start >= 0 && start + size <= n && isAlike(letters, units + (start << 1), size, groups)) {
        if (count >= skip && count - skip < most) {
          const hit = hits + (count - skip) * 12;
          store<i32>(hit, start);
          store<i32>(hit, start + size, 4);
          store<i32>(hit, <i32>load<u16>(record, 2), 8);
        }
        count++;
      }
      record = letters + (size << 1);
    }
  }
  return count;
}

/** Positions at which the first sieve has no objection. Without branches, since none could be foreseen. */
function listPlaces(sieve: usize, shift: i32, units: usize, n: i32, into: usize): i32 {
  const last = n - 2;
  let out = into;
  let pair = (<i32>load<u16>(units) << 16) | <i32>load<u16>(units, 2);
  for (let i = 0; i < last; i++) {
    const third = <i32>load<u16>(units + (i << 1), 4);
    store<i32>(out, i);
    const thirds = <i32>load<u8>(sieve + ((pair * MULTIPLIER) >>> shift));
    out += ((thirds >>> (third & 7)) & 1) << 2;
    pair = (pair << 16) | third;
  }
  // Behind the text stands nothing that a phrase could need.
  store<i32>(out, last);
  out += (<i32>load<u8>(sieve + ((pair * MULTIPLIER) >>> shift)) & 1) << 2;
  return <i32>((out - into) >> 2);
}

/** Keeps those of the first `count` positions that the second sieve lets through by two or by three units. */
function sift(sieve: usize, units: usize, n: i32, places: usize, count: i32): i32 {
  let kept = 0;
  for (let p = 0; p < count; p++) {
    const at = load<i32>(places + (p << 2));
    const here = units + (at << 1);
    const pair = (<i32>load<u16>(here) * 0x3c6f) ^ (<i32>load<u16>(here, 2) * 0x5bd1);
    const third = at + 2 < n ? <i32>load<u16>(here, 4) : 0;
    store<i32>(places + (kept << 2), at);
    kept += (bitOf(sieve, pair) | bitOf(sieve, pair ^ (third * 0x1b87))) & 1;
  }
  return kept;
}

function bitOf(sieve: usize, hash: i32): i32 {
  const bit = hash & (SIEVE_BITS - 1);
  return <i32>load<u8>(sieve + (bit >>> 3)) >>> (bit & 7);
}

/**
 * Keeps the positions whose two units know phrases, and where the records of those begin. The slots are too many for the
 * first cache: asked one after another, with nothing between, they are waited for together.
 */
function locate(slots: usize, mask: i32, units: usize, places: usize, located: usize, count: i32): i32 {
  let kept = 0;
  for (let p = 0; p < count; p++) {
    const at = load<i32>(places + (p << 2));
    const here = units + (at << 1);
    const pair = (<i32>load<u16>(here) << 16) | <i32>load<u16>(here, 2);
    let slot = slots + (((pair * MULTIPLIER) >>> 8) & mask) * 8;
    let key = load<i32>(slot);
    while (key != pair && key != 0) {
      slot = slots + ((((slot - slots) >>> 3) + 1) & mask) * 8;
      key = load<i32>(slot);
    }
    store<i32>(places + (kept << 2), at);
    store<i32>(located + (kept << 2), load<i32>(slot, 4));
    kept += <i32>(key != 0);
  }
  return kept;
}

/** Whether letters are the units at an address, or of one group with them. */
function isAlike(letters: usize, units: usize, size: i32, groups: usize): bool {
  for (let i = 0; i < size; i++) {
    const letter = <usize>load<u16>(letters + (i << 1));
    const unit = <usize>load<u16>(units + (i << 1));
    if (letter != unit && (load<u8>(groups + letter) == 0 || load<u8>(groups + letter) != load<u8>(groups + unit)))
      return false;
  }
  return true;
}
