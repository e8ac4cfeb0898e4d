/**
 * Finds words of a fixed list in a text: one bit a hashed pair of code units says at one look per position that no
 * word starts here; only where one may, the words that start with that pair are compared, longest first.
 */
export interface WordIndex {
  readonly words: readonly string[];
  /** One bit a hash value; small enough to stay in the first-level cache. */
  readonly bits: Int32Array;
  /** Open addressing: pairs of units (0: free slot) and, beside each, where its words begin in `lists`. */
  readonly pairs: Int32Array;
  readonly starts: Int32Array;
  /** Word numbers, those of one pair together, longest first, each list ended by -1. */
  readonly lists: Int32Array;
  /** Length and third unit of each word (0 where it has only two): most candidates fail there. */
  readonly lengths: Uint16Array;
  readonly thirds: Uint16Array;
}

/** Flat pairs `position, word number` in order of position; `size` counts the used numbers, so that it can be reused. */
export interface Hits {
  readonly flat: Int32Array;
  size: number;
}

const HASH_BITS = 18;
const HASH_MASK = (1 << HASH_BITS) - 1;

function hash(first: number, second: number): number {
  return (Math.imul(first, 0x9e37) ^ Math.imul(second, 0x85eb)) & HASH_MASK;
}

/** Words need two units or more; throws on a shorter one (a mistake in our own tables). */
export function buildWordIndex(words: readonly string[]): WordIndex {
  const byPair = new Map<number, number[]>();
  for (const [number, word] of words.entries()) {
    if (word.length < 2) throw new Error(`word too short for the index: ${word}`);
    const key = (word.charCodeAt(0) << 16) | word.charCodeAt(1);
    const list = byPair.get(key);
    if (list === undefined) byPair.set(key, [number]);
    else list.push(number);
  }
  const slots = 1 << Math.ceil(Math.log2(byPair.size * 3 + 8));
  const index: WordIndex = {
    words,
    bits: new Int32Array(1 << (HASH_BITS - 5)),
    pairs: new Int32Array(slots),
    starts: new Int32Array(slots),
    lists: new Int32Array(words.length + byPair.size),
    lengths: Uint16Array.from(words, (word) => word.length),
    thirds: Uint16Array.from(words, (word) => (word.length > 2 ? word.charCodeAt(2) : 0)),
  };
  let end = 0;
  for (const [key, numbers] of byPair) {
    numbers.sort((a, b) => (index.lengths[b] ?? 0) - (index.lengths[a] ?? 0));
    const at = hash(key >>> 16, key & 0xffff);
    index.bits[at >> 5] = (index.bits[at >> 5] ?? 0) | (1 << (at & 31));
    let slot = at & (slots - 1);
    while (index.pairs[slot] !== 0) slot = (slot + 1) & (slots - 1);
    index.pairs[slot] = key;
    index.starts[slot] = end;
    index.lists.set(numbers, end);
    end += numbers.length;
    index.lists[end++] = -1;
  }
  return index;
}

/** Room for `capacity` hits; further ones are dropped, which only very long texts can reach. */
export function createHits(capacity: number): Hits {
  return { flat: new Int32Array(capacity * 2), size: 0 };
}

/** Appends the longest word of the index at each position of `[start, end)`, without overlaps, to `hits`. */
export function scanWords(
  index: WordIndex,
  text: string,
  units: Uint16Array,
  start: number,
  end: number,
  hits: Hits,
): void {
  const { bits } = index;
  const { flat } = hits;
  const last = end - 1;
  let { size } = hits;
  let first = units[start] as number;
  for (let i = start; i < last; i++) {
    const second = units[i + 1] as number;
    const at = hash(first, second);
    if ((((bits[at >> 5] as number) >>> (at & 31)) & 1) !== 0) {
      const word = longestAt(index, text, units, i, end, at, (first << 16) | second);
      if (word >= 0) {
        if (size + 2 > flat.length) break;
        flat[size++] = i;
        flat[size++] = word;
        i += (index.lengths[word] as number) - 1;
        first = units[i + 1] as number;
        continue;
      }
    }
    first = second;
  }
  hits.size = size;
}

function longestAt(
  index: WordIndex,
  text: string,
  units: Uint16Array,
  at: number,
  end: number,
  hashed: number,
  key: number,
): number {
  const { pairs, lists, thirds, lengths } = index;
  const mask = pairs.length - 1;
  let slot = hashed & mask;
  while (pairs[slot] !== key) {
    if (pairs[slot] === 0) return -1;
    slot = (slot + 1) & mask;
  }
  const third = units[at + 2];
  for (let i = index.starts[slot] as number; ; i++) {
    const word = lists[i] as number;
    if (word < 0) return -1;
    const length = lengths[word] as number;
    if (length === 2) return word;
    if (thirds[word] !== third || at + length > end) continue;
    if (length === 3 || text.startsWith(index.words[word] as string, at)) return word;
  }
}
