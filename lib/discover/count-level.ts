import { CLOSES, type Corpus, CUT, OPENS } from './corpus';

/** All n-grams of one length that are frequent, by number. Typed arrays: there are hundreds of thousands. */
export interface Level {
  readonly n: number;
  readonly size: number;
  readonly frequency: Int32Array;
  /** A position where it stands. */
  readonly at: Int32Array;
  /** Numbers of its first and last n − 1 symbols in the level below. */
  readonly prefix: Int32Array;
  readonly suffix: Int32Array;
  readonly documents: Int32Array;
  /** How often a break stands on its left, on its right; how often exactly it stands in quotation marks. */
  readonly freeLeft: Int32Array;
  readonly freeRight: Int32Array;
  readonly quoted: Int32Array;
  /** Documents in the register of policy among them. */
  readonly policy: Int32Array;
  /** Bits of years and places. */
  readonly years: Int32Array;
  readonly places: Int32Array;
}

const SKETCH_BITS = 25;
/** The symbol of 、 is the first one: 0 and it end a phrase. */
const COMMA = 1;

function hash(a: number, b: number): number {
  const h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  return (h ^ (h >>> 15)) >>> 0;
}

/** Upper bounds of the frequency of all pairs of neighbouring ids: what is rare here is rare. Saturates at 255. */
function sketch(ids: Int32Array, length: number, counts: Uint8Array): void {
  counts.fill(0);
  const mask = (1 << SKETCH_BITS) - 1;
  for (let i = 0; i + 1 < length; i++) {
    const a = ids[i] as number;
    const b = ids[i + 1] as number;
    if (a < 0 || b < 0) continue;
    const h = hash(a, b) & mask;
    const c = counts[h] as number;
    if (c < 255) counts[h] = c + 1;
  }
}

/** Open addressing: the exact pair of ids to a number. Grows by doubling. */
class PairTable {
  private mask = (1 << 20) - 1;
  private a = new Int32Array(1 << 20).fill(-1);
  private b = new Int32Array(1 << 20);
  private value = new Int32Array(1 << 20);
  size = 0;

  number(a: number, b: number): number {
    let h = hash(a, b) & this.mask;
    for (; this.a[h] !== -1; h = (h + 1) & this.mask)
      if (this.a[h] === a && this.b[h] === b) return this.value[h] as number;
    this.a[h] = a;
    this.b[h] = b;
    this.value[h] = this.size++;
    if (this.size > this.mask * 0.6) this.grow();
    return this.size - 1;
  }

  private grow(): void {
    const [a, b, value] = [this.a, this.b, this.value];
    const capacity = (this.mask + 1) * 2;
    this.mask = capacity - 1;
    this.a = new Int32Array(capacity).fill(-1);
    this.b = new Int32Array(capacity);
    this.value = new Int32Array(capacity);
    for (let i = 0; i < a.length; i++) {
      if (a[i] === -1) continue;
      let h = hash(a[i] as number, b[i] as number) & this.mask;
      while (this.a[h] !== -1) h = (h + 1) & this.mask;
      this.a[h] = a[i] as number;
      this.b[h] = b[i] as number;
      this.value[h] = value[i] as number;
    }
  }
}

/** Parallel columns that grow together. */
class Columns {
  private capacity = 1 << 18;
  readonly columns: Int32Array[];

  constructor(count: number) {
    this.columns = Array.from({ length: count }, () => new Int32Array(this.capacity));
  }

  reserve(size: number): void {
    if (size <= this.capacity) return;
    this.capacity *= 2;
    this.columns.forEach((old, i) => {
      const column = new Int32Array(this.capacity);
      column.set(old);
      this.columns[i] = column;
    });
  }
}

const NAMES = [
  'frequency',
  'at',
  'prefix',
  'suffix',
  'documents',
  'freeLeft',
  'freeRight',
  'quoted',
  'years',
  'places',
  'last',
  'policy',
] as const;

/**
 * The frequent n-grams of one length from those of the length below: `ids[i]` is the number of the (n − 1)-gram
 * at position i, −1 where it is rare or broken. Overwrites `ids` with the numbers of the new level. Linear in the
 * corpus; two passes, of which the first leaves out nearly everything that is rare.
 */
export function countLevel(
  corpus: Corpus,
  ids: Int32Array,
  n: number,
  least: number,
  counts: Uint8Array,
): Level {
  const { symbols, marks, length, starts } = corpus;
  sketch(ids, length, counts);
  const mask = (1 << SKETCH_BITS) - 1;
  const atLeast = Math.min(least, 255);
  const table = new PairTable();
  const store = new Columns(NAMES.length);
  let document = -1;
  for (let i = 0; i < length; i++) {
    while (document + 1 < corpus.documents && (starts[document + 1] as number) <= i) document++;
    const a = ids[i] as number;
    const b = i + 1 < length ? (ids[i + 1] as number) : -1;
    if (
      a < 0 ||
      b < 0 ||
      (n === 2 && ((marks[i + 1] as number) & CUT) !== 0) ||
      (counts[hash(a, b) & mask] as number) < atLeast
    ) {
      ids[i] = -1;
      continue;
    }
    const before = table.size;
    const v = table.number(a, b);
    const isNew = table.size > before;
    if (isNew) store.reserve(table.size);
    const c = store.columns as [
      Int32Array,
      Int32Array,
      Int32Array,
      Int32Array,
      Int32Array,
      Int32Array,
      Int32Array,
      Int32Array,
      Int32Array,
      Int32Array,
      Int32Array,
      Int32Array,
    ];
    if (isNew) {
      c[1][v] = i;
      c[2][v] = a;
      c[3][v] = b;
      c[10][v] = -1;
    }
    c[0][v] = (c[0][v] as number) + 1;
    if (c[10][v] !== document) {
      c[10][v] = document;
      c[4][v] = (c[4][v] as number) + 1;
      c[8][v] = (c[8][v] as number) | (corpus.years[document] as number);
      c[9][v] = (c[9][v] as number) | (corpus.places[document] as number);
      c[11][v] = (c[11][v] as number) + (corpus.policy[document] as number);
    }
    if ((symbols[i - 1] as number) <= COMMA || ((marks[i] as number) & CUT) !== 0)
      c[5][v] = (c[5][v] as number) + 1;
    if ((symbols[i + n] as number) <= COMMA || ((marks[i + n] as number) & CUT) !== 0)
      c[6][v] = (c[6][v] as number) + 1;
    if (((marks[i] as number) & OPENS) !== 0 && ((marks[i + n] as number) & CLOSES) !== 0)
      c[7][v] = (c[7][v] as number) + 1;
    ids[i] = v;
  }
  return keepFrequent(ids, length, n, least, table.size, store.columns);
}

function keepFrequent(
  ids: Int32Array,
  length: number,
  n: number,
  least: number,
  size: number,
  columns: readonly Int32Array[],
): Level {
  const frequency = columns[0] as Int32Array;
  const renumber = new Int32Array(size).fill(-1);
  let kept = 0;
  for (let v = 0; v < size; v++) if ((frequency[v] as number) >= least) renumber[v] = kept++;
  for (let i = 0; i < length; i++) {
    const v = ids[i] as number;
    if (v >= 0) ids[i] = renumber[v] as number;
  }
  const packed = columns.map((column) => {
    const out = new Int32Array(kept);
    for (let v = 0; v < size; v++)
      if ((renumber[v] as number) >= 0) out[renumber[v] as number] = column[v] as number;
    return out;
  });
  const named = Object.fromEntries(NAMES.map((name, i) => [name, packed[i]])) as Record<
    (typeof NAMES)[number],
    Int32Array
  >;
  return { n, size: kept, ...named };
}

/** The first level: single symbols. */
export function countSymbols(
  corpus: Corpus,
  alphabetSize: number,
  least: number,
): { ids: Int32Array; frequency: Int32Array; total: number } {
  const { symbols, length } = corpus;
  const counts = new Int32Array(alphabetSize);
  let total = 0;
  for (let i = 0; i < length; i++) {
    const s = symbols[i] as number;
    if (s === 0) continue;
    counts[s] = (counts[s] as number) + 1;
    total++;
  }
  const ids = new Int32Array(length + 1).fill(-1);
  for (let i = 0; i < length; i++) {
    const s = symbols[i] as number;
    if (s !== 0 && (counts[s] as number) >= least) ids[i] = s;
  }
  return { ids, frequency: counts, total };
}

export function newSketch(): Uint8Array {
  return new Uint8Array(1 << SKETCH_BITS);
}
