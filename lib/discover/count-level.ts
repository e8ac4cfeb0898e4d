import { CLOSES, type Corpus, OPENS, SOFT } from './corpus';
import { PairSketch, PairTable, SKETCH_LIMIT } from './pair-table';

/** The fields of a row, in order. */
const NAMES = [
  'frequency',
  'at',
  'prefix',
  'suffix',
  'documents',
  'freeLeft',
  'freeRight',
  'quoted',
  'policy',
  'years',
  'places',
  'softFirst',
  'softLast',
] as const;
type Column = (typeof NAMES)[number];

/**
 * All n-grams of one length that are frequent, by number. `at`: a position where it stands. `prefix`, `suffix`: numbers
 * of its first and last n − 1 symbols in the level below. `freeLeft`, `freeRight`: how often a soft boundary stands
 * there; `softFirst`, `softLast`: how often one stands behind its first and before its last symbol. `quoted`: how often
 * it alone stands in quotation marks. `policy`: documents in that register. `years`, `places`: sets of bits.
 */
export interface Level extends Readonly<Record<Column, Int32Array>> {
  readonly n: number;
  readonly size: number;
}

/** The positions at which an n-gram of the last level stands, in order, and its number. Shrinks from level to level. */
export interface Live {
  readonly positions: Int32Array;
  readonly ids: Int32Array;
  count: number;
}

const STRIDE = 16;
const [FREQUENCY, AT, PREFIX, SUFFIX, DOCUMENTS, FREE_LEFT, FREE_RIGHT] = [0, 1, 2, 3, 4, 5, 6];
const [QUOTED, POLICY, YEARS, PLACES, SOFT_FIRST, SOFT_LAST, LAST] = [7, 8, 9, 10, 11, 12, 13];

/** A row of counts for each n-gram, side by side: one occurrence touches one line of the cache. */
class Rows {
  data = new Int32Array(STRIDE << 14);

  /** Gives a new n-gram its row. */
  open(v: number, at: number, prefix: number, suffix: number): void {
    const row = v * STRIDE;
    if (row >= this.data.length) {
      const data = new Int32Array(this.data.length * 2);
      data.set(this.data);
      this.data = data;
    }
    this.data[row + AT] = at;
    this.data[row + PREFIX] = prefix;
    this.data[row + SUFFIX] = suffix;
    this.data[row + LAST] = -1;
  }

  /** Counts one occurrence at a position of a document. */
  add(v: number, i: number, n: number, document: number, corpus: Corpus): void {
    const { marks } = corpus;
    const { data } = this;
    const row = v * STRIDE;
    (data[row + FREQUENCY] as number)++;
    if (data[row + LAST] !== document) {
      data[row + LAST] = document;
      (data[row + DOCUMENTS] as number)++;
      (data[row + POLICY] as number) += corpus.policy[document] as number;
      (data[row + YEARS] as number) |= corpus.years[document] as number;
      (data[row + PLACES] as number) |= corpus.places[document] as number;
    }
    const before = marks[i] as number;
    const behind = marks[i + n] as number;
    if ((before & SOFT) !== 0) (data[row + FREE_LEFT] as number)++;
    if ((behind & SOFT) !== 0) (data[row + FREE_RIGHT] as number)++;
    if ((before & OPENS) !== 0 && (behind & CLOSES) !== 0) (data[row + QUOTED] as number)++;
    if (((marks[i + 1] as number) & SOFT) !== 0) (data[row + SOFT_FIRST] as number)++;
    if (((marks[i + n - 1] as number) & SOFT) !== 0) (data[row + SOFT_LAST] as number)++;
  }

  /** The column of one field, of the rows that have a new number. */
  column(field: number, renumber: Int32Array, kept: number): Int32Array {
    const out = new Int32Array(kept);
    for (let v = 0; v < renumber.length; v++)
      if ((renumber[v] as number) >= 0) out[renumber[v] as number] = this.data[v * STRIDE + field] as number;
    return out;
  }
}

/**
 * The frequent n-grams of one length from those of the length below, which `live` holds and is overwritten with the
 * new ones. Linear in what is live; two passes, of which the first leaves out nearly everything that is rare.
 */
export function countLevel(corpus: Corpus, live: Live, n: number, least: number, sketch: PairSketch): Level {
  const { positions, ids, count } = live;
  sketch.clear();
  for (let j = 0; j + 1 < count; j++)
    if (positions[j + 1] === (positions[j] as number) + 1) sketch.add(ids[j] as number, ids[j + 1] as number);
  const atLeast = Math.min(least, SKETCH_LIMIT);
  const table = new PairTable();
  const rows = new Rows();
  let document = -1;
  let kept = 0;
  for (let j = 0; j + 1 < count; j++) {
    const i = positions[j] as number;
    if (positions[j + 1] !== i + 1) continue;
    const a = ids[j] as number;
    const b = ids[j + 1] as number;
    if (sketch.count(a, b) < atLeast) continue;
    while (document + 1 < corpus.documents && (corpus.starts[document + 1] as number) <= i) document++;
    const known = table.size;
    const v = table.number(a, b);
    if (v === known) rows.open(v, i, a, b);
    rows.add(v, i, n, document, corpus);
    positions[kept] = i;
    ids[kept++] = v;
  }
  live.count = kept;
  return keepFrequent(live, n, least, table.size, rows);
}

function keepFrequent(live: Live, n: number, least: number, size: number, rows: Rows): Level {
  const renumber = new Int32Array(size).fill(-1);
  let kept = 0;
  for (let v = 0; v < size; v++)
    if ((rows.data[v * STRIDE + FREQUENCY] as number) >= least) renumber[v] = kept++;
  let count = 0;
  for (let j = 0; j < live.count; j++) {
    const v = renumber[live.ids[j] as number] as number;
    if (v < 0) continue;
    live.positions[count] = live.positions[j] as number;
    live.ids[count++] = v;
  }
  live.count = count;
  const columns = Object.fromEntries(
    NAMES.map((name, field) => [name, rows.column(field, renumber, kept)]),
  ) as Record<Column, Int32Array>;
  return { n, size: kept, ...columns };
}

/** The first level: single symbols that are frequent. */
export function countSymbols(
  corpus: Corpus,
  alphabetSize: number,
  least: number,
): { live: Live; frequency: Int32Array; total: number } {
  const { symbols, length } = corpus;
  const frequency = new Int32Array(alphabetSize);
  for (let i = 0; i < length; i++) (frequency[symbols[i] as number] as number)++;
  let total = 0;
  for (let s = 1; s < alphabetSize; s++) total += frequency[s] as number;
  const positions = new Int32Array(total);
  const ids = new Int32Array(total);
  let count = 0;
  for (let i = 0; i < length; i++) {
    const s = symbols[i] as number;
    if (s === 0 || (frequency[s] as number) < least) continue;
    positions[count] = i;
    ids[count++] = s;
  }
  return { live: { positions, ids, count }, frequency, total };
}

/** All levels up to a length, by length; the first two are empty. */
export function countLevels(
  corpus: Corpus,
  alphabetSize: number,
  least: number,
  longest: number,
): { levels: readonly (Level | undefined)[]; symbols: Int32Array; total: number } {
  const { live, frequency, total } = countSymbols(corpus, alphabetSize, least);
  const sketch = new PairSketch(corpus.length);
  const levels: (Level | undefined)[] = [undefined, undefined];
  for (let n = 2; n <= longest; n++) {
    const level = countLevel(corpus, live, n, least, sketch);
    if (level.size === 0) break;
    levels.push(level);
  }
  return { levels, symbols: frequency, total };
}
