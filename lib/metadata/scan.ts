/**
 * Finds words of a fixed list in a text: a bitmap over hashed pairs of code units says at one look per position
 * that no word starts here; only where it may, the words that start with that pair are compared, longest first.
 */
export interface WordIndex {
  readonly words: readonly string[];
  readonly bitmap: Uint8Array;
  /** Word numbers by first pair of units, longest word first. */
  readonly byPair: ReadonlyMap<number, readonly number[]>;
}

/** Flat pairs `position, word number` in order of position; `size` counts the used numbers, so that it can be reused. */
export interface Hits {
  readonly flat: Int32Array;
  size: number;
}

const MASK = 0xffff;

function hash(first: number, second: number): number {
  return ((first * 31) ^ (second * 7)) & MASK;
}

/** Words need two units or more; throws on a shorter one (a mistake in our own tables). */
export function buildWordIndex(words: readonly string[]): WordIndex {
  const bitmap = new Uint8Array(MASK + 1);
  const byPair = new Map<number, number[]>();
  for (const [number, word] of words.entries()) {
    if (word.length < 2) throw new Error(`word too short for the index: ${word}`);
    const first = word.charCodeAt(0);
    const second = word.charCodeAt(1);
    bitmap[hash(first, second)] = 1;
    const key = (first << 16) | second;
    const list = byPair.get(key);
    if (list === undefined) byPair.set(key, [number]);
    else list.push(number);
  }
  const length = (number: number) => words[number]?.length ?? 0;
  for (const list of byPair.values()) list.sort((a, b) => length(b) - length(a));
  return { words, bitmap, byPair };
}

/** Room for `capacity` hits; further ones are dropped, which only very long texts can reach. */
export function createHits(capacity: number): Hits {
  return { flat: new Int32Array(capacity * 2), size: 0 };
}

/** The longest word of the index at each position of `[start, end)`, without overlaps, into `hits`. */
export function scanWords(
  index: WordIndex,
  text: string,
  units: Uint16Array,
  start: number,
  end: number,
  hits: Hits,
): void {
  const { bitmap } = index;
  const last = end - 1;
  let first = start < end ? (units[start] ?? 0) : 0;
  for (let i = start; i < last; i++) {
    const second = units[i + 1] ?? 0;
    const at = ((first * 31) ^ (second * 7)) & MASK;
    if (bitmap[at] !== 0) {
      const word = longestAt(index, text, i, end, (first << 16) | second);
      if (word >= 0) {
        if (hits.size + 2 > hits.flat.length) return;
        hits.flat[hits.size++] = i;
        hits.flat[hits.size++] = word;
        i += (index.words[word]?.length ?? 1) - 1;
        first = units[i + 1] ?? 0;
        continue;
      }
    }
    first = second;
  }
}

function longestAt(index: WordIndex, text: string, at: number, end: number, key: number): number {
  const list = index.byPair.get(key);
  if (list === undefined) return -1;
  for (const number of list) {
    const word = index.words[number] ?? '';
    if (at + word.length <= end && (word.length === 2 || text.startsWith(word, at))) return number;
  }
  return -1;
}
