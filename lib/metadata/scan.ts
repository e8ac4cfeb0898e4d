import { allocate, buffer, keep } from '@/lib/kernel/memory';
import { addressOf, roomFor } from '@/lib/kernel/room';
import { find } from '@/lib/kernel/words';

/**
 * Finds words of a fixed list in a text: for two code units a byte tells, at one look per position, whether words
 * begin with them and how their third unit may end in binary; only where one may, the words that start with that pair
 * are compared, longest first.
 */
export interface WordIndex {
  readonly words: readonly string[];
  /** By word number. */
  readonly lengths: Uint16Array;
  /** Where the kernel finds the rest (see `Layout`). */
  readonly address: number;
}

/** What the kernel looks words up in. */
interface Layout {
  /** By the hash of a pair: bit 0 to 7 for the last three bits of the third unit of a word, all for a word of two. */
  readonly sieve: Uint8Array;
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
}

/** Flat pairs `position, word number` in order of position; `size` counts the used numbers, so that it can be reused. */
export interface Hits {
  /** A view of the memory of the kernel. */
  flat: Int32Array;
  size: number;
  readonly address: number;
  readonly capacity: number;
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
  const layout: Layout = {
    sieve: new Uint8Array(1 << power),
    slots: new Int32Array(2 << Math.ceil(Math.log2(byPair.size * 3 + 8))),
    records: new Int32Array(3 * words.length + byPair.size),
    letters: Uint16Array.from({ length: all.length }, (_, i) => all.charCodeAt(i)),
  };
  const shift = 32 - power;
  for (const word of words) {
    const at = hash((word.charCodeAt(0) << 16) | word.charCodeAt(1)) >>> shift;
    const thirds = word.length === 2 ? 0xff : 1 << (word.charCodeAt(2) & 7);
    layout.sieve[at] = (layout.sieve[at] ?? 0) | thirds;
  }
  layOut(words, layout, byPair);
  return { words, lengths: Uint16Array.from(words, (word) => word.length), address: hand(layout, shift) };
}

/** Hands the tables to the kernel: their addresses, how far to shift a hash for the sieve, the mask of the slots. */
function hand({ sieve, slots, records, letters }: Layout, shift: number): number {
  const addresses = [sieve, slots, records, letters].map(keep);
  return keep(Int32Array.from([...addresses, shift, slots.length / 2 - 1]));
}

/** Where a pair is looked for first. */
function slotOf(pair: number, mask: number): number {
  const hashed = hash(pair);
  return (hashed ^ (hashed >>> 15)) & mask;
}

/** Fills slots and records. */
function layOut(
  words: readonly string[],
  { slots, records }: Layout,
  byPair: ReadonlyMap<number, readonly number[]>,
): void {
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
  const address = allocate(8 * capacity);
  return { flat: new Int32Array(buffer, address, 2 * capacity), size: 0, address, capacity };
}

/** Appends the longest word of the index at each position of `[start, end)`, without overlaps, to `hits`. */
export function scanWords(
  index: WordIndex,
  units: Uint16Array,
  start: number,
  end: number,
  hits: Hits,
): void {
  if (end - start < 2) return;
  const { address, capacity } = hits;
  const text = addressOf(units);
  const { candidates } = roomFor(end - start);
  hits.size = find(index.address, text, start, end, candidates, address, hits.size, 2 * capacity - 1);
  if (hits.flat.buffer !== buffer) hits.flat = new Int32Array(buffer, address, 2 * capacity);
}
