/** Sets of patterns as `lib/match/pattern-set.ts` lays them out: eight words for each value of the last eight bits of a unit, then a word a length. */

/** The patterns of a set that may match `size` units from `from` on. */
export function admits(set: usize, units: usize, from: i32, size: i32): i32 {
  let mask = load<i32>(set + (<usize>min(size, 31) << 2), 8192);
  if (mask == 0 || size == 0) return mask;
  const first = units + (from << 1);
  const last = first + ((size - 1) << 1);
  const places = min(size, 3);
  for (let place = 0; place < places; place++) {
    mask &= load<i32>(wordsOf(set, first + (place << 1)) + (place << 2));
    mask &= load<i32>(wordsOf(set, last - (place << 1)) + (place << 2), 12);
    if (mask == 0) return 0;
  }
  let within = 0;
  for (let unit = first; unit <= last; unit += 2) within |= load<i32>(wordsOf(set, unit), 24);
  return mask & within;
}

/** The patterns of a set that may match from a position on, however far. */
export function opens(set: usize, units: usize, n: i32, at: i32): i32 {
  const from = units + (at << 1);
  let mask = load<i32>(wordsOf(set, from));
  if (at + 1 < n) mask &= load<i32>(wordsOf(set, from + 2), 4);
  if (at + 2 < n) mask &= load<i32>(wordsOf(set, from + 4), 8);
  return mask;
}

/** Where the words of a unit stand in a set of patterns (see `lib/match/pattern-set.ts`). */
function wordsOf(set: usize, unit: usize): usize {
  return set + (<usize>load<u8>(unit) << 5);
}
