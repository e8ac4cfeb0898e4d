/** What stands around a place in a text: words right before and right after it, and the marks of titles. */
import { unitAt } from './units';

/**
 * The number of the first rule that fits the words around `[start, end)` of the `n` units of a text; -1 where none does.
 * `table` is as `lib/metadata/affixes.ts` lays it out: for the words before and those after, the number of a list by
 * unit and the addresses of the lists; then the rules that need a word before, and those that need one after.
 */
export function match(table: usize, units: usize, n: i32, start: i32, end: i32): i32 {
  let left = 0;
  let right = 0;
  if (start > 0) left = wordsAt(load<usize>(table), load<usize>(table, 4), units, n, start - 1, -1);
  if (end < n) right = wordsAt(load<usize>(table, 8), load<usize>(table, 12), units, n, end, 1);
  if ((left | right) == 0) return -1;
  const fitting = (left | ~load<i32>(table, 16)) & (right | ~load<i32>(table, 20));
  return fitting == 0 ? -1 : ctz(fitting);
}

/**
 * The rules, as bits, whose words stand at a position, read in steps of `step`, without those that a longer word takes
 * back. A list: of every word its length, its rules, the rules that it takes back, its units from the second on; then 0.
 */
function wordsAt(numbers: usize, lists: usize, units: usize, n: i32, at: i32, step: i32): i32 {
  const number = <usize>load<u8>(numbers + unitAt(units, at));
  if (number == 0) return 0;
  let word = load<usize>(lists + (number << 2));
  let rules = 0;
  let excepted = 0;
  for (let length = load<i32>(word); length != 0; length = load<i32>(word)) {
    const last = at + step * (length - 1);
    if (last >= 0 && last < n && isWord(word + 12, units, at, step, length)) {
      rules |= load<i32>(word, 4);
      excepted |= load<i32>(word, 8);
    }
    word += 12 + ((length & ~1) << 1);
  }
  return rules & ~excepted;
}

function isWord(letters: usize, units: usize, at: i32, step: i32, length: i32): bool {
  for (let i = 1; i < length; i++)
    if (load<u16>(letters + ((i - 1) << 1)) != load<u16>(units + ((at + step * i) << 1))) return false;
  return true;
}

/** Whether `at` lies inside 《…》, where what others issued is named; nothing before `floor` is looked at. */
export function insideTitleMarks(units: usize, at: i32, floor: i32): bool {
  for (let i = at - 1; i >= floor && i > at - 80; i--) {
    const unit = unitAt(units, i);
    if (unit == 0x300a) return true;
    if (unit == 0x300b) return false;
  }
  return false;
}
