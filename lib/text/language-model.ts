/**
 * A model of which character follows which three: back-off n-grams up to four characters, read from a compact
 * file of pruned counts. It serves to choose between ways of undoing damage, nothing else.
 *
 * File (after brotli): unsigned LEB128 numbers — version, symbols, bigrams, trigrams, four-grams — then for
 * every symbol its UTF-16 unit and count code; then for every symbol in order its successors as gaps and
 * count codes, ended by gap 0, and where there are any what is left for the shorter context; then the same for
 * every bigram and every trigram. Codes are quarter octaves: count ≈ 2^(code/4), rest ≈ 2^(−code/4).
 */

export const MODEL_VERSION = 2;
export const BOUNDARY = 1;
/** What is taken from every count and given to the shorter context. */
export const DISCOUNT = 0.6;

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

/** Successors of all contexts of one length: those of context i stand from `starts[i]` to `starts[i + 1]`. */
interface Level {
  readonly starts: Uint32Array;
  readonly successors: Uint16Array;
  /** Natural logarithms, as are all numbers of the model once it is read. */
  readonly logs: Float32Array;
  /** What a shorter context's score is raised by where context i does not have the successor. */
  readonly rest: Float32Array;
}

/** The model, as an automaton: a context is the last symbol `p`, and the bigram and trigram that end with it (−1: none known). */
export class LanguageModel {
  /** Unit → symbol: traditional and full-width forms fold to what the model was built from; 0 is unknown. */
  readonly symbols: Uint16Array;
  /** Symbol → its unit, in simplified characters; digits are 0, letters a. */
  readonly units: Uint16Array;
  /** After `step`: the bigram and the trigram that end with the symbol stepped to. */
  bigram = -1;
  trigram = -1;
  private readonly single: Float32Array;
  private readonly pairs: Level;
  private readonly triples: Level;
  private readonly quads: Level;
  private readonly index: PairIndex;

  /** Reads a model from the decompressed bytes. `simplified` folds traditional units (see traditional.ts). */
  constructor(bytes: Uint8Array, simplified: Uint16Array) {
    const reader = new Reader(bytes);
    if (reader.next() !== MODEL_VERSION) throw new Error('language model: unknown version');
    const [symbolCount, pairCount, tripleCount, quadCount] = [
      reader.next(),
      reader.next(),
      reader.next(),
      reader.next(),
    ];
    const own = new Uint16Array(65536);
    this.units = new Uint16Array(symbolCount);
    const counts = new Float64Array(symbolCount);
    for (let symbol = 1; symbol < symbolCount; symbol++) {
      const unit = reader.next();
      own[unit] = symbol;
      this.units[symbol] = unit;
      counts[symbol] = countOf(reader.next());
    }
    const total = counts.reduce((sum, count) => sum + count, 0);
    counts[0] = 0.002;
    this.single = Float32Array.from(counts, (count) => Math.log(count / total));
    this.symbols = Uint16Array.from(
      { length: 65536 },
      (_, unit) => own[foldUnit(simplified[unit] ?? unit)] ?? 0,
    );
    this.pairs = readLevel(reader, symbolCount, pairCount);
    this.index = new PairIndex(this.pairs);
    spread(this.pairs, (_, symbol) => this.single[symbol] ?? 0);
    this.triples = readLevel(reader, pairCount, tripleCount);
    spread(this.triples, (pair, symbol) => this.afterOne(this.pairs.successors[pair] ?? 0, symbol));
    this.quads = readLevel(reader, tripleCount, quadCount);
    const suffixes = this.findSuffixes();
    spread(this.quads, (triple, symbol) =>
      this.afterTwo(suffixes[triple] ?? -1, this.triples.successors[triple] ?? 0, symbol),
    );
  }

  /** Natural logarithm of the probability of `symbol` in a context; `bigram` and `trigram` are set to the next context. */
  step(trigram: number, bigram: number, p: number, symbol: number): number {
    const pair = this.index.find(p, symbol);
    const triple = bigram < 0 ? -1 : search(this.triples, bigram, symbol);
    this.bigram = pair;
    this.trigram = triple;
    let score = 0;
    if (trigram >= 0) {
      const quad = search(this.quads, trigram, symbol);
      if (quad >= 0) return this.quads.logs[quad] ?? 0;
      score += this.quads.rest[trigram] ?? 0;
    }
    if (triple >= 0) return score + (this.triples.logs[triple] ?? 0);
    if (bigram >= 0) score += this.triples.rest[bigram] ?? 0;
    if (pair >= 0) return score + (this.pairs.logs[pair] ?? 0);
    return score + (this.pairs.rest[p] ?? 0) + (this.single[symbol] ?? 0);
  }

  /** The bigram of two symbols, −1 where it is not known. */
  findBigram(p: number, symbol: number): number {
    return this.index.find(p, symbol);
  }

  /** The symbols seen after `p`. */
  successors(p: number): Uint16Array {
    return this.pairs.successors.subarray(this.pairs.starts[p] ?? 0, this.pairs.starts[p + 1] ?? 0);
  }

  /** A number for the context as far as it matters to what follows: equal numbers, equal futures. */
  contextKey(trigram: number, bigram: number, p: number): number {
    const { starts } = this.quads;
    if (trigram >= 0 && starts[trigram] !== starts[trigram + 1]) return trigram;
    const offset = starts.length;
    return bigram >= 0 ? offset + bigram : offset + this.triples.starts.length + p;
  }

  private afterOne(p: number, symbol: number): number {
    const pair = this.index.find(p, symbol);
    return pair < 0 ? (this.pairs.rest[p] ?? 0) + (this.single[symbol] ?? 0) : (this.pairs.logs[pair] ?? 0);
  }

  private afterTwo(bigram: number, p: number, symbol: number): number {
    const triple = bigram < 0 ? -1 : search(this.triples, bigram, symbol);
    if (triple >= 0) return this.triples.logs[triple] ?? 0;
    return (bigram < 0 ? 0 : (this.triples.rest[bigram] ?? 0)) + this.afterOne(p, symbol);
  }

  /** For every trigram the bigram that it ends with. */
  private findSuffixes(): Int32Array {
    const suffixes = new Int32Array(this.triples.successors.length);
    const { starts, successors } = this.triples;
    for (let pair = 0; pair < this.pairs.successors.length; pair++) {
      const middle = this.pairs.successors[pair] ?? 0;
      for (let i = starts[pair] ?? 0; i < (starts[pair + 1] ?? 0); i++) {
        suffixes[i] = this.index.find(middle, successors[i] ?? 0);
      }
    }
    return suffixes;
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

/** Reads one level; `rest` is the share that is left of a context, not yet spread. */
function readLevel(reader: Reader, contexts: number, size: number): Level {
  const starts = new Uint32Array(contexts + 1);
  const successors = new Uint16Array(size);
  const logs = new Float32Array(size);
  const rest = new Float32Array(contexts);
  let n = 0;
  for (let context = 0; context < contexts; context++) {
    const start = n;
    starts[context] = start;
    let kept = 0;
    let symbol = 0;
    for (let gap = reader.next(); gap > 0; gap = reader.next()) {
      symbol += gap;
      const count = countOf(reader.next()) - DISCOUNT;
      successors[n] = symbol;
      logs[n++] = count;
      kept += count;
    }
    if (n === start) continue;
    const left = Math.min(0.999, 2 ** (-reader.next() / 4));
    rest[context] = Math.log(left);
    for (let i = start; i < n; i++) logs[i] = Math.log(((logs[i] ?? 0) * (1 - left)) / kept);
  }
  starts[contexts] = n;
  return { starts, successors, logs, rest };
}

/**
 * Spreads what is left of a context over the successors it does not have, in proportion to their probability
 * in the shorter context (Katz): divides by what those it has would take of it.
 */
function spread(level: Level, shorter: (context: number, symbol: number) => number): void {
  for (let context = 0; context < level.rest.length; context++) {
    const from = level.starts[context] ?? 0;
    const to = level.starts[context + 1] ?? 0;
    if (from === to) continue;
    let taken = 0;
    for (let i = from; i < to; i++) taken += Math.exp(shorter(context, level.successors[i] ?? 0));
    level.rest[context] = Math.min(0, (level.rest[context] ?? 0) - Math.log(Math.max(0.001, 1 - taken)));
  }
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
class PairIndex {
  private readonly mask: number;
  private readonly keys: Int32Array;
  private readonly values: Int32Array;

  constructor(pairs: Level) {
    const size = 2 ** Math.ceil(Math.log2(pairs.successors.length * 2 + 2));
    this.mask = size - 1;
    this.keys = new Int32Array(size).fill(-1);
    this.values = new Int32Array(size).fill(-1);
    for (let p = 0; p < pairs.rest.length; p++) {
      for (let i = pairs.starts[p] ?? 0; i < (pairs.starts[p + 1] ?? 0); i++) {
        const key = p * 8192 + (pairs.successors[i] ?? 0);
        const slot = this.slotOf(key);
        this.keys[slot] = key;
        this.values[slot] = i;
      }
    }
  }

  find(p: number, symbol: number): number {
    return this.values[this.slotOf(p * 8192 + symbol)] ?? -1;
  }

  private slotOf(key: number): number {
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & this.mask;
    while (this.keys[slot] !== -1 && this.keys[slot] !== key) slot = (slot + 1) & this.mask;
    return slot;
  }
}
