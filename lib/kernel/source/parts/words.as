/** The words of an index that stand in a part of a text. */

const MULTIPLIER: i32 = 0x9e3779b1;

/** Numbers a hit takes: start, end, number and facts of the word, then what others find out. */
const HIT: usize = 24;

/**
 * Appends to `hits`, of which there are `count` and at most `most`, the longest word at each position of `[start, end)`,
 * without overlaps; returns how many there are now. `index` is as `lib/metadata/scan.ts` lays it
 * out: addresses of sieve, slots and records, then the mask of the sieve's words and that of the slots.
 * `candidates` and `located` are room for `end - start` numbers each.
 */
export function find(
  index: usize,
  units: usize,
  start: i32,
  end: i32,
  candidates: usize,
  located: usize,
  hits: usize,
  count: i32,
  most: i32,
): i32 {
  const listed = listCandidates(load<usize>(index), load<i32>(index, 12), units, start, end, candidates);
  const known = locate(load<usize>(index, 4), load<i32>(index, 16), units, candidates, located, listed);
  const records = load<usize>(index, 8);
  let floor = start;
  let found = count;
  for (let c = 0; c < known && found < most; c++) {
    const at = load<i32>(candidates + (c << 2));
    if (at < floor) continue;
    const here = units + (at << 1);
    let record = records + load<i32>(located + (c << 2));
    for (let length = <i32>load<u16>(record); length != 0; length = <i32>load<u16>(record)) {
      if (at + length <= end && isSame(record + 8, here + 4, length - 2)) {
        const hit = hits + <usize>found * HIT;
        floor = at + length;
        store<i32>(hit, at);
        store<i32>(hit, floor, 4);
        store<i32>(hit, <i32>load<u16>(record, 2), 8);
        store<i32>(hit, load<i32>(record, 4), 12);
        found++;
        break;
      }
      record += 4 + (length << 1);
    }
  }
  return found;
}

/** Whether `count` units are the same. */
function isSame(letters: usize, units: usize, count: i32): bool {
  let same = 0;
  while (same < count && load<u16>(letters + (same << 1)) == load<u16>(units + (same << 1))) same++;
  return same == count;
}

/** 1 where the sieve lets a pair through, else 0. */
function bitOf(sieve: usize, mask: i32, pair: i32): i32 {
  const hashed = pair * MULTIPLIER;
  return (load<i32>(sieve + ((hashed >>> 14) & mask)) >>> hashed) & 1;
}

/** Positions where a word may start. Where words start cannot be foreseen, and a wrong guess costs as much as ten units. */
function listCandidates(sieve: usize, mask: i32, units: usize, start: i32, end: i32, into: usize): i32 {
  const behind = end - 1;
  let out = into;
  let from = units + (start << 1);
  let i = start;
  for (; i + 4 <= behind; i += 4) {
    store<i32>(out, i);
    out += bitOf(sieve, mask, load<i32>(from)) << 2;
    store<i32>(out, i + 1);
    out += bitOf(sieve, mask, load<i32>(from, 2)) << 2;
    store<i32>(out, i + 2);
    out += bitOf(sieve, mask, load<i32>(from, 4)) << 2;
    store<i32>(out, i + 3);
    out += bitOf(sieve, mask, load<i32>(from, 6)) << 2;
    from += 8;
  }
  for (; i < behind; i++) {
    store<i32>(out, i);
    out += bitOf(sieve, mask, load<i32>(from)) << 2;
    from += 2;
  }
  return <i32>((out - into) >> 2);
}

/**
 * Keeps the positions whose pair has words that the third unit allows, and where the records of those begin. The slots are
 * too many for the first cache: asked one after another, with nothing between, they are waited for together.
 */
function locate(slots: usize, mask: i32, units: usize, candidates: usize, located: usize, count: i32): i32 {
  let kept = 0;
  for (let c = 0; c < count; c++) {
    const at = load<i32>(candidates + (c << 2));
    const here = units + (at << 1);
    const pair = load<i32>(here);
    const hashed = pair * MULTIPLIER;
    let slot = slots + (((hashed ^ (hashed >>> 15)) & mask) << 4);
    while (load<i32>(slot) != pair && load<i32>(slot) != 0) slot = slot == slots + (mask << 4) ? slots : slot + 16;
    store<i32>(candidates + (kept << 2), at);
    store<i32>(located + (kept << 2), load<i32>(slot, 4));
    // A free slot has no thirds.
    kept += (load<i32>(slot, 8) >>> <i32>load<u16>(here, 4)) & 1;
  }
  return kept;
}
