import { keep, Numbers } from '@/lib/kernel/memory';
import { addressOf, roomFor } from '@/lib/kernel/room';
import { find } from '@/lib/kernel/words';

/**
 * Finds words of a fixed list in a text: for two code units a bit tells, at one look per position, whether words may
 * begin with them; only where they may, the words that start with that pair are compared, longest first.
 */
export interface WordIndex {
  readonly words: readonly string[];
  /** Where the kernel finds the rest (see `Layout`). */
  readonly address: number;
}

/** What the kernel looks words up in. */
interface Layout {
  /** A bit for the hash of every pair. */
  readonly sieve: Int32Array;
  /**
   * Open addressing, four numbers a slot: a pair of units (0: free slot), at which byte of `records` its words begin, a bit
   * for the last five bits of every third unit (all where a word ends before), 0.
   */
  readonly slots: Int32Array;
  /**
   * A word: its length, its number, its facts (two units), its units from the third on; those of one pair together, longest first, each list
   * ended by 0. What is compared lies in one line of the cache.
   */
  readonly records: Uint16Array;
}

/** Where the numbers of a hit stand among those of all; how many it has. */
export const HIT = { start: 0, end: 1, word: 2, facts: 3, code: 4, size: 6 } as const;

/** Words found in a text, in order of position, so that they can be used again for the next one. */
export interface Hits {
  readonly numbers: Numbers;
  count: number;
  readonly capacity: number;
}

/** Bits of the sieve for a pair: more make false alarms rare, fewer leave room in the cache for the tables of other stages. */
const BITS_A_PAIR = 24;
const MULTIPLIER = 0x9e3779b1 | 0;
/** Numbers a slot takes. */
const SLOT = 4;
/** The lowest bits of a hash choose a bit of a word of the sieve, those from here on the word. */
const WORD_SHIFT = 14;

/** The first two units of a word as they lie in memory. */
function pairOf(word: string): number {
  return word.charCodeAt(0) | (word.charCodeAt(1) << 16);
}

/** Multiplied, the upper bits depend on all of a pair. */
function hash(pair: number): number {
  return Math.imul(pair, MULTIPLIER);
}

/**
 * Words need two units or more; throws on a shorter one (a mistake in our own tables). `factsOf` tells what every hit says
 * of its word, by the number of the word.
 */
export function buildWordIndex(
  words: readonly string[],
  factsOf: (number: number) => number = () => 0,
): WordIndex {
  const byPair = new Map<number, number[]>();
  for (const [number, word] of words.entries()) {
    if (word.length < 2) throw new Error(`word too short for the index: ${word}`);
    const key = pairOf(word);
    const list = byPair.get(key);
    if (list === undefined) byPair.set(key, [number]);
    else list.push(number);
  }
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const layout: Layout = {
    sieve: new Int32Array(1 << Math.ceil(Math.log2((BITS_A_PAIR * (byPair.size + 8)) / 32))),
    slots: new Int32Array(SLOT << Math.ceil(Math.log2(byPair.size * 3 + 8))),
    records: new Uint16Array(letters + 2 * words.length + byPair.size),
  };
  for (const pair of byPair.keys()) {
    const hashed = hash(pair);
    const at = ((hashed >>> WORD_SHIFT) & sieveMask(layout)) / 4;
    layout.sieve[at] = (layout.sieve[at] as number) | (1 << hashed);
  }
  layOut(words, factsOf, layout, byPair);
  return { words, address: hand(layout) };
}

/** Keeps of a shifted hash the address of a word of the sieve. */
function sieveMask({ sieve }: Layout): number {
  return 4 * (sieve.length - 1);
}

/** Hands the tables to the kernel: their addresses and the masks. */
function hand(layout: Layout): number {
  const { sieve, slots, records } = layout;
  const addresses = [sieve, slots, records].map(keep);
  return keep(Int32Array.from([...addresses, sieveMask(layout), slots.length / SLOT - 1]));
}

/** Where a pair is looked for first. */
function slotOf(pair: number, mask: number): number {
  const hashed = hash(pair);
  return (hashed ^ (hashed >>> 15)) & mask;
}

/** A bit for the last five bits of the third unit of every word; all of them where one has none. */
function thirdsOf(words: readonly string[]): number {
  return words.reduce((bits, word) => bits | (word.length === 2 ? -1 : 1 << word.charCodeAt(2)), 0);
}

/** Fills slots and records. */
function layOut(
  words: readonly string[],
  factsOf: (number: number) => number,
  { slots, records }: Layout,
  byPair: ReadonlyMap<number, readonly number[]>,
): void {
  const mask = slots.length / SLOT - 1;
  let end = 0;
  for (const [key, numbers] of byPair) {
    let slot = slotOf(key, mask);
    while (slots[SLOT * slot] !== 0) slot = (slot + 1) & mask;
    slots.set([key, 2 * end, thirdsOf(numbers.map((number) => words[number] ?? ''))], SLOT * slot);
    for (const number of [...numbers].sort((a, b) => (words[b] ?? '').length - (words[a] ?? '').length)) {
      const word = words[number] ?? '';
      records[end++] = word.length;
      records[end++] = number;
      records[end++] = factsOf(number);
      records[end++] = factsOf(number) >>> 16;
      for (let i = 2; i < word.length; i++) records[end++] = word.charCodeAt(i);
    }
    records[end++] = 0;
  }
}

/** Room for `capacity` hits; further ones are dropped, which only very long texts can reach. */
export function createHits(capacity: number): Hits {
  return { numbers: new Numbers(HIT.size * capacity), count: 0, capacity };
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
  const text = addressOf(units);
  const { candidates, located } = roomFor(end - start);
  const { numbers, count, capacity } = hits;
  hits.count = find(index.address, text, start, end, candidates, located, numbers.address, count, capacity);
}
