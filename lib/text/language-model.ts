/**
 * A model of which character follows which two: interpolated trigrams with absolute discounting, read from a
 * compact file of pruned counts. It serves to choose between ways of undoing damage, nothing else.
 *
 * File (after brotli): a header of unsigned LEB128 numbers — version, symbols, bigrams, trigrams — then for
 * every symbol its UTF-16 unit and count code; then for every symbol in order its successors as gaps and
 * count codes, ended by gap 0; then the same for every bigram. Count codes are quarter octaves:
 * count ≈ 2^(code/4).
 */

export interface LanguageModel {
  /** Unit → symbol: traditional and full-width forms fold to what the model was built from; 0 is unknown. */
  readonly symbols: Uint16Array;
  /** Natural logarithm of the probability that symbol `c` follows `q`, `p`. */
  readonly score: (q: number, p: number, c: number) => number;
}

export const MODEL_VERSION = 1;
export const BOUNDARY = 1;
/** What is taken from every count and given to the shorter context. */
const DISCOUNT = 0.6;

/** The count that a code stands for. */
export const countOf = (code: number): number => 2 ** (code / 4);
/** The code nearest to a count. */
export const codeOf = (count: number): number => Math.round(4 * Math.log2(count));

/** The unit that stands for `unit` in the model: half-width, digits as 0, letters as a, spaces as a boundary. */
export function foldUnit(unit: number): number {
  let folded = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit;
  if (folded >= 0x30 && folded <= 0x39) folded = 0x30;
  else if ((folded >= 0x41 && folded <= 0x5a) || (folded >= 0x61 && folded <= 0x7a)) folded = 0x61;
  else if (folded <= 0x20 || folded === 0x3000 || folded === 0xa0) folded = 0x0a;
  return folded;
}

interface Level {
  /** Where the successors of context i begin. */
  readonly starts: Uint32Array;
  readonly successors: Uint16Array;
  readonly probability: Float32Array;
  /** What is left of the probability of context i for the shorter context. */
  readonly rest: Float32Array;
}

/** Reads a model from the decompressed bytes. `simplified` folds traditional units (see traditional.ts). */
export function readLanguageModel(bytes: Uint8Array, simplified: Uint16Array): LanguageModel {
  const reader = new Reader(bytes);
  if (reader.next() !== MODEL_VERSION) throw new Error('language model: unknown version');
  const symbolCount = reader.next();
  const bigramCount = reader.next();
  const trigramCount = reader.next();
  const own = new Uint16Array(65536);
  const counts = new Float64Array(symbolCount);
  let total = 0;
  for (let symbol = 1; symbol < symbolCount; symbol++) {
    own[reader.next()] = symbol;
    counts[symbol] = countOf(reader.next());
    total += counts[symbol] ?? 0;
  }
  const pairCounts = new Float64Array(bigramCount);
  const pairs = readLevel(reader, counts, bigramCount, pairCounts);
  const triples = readLevel(reader, pairCounts, trigramCount, null);
  const unigram = counts.map((count) => (count + 0.01) / (total + symbolCount));
  unigram[0] = 0.002 / total;
  const symbols = Uint16Array.from({ length: 65536 }, (_, unit) => own[foldUnit(simplified[unit] ?? unit)] ?? 0);
  const index = indexPairs(pairs, symbolCount);
  return { symbols, score: (q, p, c) => Math.log(probability(q, p, c)) };

  function probability(q: number, p: number, c: number): number {
    const single = unigram[c] ?? 0;
    const pair = index.find(p, c);
    const double = (pair < 0 ? 0 : (pairs.probability[pair] ?? 0)) + (pairs.rest[p] ?? 1) * single;
    const context = index.find(q, p);
    if (context < 0) return double;
    const triple = search(triples, context, c);
    return (triple < 0 ? 0 : (triples.probability[triple] ?? 0)) + (triples.rest[context] ?? 1) * double;
  }
}

class Reader {
  private position = 0;
  constructor(private readonly bytes: Uint8Array) {}

  next(): number {
    let value = 0;
    let shift = 1;
    for (;;) {
      const byte = this.bytes[this.position++];
      if (byte === undefined) throw new Error('language model: file ends early');
      value += (byte & 127) * shift;
      if (byte < 128) return value;
      shift *= 128;
    }
  }
}

function readLevel(reader: Reader, contexts: Float64Array, size: number, counts: Float64Array | null): Level {
  const starts = new Uint32Array(contexts.length + 1);
  const successors = new Uint16Array(size);
  const probability = new Float32Array(size);
  const rest = new Float32Array(contexts.length).fill(1);
  let n = 0;
  for (let context = 0; context < contexts.length; context++) {
    starts[context] = n;
    const total = contexts[context] ?? 0;
    let kept = 0;
    let symbol = 0;
    for (let gap = reader.next(); gap > 0; gap = reader.next()) {
      symbol += gap;
      const count = countOf(reader.next());
      successors[n] = symbol;
      probability[n] = (count - DISCOUNT) / total;
      if (counts) counts[n] = count;
      kept += count - DISCOUNT;
      n++;
    }
    if (kept > 0) rest[context] = rescale(probability, starts[context] ?? 0, n, kept / total);
  }
  starts[contexts.length] = n;
  return { starts, successors, probability, rest };
}

/** Rounded counts may add up to more than their context: then all are scaled to leave a little. */
function rescale(probability: Float32Array, from: number, to: number, sum: number): number {
  const most = 0.995;
  if (sum <= most) return 1 - sum;
  for (let i = from; i < to; i++) probability[i] = ((probability[i] ?? 0) * most) / sum;
  return 1 - most;
}

function search(level: Level, context: number, symbol: number): number {
  let low = level.starts[context] ?? 0;
  let high = (level.starts[context + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = level.successors[middle] ?? 0;
    if (found === symbol) return middle;
    if (found < symbol) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** A hash from a pair of symbols to the number of its bigram: looked up more often than anything else. */
function indexPairs(pairs: Level, symbolCount: number): { find: (p: number, c: number) => number } {
  const size = 2 ** Math.ceil(Math.log2(pairs.successors.length * 2 + 2));
  const mask = size - 1;
  const keys = new Int32Array(size).fill(-1);
  const values = new Int32Array(size);
  const slotOf = (key: number): number => {
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
    while (keys[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  };
  for (let p = 0; p < symbolCount; p++) {
    for (let i = pairs.starts[p] ?? 0; i < (pairs.starts[p + 1] ?? 0); i++) {
      const key = p * 8192 + (pairs.successors[i] ?? 0);
      const slot = slotOf(key);
      keys[slot] = key;
      values[slot] = i;
    }
  }
  return {
    find: (p, c) => {
      const slot = slotOf(p * 8192 + c);
      return keys[slot] === -1 ? -1 : (values[slot] ?? -1);
    },
  };
}
