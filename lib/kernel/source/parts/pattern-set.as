/**
 * Sets of patterns as `lib/match/pattern-set.ts` lays them out: eight words for each value of the last nine bits of a
 * unit, a word for each of 32 lengths, one of the patterns that ask for no pair, and 512 by the neighbours of a pair.
 */

const LENGTHS: usize = 16384;
const PAIRLESS: usize = LENGTHS + 128;
const PAIRS: usize = PAIRLESS + 4;

/** The patterns of a set that may match `size` units from `from` on. */
export function admits(set: usize, units: usize, from: i32, size: i32): i32 {
  let mask = load<i32>(set + (<usize>min(size, 31) << 2), LENGTHS);
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
  return withPairs(set, mask & within, first, last);
}

/** The patterns, of those given, whose pairs stand between a first and a last unit. */
function withPairs(set: usize, mask: i32, first: usize, last: usize): i32 {
  const pairless = load<i32>(set, PAIRLESS);
  if ((mask & ~pairless) == 0) return mask;
  let pairs = pairless;
  for (let unit = first; unit < last; unit += 2) {
    const slot = (7 * <i32>load<u16>(unit) + <i32>load<u16>(unit, 2)) & 511;
    pairs |= load<i32>(set + (slot << 2), PAIRS);
  }
  return mask & pairs;
}

/** The patterns of a set that may match from a position on, no pair of theirs beyond `reach` units. */
export function opens(set: usize, units: usize, n: i32, at: i32, reach: i32): i32 {
  const from = units + (at << 1);
  let mask = load<i32>(wordsOf(set, from));
  if (at + 1 < n) mask &= load<i32>(wordsOf(set, from + 2), 4);
  if (at + 2 < n) mask &= load<i32>(wordsOf(set, from + 4), 8);
  return mask == 0 ? 0 : withPairs(set, mask, from, from + ((min(reach, n - at) - 1) << 1));
}

/** Where the words of a unit stand in a set of patterns (see `lib/match/pattern-set.ts`). */
function wordsOf(set: usize, unit: usize): usize {
  return set + ((<usize>load<u16>(unit) & 511) << 5);
}
