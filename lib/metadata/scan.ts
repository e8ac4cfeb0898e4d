/**
 * Finds words of a fixed list in a text: for two code units a byte tells, at one look per position, whether words
 * begin with them and how their third unit may end in binary; only where one may, the words that start with that pair
 * are compared, longest first.
 */
export interface WordIndex {
  readonly words: readonly string[];
  /** By the hash of a pair: bit 0 to 7 for the last three bits of the third unit of a word, all for a word of two. */
  readonly sieve: Uint8Array;
  /** How far the hash is shifted to the right to be a position in `sieve`. */
  readonly shift: number;
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

/** Bytes of the sieve for a pair: more make false alarms rare, fewer leave room in the cache for the tables of other stages. */
const BYTES_A_PAIR = 12;
const MULTIPLIER = 0x9e3779b1 | 0;

/** Multiplied, the upper bits depend on all of a pair. */
function hash(pair: number): number {
  return Math.imul(pair, MULTIPLIER);
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
  const power = Math.ceil(Math.log2(BYTES_A_PAIR * (byPair.size + 8)));
  const all = words.join('');
  const index: WordIndex = {
    words,
    sieve: new Uint8Array(1 << power),
    shift: 32 - power,
    slots: new Int32Array(2 << Math.ceil(Math.log2(byPair.size * 3 + 8))),
    records: new Int32Array(3 * words.length + byPair.size),
    letters: Uint16Array.from({ length: all.length }, (_, i) => all.charCodeAt(i)),
    lengths: Uint16Array.from(words, (word) => word.length),
  };
  for (const word of words) {
    const at = hash((word.charCodeAt(0) << 16) | word.charCodeAt(1)) >>> index.shift;
    const thirds = word.length === 2 ? 0xff : 1 << (word.charCodeAt(2) & 7);
    index.sieve[at] = (index.sieve[at] ?? 0) | thirds;
  }
  layOut(index, byPair);
  return index;
}

/** Where a pair is looked for first. */
function slotOf(pair: number, mask: number): number {
  const hashed = hash(pair);
  return (hashed ^ (hashed >>> 15)) & mask;
}

/** Fills slots and records. */
function layOut({ words, slots, records }: WordIndex, byPair: ReadonlyMap<number, readonly number[]>): void {
  const offsets = new Int32Array(words.length);
  for (let number = 1; number < words.length; number++)
    offsets[number] = (offsets[number - 1] ?? 0) + (words[number - 1] ?? '').length;
  const mask = slots.length / 2 - 1;
  let end = 0;
  for (const [key, numbers] of byPair) {
    let slot = slotOf(key, mask);
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
  { sieve, shift }: WordIndex,
  units: Uint16Array,
  start: number,
  end: number,
  into: Int32Array,
): number {
  const multiplier = MULTIPLIER;
  const last = end - 2;
  let count = 0;
  let pair = ((units[start] as number) << 16) | (units[start + 1] as number);
  for (let i = start; i < last; i++) {
    const third = units[i + 2] as number;
    into[count] = i;
    count += ((sieve[Math.imul(pair, multiplier) >>> shift] as number) >>> (third & 7)) & 1;
    pair = (pair << 16) | third;
  }
  // Behind the last two units nothing belongs to the range: only words of two fit.
  into[count] = last;
  return count + (sieve[Math.imul(pair, multiplier) >>> shift] === 0xff ? 1 : 0);
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
    const key = ((units[start] as number) << 16) | (units[start + 1] as number);
    let slot = slotOf(key, mask);
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
