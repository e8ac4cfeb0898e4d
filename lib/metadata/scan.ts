/**
 * Finds words of a fixed list in a text: two bits, by a hashed pair of code units for words of two and by a hashed
 * triple for longer ones, say at one test per position that no word starts here; only where one may, the words that
 * start with that pair are compared, longest first.
 */
export interface WordIndex {
  readonly words: readonly string[];
  /** One bit a hash value, for pairs that are words and for triples that words begin with. */
  readonly bits: Int32Array;
  readonly triples: Int32Array;
  /** Open addressing: pairs of units (0: free slot) and, beside each, where its words begin in `lists`. */
  readonly pairs: Int32Array;
  readonly starts: Int32Array;
  /** Word numbers, those of one pair together, longest first, each list ended by -1. */
  readonly lists: Int32Array;
  /** Length and third unit of each word (0 where it has only two): most candidates fail there. */
  readonly lengths: Uint16Array;
  readonly thirds: Uint16Array;
  /** The units of all words one after another, and where those of each begin. */
  readonly letters: Uint16Array;
  readonly offsets: Int32Array;
}

/** Flat pairs `position, word number` in order of position; `size` counts the used numbers, so that it can be reused. */
export interface Hits {
  readonly flat: Int32Array;
  size: number;
}

/** Bits a word: more make false alarms rare, fewer leave room in the cache for the tables of other stages. */
const BITS_A_WORD = 24;
const MOST_BITS = 1 << 18;

function hash(first: number, second: number): number {
  return Math.imul(first, 0x9e37) ^ Math.imul(second, 0x85eb);
}

function tripleHash(first: number, second: number, third: number): number {
  return Math.imul(first, 0x9e37) ^ Math.imul(second, 0x85eb) ^ Math.imul(third, 0x2f35);
}

function setBit(bits: Int32Array, hashed: number): void {
  const at = hashed & (32 * bits.length - 1);
  bits[at >> 5] = (bits[at >> 5] ?? 0) | (1 << (at & 31));
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
  const bits = Math.min(MOST_BITS, 1 << Math.ceil(Math.log2(BITS_A_WORD * (words.length + 8))));
  const index: WordIndex = {
    words,
    bits: new Int32Array(bits / 32),
    triples: new Int32Array(bits / 32),
    pairs: new Int32Array(slots),
    starts: new Int32Array(slots),
    lists: new Int32Array(words.length + byPair.size),
    lengths: Uint16Array.from(words, (word) => word.length),
    thirds: Uint16Array.from(words, (word) => (word.length > 2 ? word.charCodeAt(2) : 0)),
    ...layOut(words),
  };
  for (const word of words) {
    const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)];
    if (word.length === 2) setBit(index.bits, hash(first, second));
    else setBit(index.triples, tripleHash(first, second, word.charCodeAt(2)));
  }
  let end = 0;
  for (const [key, numbers] of byPair) {
    numbers.sort((a, b) => (index.lengths[b] ?? 0) - (index.lengths[a] ?? 0));
    const at = hash(key >>> 16, key & 0xffff);
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

function layOut(words: readonly string[]): Pick<WordIndex, 'letters' | 'offsets'> {
  const offsets = new Int32Array(words.length);
  let size = 0;
  for (const [number, word] of words.entries()) {
    offsets[number] = size;
    size += word.length;
  }
  const all = words.join('');
  return { offsets, letters: Uint16Array.from({ length: size }, (_, i) => all.charCodeAt(i)) };
}

/** Room for `capacity` hits; further ones are dropped, which only very long texts can reach. */
export function createHits(capacity: number): Hits {
  return { flat: new Int32Array(capacity * 2), size: 0 };
}

/** Appends the longest word of the index at each position of `[start, end)`, without overlaps, to `hits`. */
export function scanWords(
  index: WordIndex,
  units: Uint16Array,
  start: number,
  end: number,
  hits: Hits,
): void {
  const { flat } = hits;
  for (let i = nextStart(index, units, start, end); i < end - 1; i = nextStart(index, units, i, end)) {
    const first = units[i] as number;
    const second = units[i + 1] as number;
    const word = longestAt(index, units, i, end, hash(first, second), (first << 16) | second);
    if (word < 0) {
      i++;
      continue;
    }
    if (hits.size + 2 > flat.length) break;
    flat[hits.size++] = i;
    flat[hits.size++] = word;
    i += index.lengths[word] as number;
  }
}

/** The next position in `[from, end)` where a word may start; `end` where none does. */
function nextStart(index: WordIndex, units: Uint16Array, from: number, end: number): number {
  const { bits, triples } = index;
  const mask = 32 * bits.length - 1;
  const last = end - 2;
  if (from > last) return end;
  let first = units[from] as number;
  let second = units[from + 1] as number;
  for (let i = from; i < last; i++) {
    const third = units[i + 2] as number;
    const pair = hash(first, second) & mask;
    const triple = tripleHash(first, second, third) & mask;
    const found =
      ((bits[pair >> 5] as number) >>> (pair & 31)) | ((triples[triple >> 5] as number) >>> (triple & 31));
    if ((found & 1) !== 0) return i;
    first = second;
    second = third;
  }
  const pair = hash(first, second) & mask;
  return (((bits[pair >> 5] as number) >>> (pair & 31)) & 1) !== 0 ? last : end;
}

function longestAt(
  index: WordIndex,
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
    if (length === 3 || goesOn(index, word, units, at)) return word;
  }
}

/** Whether the units of a word from the fourth on stand in the text too. */
function goesOn(
  { letters, offsets, lengths }: WordIndex,
  word: number,
  units: Uint16Array,
  at: number,
): boolean {
  const from = offsets[word] as number;
  const length = lengths[word] as number;
  for (let i = 3; i < length; i++) if (letters[from + i] !== units[at + i]) return false;
  return true;
}
