/**
 * A model of which character follows which four: interpolated n-grams up to five characters with back-off, read
 * from a compact file. It serves to choose between ways of undoing damage, nothing else.
 *
 * File (after brotli): unsigned LEB128 numbers — version, symbols, runs of 1, 2, … 5 symbols — then the UTF-16
 * unit of every symbol. Then for every length: the last symbol of each run, as its distance to the one before
 * in the same context; a code byte of its probability each; and, but for the longest, the number of its
 * continuations each, and for those with any a code byte of what is left for the shorter context.
 */

export const MODEL_VERSION = 3;
export const ORDER = 5;
export const BOUNDARY = 1;
/** The context of which nothing is known. */
export const ROOT = -1;

/** The code of a natural logarithm: in eighths, downwards. */
export const codeOf = (log: number): number => Math.min(255, Math.max(0, Math.round(-8 * log)));
/** The natural logarithm that a code stands for. */
export const logOf = (code: number): number => -code / 8;

/** What a symbol that the model does not know scores. */
const UNKNOWN = -24;
/** Slots of the memo of continuations looked up last. */
const MEMO = 1 << 16;

/** The unit that stands for `unit` in the model: half-width, digits as 0, letters as a, spaces as a boundary. */
export function foldUnit(unit: number): number {
  let folded = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit;
  if (folded >= 0x30 && folded <= 0x39) folded = 0x30;
  else if ((folded >= 0x41 && folded <= 0x5a) || (folded >= 0x61 && folded <= 0x7a)) folded = 0x61;
  else if (folded <= 0x20 || folded === 0x3000 || folded === 0xa0) folded = 0x0a;
  return folded;
}

/**
 * The model as an automaton: a context is one number, the longest run known that ends the text so far and has
 * continuations. Runs are numbered through, shorter ones first.
 */
export class LanguageModel {
  /** Unit → symbol: traditional and full-width forms fold to what the model was built from; 0 is unknown. */
  readonly symbols: Uint16Array;
  /** Symbol → its unit, in simplified characters; digits are 0, letters a. */
  readonly units: Uint16Array;
  /** After `step`: the context that the symbol leads to. */
  context = ROOT;
  /** Of every run: its last symbol, the logarithm of its probability, where its continuations begin. */
  private readonly last: Uint16Array;
  private readonly logs: Float32Array;
  private readonly starts: Int32Array;
  private readonly rests: Float32Array;
  /** Of every run that was a context: the context when its first symbol is forgotten; −2 where not yet known. */
  private readonly shorter: Int32Array;
  /** Of every run without continuations: the context that it leads to; −2 where not yet known. */
  private readonly leads: Int32Array;
  private readonly memoKeys = new Float64Array(MEMO).fill(-1);
  private readonly memoRuns = new Int32Array(MEMO);
  private readonly singles: Int32Array;
  private readonly singleCount: number;
  /** Of symbols that were contexts: the codes of all symbols after them. */
  private readonly rows: (Uint8Array | undefined)[] = [];
  private readonly noRow: Uint8Array;
  /** The context that was opened: what its longer runs say, and the row of its last symbol. */
  private readonly opened: Float32Array;
  private readonly stamps: Int32Array;
  private stamp = 0;
  private row: Uint8Array;
  private rowRest = 0;

  /** Reads a model from the decompressed bytes. `simplified` folds traditional units (see traditional.ts). */
  constructor(bytes: Uint8Array, simplified: Uint16Array) {
    const reader = new Reader(bytes);
    if (reader.next() !== MODEL_VERSION) throw new Error('language model: unknown version');
    this.units = new Uint16Array(reader.next());
    const sizes = Array.from({ length: ORDER }, () => reader.next());
    const own = new Uint16Array(65536);
    for (let symbol = 0; symbol < this.units.length; symbol++) {
      const unit = reader.next();
      this.units[symbol] = unit;
      own[unit] = symbol;
    }
    own[0] = 0;
    this.symbols = Uint16Array.from(
      { length: 65536 },
      (_, unit) => own[foldUnit(simplified[unit] ?? unit)] ?? 0,
    );
    const size = sizes.reduce((sum, each) => sum + each, 0);
    this.last = new Uint16Array(size);
    this.logs = new Float32Array(size);
    this.starts = new Int32Array(size + 1);
    this.rests = new Float32Array(size);
    this.shorter = new Int32Array(size).fill(-2);
    this.leads = new Int32Array(size).fill(-2);
    this.read(reader, sizes);
    this.singles = new Int32Array(this.units.length).fill(-1);
    this.singleCount = sizes[0] ?? 0;
    this.noRow = new Uint8Array(this.units.length).fill(codeOf(UNKNOWN));
    for (let run = 0; run < this.singleCount; run++) {
      const symbol = this.last[run] ?? 0;
      this.singles[symbol] = run;
      this.noRow[symbol] = codeOf(this.logs[run] ?? 0);
    }
    this.row = this.noRow;
    this.opened = new Float32Array(this.units.length);
    this.stamps = new Int32Array(this.units.length);
  }

  private read(reader: Reader, sizes: readonly number[]): void {
    const logs = Float32Array.from({ length: 256 }, (_, code) => logOf(code));
    let from = 0;
    sizes.forEach((size, level) => {
      const to = from + size;
      this.readSymbols(reader, from, to, level === 0);
      for (let run = from; run < to; run++) this.logs[run] = logs[reader.byte()] ?? 0;
      let next = to;
      for (let run = from; run < to; run++) {
        this.starts[run] = next;
        if (level + 1 < ORDER) next += reader.next();
      }
      this.starts[to] = next;
      if (level + 1 < ORDER)
        for (let run = from; run < to; run++)
          if (this.starts[run] !== this.starts[run + 1]) this.rests[run] = logs[reader.byte()] ?? 0;
      from = to;
    });
  }

  private readSymbols(reader: Reader, from: number, to: number, isSingle: boolean): void {
    // Where the contexts of the level above change, distances begin at 0 again.
    let context = 0;
    if (!isSingle) while ((this.starts[context] ?? 0) !== from) context++;
    let symbol = 0;
    for (let run = from; run < to; run++) {
      if (!isSingle && run >= (this.starts[context] ?? 0)) {
        symbol = 0;
        while ((this.starts[context] ?? 0) <= run) context++;
      }
      symbol += reader.next();
      this.last[run] = symbol;
    }
  }

  /** Natural logarithm of the probability of `symbol` in a context; `this.context` is set to the one after it. */
  step(context: number, symbol: number): number {
    let rests = 0;
    let at = context;
    while (at >= 0) {
      const run = this.find(at, symbol);
      if (run >= 0) {
        this.context = this.contextOf(run, at);
        return rests + (this.logs[run] ?? 0);
      }
      rests += this.rests[at] ?? 0;
      at = this.shorter[at] ?? ROOT;
    }
    const run = this.singles[symbol] ?? -1;
    this.context = run < 0 || this.starts[run] === this.starts[run + 1] ? ROOT : run;
    if (this.context >= 0) this.shorter[run] = ROOT;
    return run < 0 ? UNKNOWN : rests + (this.logs[run] ?? 0);
  }

  /** Makes a context ready for `logAfter`: for many symbols after one context that is faster than `step`. */
  open(context: number): void {
    this.stamp++;
    let rests = 0;
    let at = context;
    for (; at >= this.singleCount; at = this.shorter[at] ?? ROOT) {
      const end = this.starts[at + 1] ?? 0;
      for (let run = this.starts[at] ?? 0; run < end; run++) {
        const symbol = this.last[run] ?? 0;
        if (this.stamps[symbol] === this.stamp) continue;
        this.stamps[symbol] = this.stamp;
        this.opened[symbol] = rests + (this.logs[run] ?? 0);
      }
      rests += this.rests[at] ?? 0;
    }
    this.row = at < 0 ? this.noRow : (this.rows[at] ?? this.makeRow(at));
    this.rowRest = rests;
  }

  /** What `step` says of a symbol in the context that was opened last. */
  logAfter(symbol: number): number {
    if (this.stamps[symbol] === this.stamp) return this.opened[symbol] ?? 0;
    return this.rowRest - (this.row[symbol] ?? 0) / 8;
  }

  private makeRow(single: number): Uint8Array {
    const rest = codeOf(this.rests[single] ?? 0);
    const row = this.noRow.map((code) => Math.min(255, code + rest));
    for (let run = this.starts[single] ?? 0; run < (this.starts[single + 1] ?? 0); run++)
      row[this.last[run] ?? 0] = codeOf(this.logs[run] ?? 0);
    this.rows[single] = row;
    return row;
  }

  /** The symbols seen after one. */
  successors(symbol: number): Uint16Array {
    const run = this.singles[symbol] ?? -1;
    return run < 0
      ? new Uint16Array(0)
      : this.last.subarray(this.starts[run] ?? 0, this.starts[run + 1] ?? 0);
  }

  /** The context that a run leads to; `context` is the one that it continues. Worked out once, when first needed. */
  private contextOf(run: number, context: number): number {
    const hasOwn = this.starts[run] !== this.starts[run + 1];
    const known = hasOwn ? this.shorter : this.leads;
    if ((known[run] ?? ROOT) === -2) {
      this.step(this.shorter[context] ?? ROOT, this.last[run] ?? 0);
      known[run] = this.context;
    }
    return hasOwn ? run : (known[run] ?? ROOT);
  }

  private find(context: number, symbol: number): number {
    const key = context * 8192 + symbol;
    const slot = (Math.imul(context, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b)) >>> 16;
    if (this.memoKeys[slot] === key) return this.memoRuns[slot] ?? -1;
    const run = this.search(context, symbol);
    this.memoKeys[slot] = key;
    this.memoRuns[slot] = run;
    return run;
  }

  private search(context: number, symbol: number): number {
    let low = this.starts[context] ?? 0;
    let high = (this.starts[context + 1] ?? 0) - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.last[middle] ?? 0;
      if (found === symbol) return middle;
      if (found < symbol) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}

class Reader {
  private position = 0;
  constructor(private readonly bytes: Uint8Array) {}

  byte(): number {
    const byte = this.bytes[this.position++];
    if (byte === undefined) throw new Error('language model: file ends early');
    return byte;
  }

  next(): number {
    let byte = this.byte();
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let shift = 128; byte >= 128; shift *= 128) {
      byte = this.byte();
      value += (byte & 127) * shift;
    }
    return value;
  }
}
