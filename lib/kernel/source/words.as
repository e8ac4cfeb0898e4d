/** The words of an index that stand in a part of a text. */

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
