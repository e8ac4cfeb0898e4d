/** The phrases of the lexicon that stand in a text. */
import { isHan } from './parts/units';

const MULTIPLIER: i32 = 0x9e3779b1;

/** Where in a slot the bits of third units begin, behind where the records begin. */
const THIRDS_AT: i32 = 24;
const RECORDS: i32 = (1 << THIRDS_AT) - 1;

/** Bits of the second sieve. */
const SIEVE_BITS: i32 = 131072;

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
    kept += (isIn(sieve, pair) | isIn(sieve, pair ^ (third * 0x1b87))) & 1;
  }
  return kept;
}

/** In the lowest bit whether both bits of a hash are set. */
function isIn(sieve: usize, hash: i32): i32 {
  return bitOf(sieve, hash & (SIEVE_BITS - 1)) & bitOf(sieve, (hash >>> 13) & (SIEVE_BITS - 1));
}

function bitOf(sieve: usize, bit: i32): i32 {
  return <i32>load<u8>(sieve + (bit >>> 3)) >>> (bit & 7);
}

/**
 * Keeps the positions whose two units know phrases, with a third one of that kind, and where the records of those begin. The slots are too many for the
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
    const found = load<i32>(slot, 4);
    store<i32>(places + (kept << 2), at);
    store<i32>(located + (kept << 2), found & RECORDS);
    // Behind the text stands no third unit; phrases known by two alone admit any.
    kept += <i32>(key != 0) & (found >>> (THIRDS_AT + ((<i32>load<u16>(here, 4) >>> 3) & 7)));
  }
  return kept;
}

/** Whether letters are the units at an address, or of one group with them, as no Han characters are. */
function isAlike(letters: usize, units: usize, size: i32, groups: usize): bool {
  for (let i = 0; i < size; i += 8) {
    const from = <usize>i << 1;
    const same = i16x8.bitmask(i16x8.eq(v128.load(letters + from), v128.load(units + from)));
    let others = ~same & ((1 << min(size - i, 8)) - 1);
    while (others != 0) {
      const at = from + (<usize>ctz(others) << 1);
      const letter = <usize>load<u16>(letters + at);
      if (isHan(<i32>letter)) return false;
      const group = load<u8>(groups + letter);
      if (group == 0 || group != load<u8>(groups + <usize>load<u16>(units + at))) return false;
      others &= others - 1;
    }
  }
  return true;
}
