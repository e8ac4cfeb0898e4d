/** Counts of runs of symbols in open addressing: the raw material of the language model. */

/** Symbols are smaller than this. */
export const SYMBOLS = 8192;
/** The longest run that is counted. */
export const LONGEST = 5;
/** Of five symbols the first digits are folded into the rest: one number holds four of them exactly. */
const FOLDED = 2 ** 39;
const FOLD = 2_000_003;
const PRIME = 9_007_199_254_740_881;

/** The number of the run of `n` symbols that ends at `end`. */
export function runKey(symbols: Uint16Array, end: number, n: number): number {
  let key = 0;
  for (let i = end - n + 1; i < end; i++) key = key * SYMBOLS + (symbols[i] ?? 0);
  const last = symbols[end] ?? 0;
  if (n < LONGEST) return key * SYMBOLS + last;
  return ((key % FOLDED) * SYMBOLS + last + Math.floor(key / FOLDED) * FOLD) % PRIME;
}

/** Runs of one length; row = slot of the table. */
export class RunTable {
  readonly keys: Float64Array;
  /** How often the run was seen. */
  readonly times: Int32Array;
  /** What its probability is reckoned from: `times`, or for shorter runs before how many symbols it was seen. */
  readonly weight: Int32Array;
  /** Of the run as a context: the weights of all its continuations, and what is left for the shorter context. */
  readonly total: Float64Array;
  readonly left: Float32Array;
  /** 1 for what goes into the model. */
  readonly kept: Uint8Array;
  /** Where it was seen first. */
  readonly first: Int32Array;
  used = 0;
  private readonly mask: number;

  constructor(bits: number) {
    const size = 2 ** bits;
    this.mask = size - 1;
    this.keys = new Float64Array(size).fill(-1);
    this.times = new Int32Array(size);
    this.weight = new Int32Array(size);
    this.total = new Float64Array(size);
    this.left = new Float32Array(size);
    this.kept = new Uint8Array(size);
    this.first = new Int32Array(size);
  }

  /** The slot of a key, or the free one where it would stand. */
  slot(key: number): number {
    const mixed =
      Math.imul((key % 4294967296) | 0, 0x9e3779b1) ^ Math.imul(Math.floor(key / 4294967296), 0x85ebca6b);
    let slot = ((mixed ^ (mixed >>> 15)) >>> 0) & this.mask;
    while (this.keys[slot] !== -1 && this.keys[slot] !== key) slot = (slot + 1) & this.mask;
    return slot;
  }

  /** The slot of a key, −1 where it was not seen. */
  find(key: number): number {
    const slot = this.slot(key);
    return this.keys[slot] === key ? slot : -1;
  }

  /** The slot of a key; it is made where there is none, and belongs to the run that ends at `end`. */
  make(key: number, end: number): number {
    const slot = this.slot(key);
    if (this.keys[slot] !== -1) return slot;
    if (++this.used > 0.9 * this.keys.length) throw new Error('table of runs is full');
    this.keys[slot] = key;
    this.first[slot] = end;
    return slot;
  }

  /** The slots in use, in no order. */
  *slots(): Generator<number> {
    for (let slot = 0; slot < this.keys.length; slot++) if (this.keys[slot] !== -1) yield slot;
  }
}

/** Whether the `n` symbols that end at `end` are one run: all known, and a boundary only at either end. */
export function isRun(symbols: Uint16Array, end: number, n: number, boundary: number): boolean {
  const start = end - n + 1;
  if (start < 0) return false;
  for (let i = start; i <= end; i++) {
    if (symbols[i] === 0) return false;
    if (symbols[i] === boundary && i !== start && i !== end) return false;
  }
  return true;
}
