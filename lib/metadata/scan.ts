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
  /** Open addressing, two numbers a slot: a pair of units (0: free slot) and where its words begin in `records`. */
  readonly slots: Int32Array;
  /**
   * Three numbers a word: its third unit (0 where it has only two) and its length in one, its number, where its units
   * stand in `letters`; those of one pair together, longest first, each list ended by 0. What is compared lies in one
   * line of the cache.
   */
  readonly records: Int32Array;
  /** The units of all words one after another. */
  readonly letters: Uint16Array;
  /** By word number. */
  readonly lengths: Uint16Array;
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

function withThird(hashed: number, third: number): number {
  return hashed ^ Math.imul(third, 0x2f35);
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
  const bits = Math.min(MOST_BITS, 1 << Math.ceil(Math.log2(BITS_A_WORD * (words.length + 8))));
  const all = words.join('');
  const index: WordIndex = {
    words,
    bits: new Int32Array(bits / 32),
    triples: new Int32Array(bits / 32),
    slots: new Int32Array(2 << Math.ceil(Math.log2(byPair.size * 3 + 8))),
    records: new Int32Array(3 * words.length + byPair.size),
    letters: Uint16Array.from({ length: all.length }, (_, i) => all.charCodeAt(i)),
    lengths: Uint16Array.from(words, (word) => word.length),
  };
  for (const word of words) {
    const hashed = hash(word.charCodeAt(0), word.charCodeAt(1));
    if (word.length === 2) setBit(index.bits, hashed);
    else setBit(index.triples, withThird(hashed, word.charCodeAt(2)));
  }
  layOut(index, byPair);
  return index;
}

/** Fills slots and records. */
function layOut({ words, slots, records }: WordIndex, byPair: ReadonlyMap<number, readonly number[]>): void {
  const offsets = new Int32Array(words.length);
  for (let number = 1; number < words.length; number++)
    offsets[number] = (offsets[number - 1] ?? 0) + (words[number - 1] ?? '').length;
  const mask = slots.length / 2 - 1;
  let end = 0;
  for (const [key, numbers] of byPair) {
    let slot = hash(key >>> 16, key & 0xffff) & mask;
    while (slots[2 * slot] !== 0) slot = (slot + 1) & mask;
    slots[2 * slot] = key;
    slots[2 * slot + 1] = end;
    for (const number of [...numbers].sort((a, b) => (words[b] ?? '').length - (words[a] ?? '').length)) {
      const word = words[number] ?? '';
      const third = word.length > 2 ? word.charCodeAt(2) : 0;
      records.set([(third << 16) | word.length, number, offsets[number] ?? 0], end);
      end += 3;
    }
    records[end++] = 0;
  }
}

/** Room for `capacity` hits; further ones are dropped, which only very long texts can reach. */
export function createHits(capacity: number): Hits {
  return { flat: new Int32Array(capacity * 2), size: 0 };
}

/** Positions at which a word may start; written anew by every call. */
let candidates = new Int32Array(1024);

/** Appends the longest word of the index at each position of `[start, end)`, without overlaps, to `hits`. */
export function scanWords(
  index: WordIndex,
  units: Uint16Array,
  start: number,
  end: number,
  hits: Hits,
): void {
  if (end - start < 2) return;
  if (candidates.length < end - start) candidates = new Int32Array(2 * (end - start));
  const count = listCandidates(index, units, start, end, candidates);
  hits.size = compareAll(index, units, end, candidates, count, hits);
}

/**
 * Writes the positions of `[start, end)` where a word may start to `into`; returns how many there are. Without
 * branches: where words start cannot be foreseen, and a wrong guess costs as much as ten units.
 */
function listCandidates(
  { bits, triples }: WordIndex,
  units: Uint16Array,
  start: number,
  end: number,
  into: Int32Array,
): number {
  const mask = 32 * bits.length - 1;
  const last = end - 2;
  let count = 0;
  let first = units[start] as number;
  let second = units[start + 1] as number;
  for (let i = start; i < last; i++) {
    const third = units[i + 2] as number;
    const hashed = hash(first, second);
    const pair = hashed & mask;
    const triple = withThird(hashed, third) & mask;
    into[count] = i;
    count +=
      (((bits[pair >> 5] as number) >>> (pair & 31)) | ((triples[triple >> 5] as number) >>> (triple & 31))) &
      1;
    first = second;
    second = third;
  }
  // Behind the last two units nothing belongs to the range.
  const pair = hash(first, second) & mask;
  into[count] = last;
  return count + (((bits[pair >> 5] as number) >>> (pair & 31)) & 1);
}

/** Appends the longest word at each candidate behind the word before; returns the new size. */
function compareAll(
  { slots, records, letters }: WordIndex,
  units: Uint16Array,
  end: number,
  at: Int32Array,
  count: number,
  { flat, size: before }: Hits,
): number {
  const mask = slots.length / 2 - 1;
  const most = flat.length - 2;
  let size = before;
  let floor = 0;
  for (let c = 0; c < count && size <= most; c++) {
    const start = at[c] as number;
    if (start < floor) continue;
    const first = units[start] as number;
    const second = units[start + 1] as number;
    const key = (first << 16) | second;
    let slot = hash(first, second) & mask;
    while (slots[2 * slot] !== key && slots[2 * slot] !== 0) slot = (slot + 1) & mask;
    if (slots[2 * slot] === 0) continue;
    const third = units[start + 2] as number;
    for (let r = slots[2 * slot + 1] as number; ; r += 3) {
      const record = records[r] as number;
      if (record === 0) break;
      const length = record & 0xffff;
      if (length > 2 && (record >>> 16 !== third || start + length > end)) continue;
      const from = records[r + 2] as number;
      let same = 3;
      while (same < length && letters[from + same] === units[start + same]) same++;
      if (same < length) continue;
      flat[size++] = start;
      flat[size++] = records[r + 1] as number;
      floor = start + length;
      break;
    }
  }
  return size;
}
