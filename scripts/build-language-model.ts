/**
 * Builds data/language-model.br, the character statistics that choose between ways of undoing damage, from
 * the corpus without its held-out part. Usage: tsx scripts/build-language-model.ts [gain of triples] [gain of fours]
 */
import { writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { BOUNDARY, codeOf, DISCOUNT, foldUnit, MODEL_VERSION } from '@/lib/text/language-model';
import { restore } from '@/lib/text/restore';
import { loadTextTables } from '@/lib/text/tables';
import { CORPUS_FILES, isHeldOut, readCorpus } from './corpus';

const MOST_SYMBOLS = 8192;
/** Counts below this are dropped, and fours are counted only after triples as frequent as this. */
const LEAST = 3;
const FREQUENT = 6;
/** Least gain (see `gain`) of a triple and of a four. */
const GAIN_3 = Number(process.argv[2] ?? 2);
const GAIN_4 = Number(process.argv[3] ?? 4);
const TARGET = 'data/language-model.br';

/** Counts of keys below 2^53 in open addressing. */
class Counter {
  readonly keys: Float64Array;
  readonly counts: Int32Array;
  used = 0;
  constructor(private readonly bits: number) {
    this.keys = new Float64Array(2 ** bits).fill(-1);
    this.counts = new Int32Array(2 ** bits);
  }
  slot(key: number): number {
    const mask = 2 ** this.bits - 1;
    let slot =
      (Math.imul((key % 4294967296) | 0, 0x9e3779b1) ^
        Math.imul(Math.floor(key / 4294967296), 0x85ebca6b)) >>>
      0;
    slot = (slot ^ (slot >>> 15)) & mask;
    while (this.keys[slot] !== -1 && this.keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }
  add(key: number): void {
    const slot = this.slot(key);
    if (this.keys[slot] === -1) {
      this.keys[slot] = key;
      if (++this.used > 0.9 * this.keys.length) throw new Error('counter is full');
    }
    this.counts[slot] = (this.counts[slot] ?? 0) + 1;
  }
  get(key: number): number {
    const slot = this.slot(key);
    return this.keys[slot] === -1 ? 0 : (this.counts[slot] ?? 0);
  }
  /** Keys with at least `least`, in ascending order. */
  sorted(least: number): Float64Array {
    const kept = this.keys.filter((key, slot) => key !== -1 && (this.counts[slot] ?? 0) >= least);
    return kept.sort();
  }
}

async function readTexts(): Promise<string[]> {
  const tables = loadTextTables('data');
  const texts: string[] = [];
  for (const name of CORPUS_FILES) {
    for await (const { index, text } of readCorpus(name)) {
      if (!isHeldOut(index)) texts.push(restore(text, tables).text.string);
    }
  }
  return texts;
}

/** Symbols by falling frequency; 0 is unknown, 1 the boundary of lines. */
function chooseSymbols(texts: readonly string[]): {
  units: number[];
  counts: Float64Array;
  symbolOf: Uint16Array;
} {
  const counts = new Float64Array(65536);
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      const unit = foldUnit(text.charCodeAt(i));
      counts[unit] = (counts[unit] ?? 0) + 1;
    }
    counts[0x0a] = (counts[0x0a] ?? 0) + 1;
  }
  const found = [...counts.keys()].filter((unit) => unit !== 0x0a && (counts[unit] ?? 0) >= 2);
  const others = found.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0)).slice(0, MOST_SYMBOLS - 2);
  const units = [0, 0x0a, ...others];
  const symbolOf = new Uint16Array(65536);
  units.forEach((unit, symbol) => {
    if (symbol > 0) symbolOf[unit] = symbol;
  });
  return { units, counts, symbolOf };
}

interface Counts {
  readonly pairs: Counter;
  readonly triples: Counter;
  readonly quads: Counter;
}

/** Counts pairs and triples, then those fours of which the first three are frequent enough to be kept. */
function count(texts: readonly string[], symbolOf: Uint16Array): Counts {
  const pairs = new Counter(22);
  const triples = new Counter(24);
  const quads = new Counter(24);
  walk(texts, symbolOf, (_, q, p, c) => {
    if (p !== 0) pairs.add(p * 8192 + c);
    if (p !== 0 && q !== 0) triples.add((q * 8192 + p) * 8192 + c);
  });
  walk(texts, symbolOf, (o, q, p, c) => {
    if (p === 0 || q === 0 || o === 0) return;
    const context = (o * 8192 + q) * 8192 + p;
    if (triples.get(context) >= FREQUENT && triples.get((q * 8192 + p) * 8192 + c) >= LEAST)
      quads.add(context * 8192 + c);
  });
  return { pairs, triples, quads };
}

function walk(
  texts: readonly string[],
  symbolOf: Uint16Array,
  visit: (o: number, q: number, p: number, c: number) => void,
): void {
  for (const text of texts) {
    let o = BOUNDARY;
    let q = BOUNDARY;
    let p = BOUNDARY;
    for (let i = 0; i <= text.length; i++) {
      const c = i < text.length ? (symbolOf[foldUnit(text.charCodeAt(i))] ?? 0) : BOUNDARY;
      if (c !== 0) visit(o, q, p, c);
      o = q;
      q = p;
      p = c;
    }
  }
}

/**
 * How much an n-gram tells beyond the one that lacks its first symbol: its count times the logarithm of the
 * ratio of the two probabilities.
 */
function gain(times: number, context: number, shorter: number, shorterContext: number): number {
  return times * Math.abs(Math.log((times * shorterContext) / (context * shorter)));
}

type Entry = readonly [context: number, symbol: number, count: number];

/** Chooses what is kept: fours that tell much, the triples they begin with, and triples that tell much. */
function choose({ pairs, triples, quads }: Counts): { pairs: Entry[]; triples: Entry[]; quads: Entry[] } {
  const pairKeys = pairs.sorted(2);
  const pairIndex = new Map(Array.from(pairKeys, (key, index) => [key, index]));
  const quadKeys = quads.sorted(LEAST).filter((key) => {
    const context = Math.floor(key / 8192);
    const inner = key % 8192 ** 3;
    return (
      gain(quads.get(key), triples.get(context), triples.get(inner), pairs.get(Math.floor(inner / 8192))) >=
      GAIN_4
    );
  });
  const needed = new Set(quadKeys.map((key) => Math.floor(key / 8192)));
  const tripleKeys = triples.sorted(LEAST).filter((key) => {
    if (!pairIndex.has(Math.floor(key / 8192))) return false;
    if (needed.has(key)) return true;
    const inner = key % 8192 ** 2;
    return (
      gain(
        triples.get(key),
        pairs.get(Math.floor(key / 8192)),
        pairs.get(inner),
        singleCount(pairs, inner),
      ) >= GAIN_3
    );
  });
  const tripleIndex = new Map(Array.from(tripleKeys, (key, index) => [key, index]));
  const entry =
    (index: ReadonlyMap<number, number>, counter: Counter) =>
    (key: number): Entry[] => {
      const context = index.get(Math.floor(key / 8192));
      return context === undefined ? [] : [[context, key % 8192, counter.get(key)]];
    };
  return {
    pairs: Array.from(pairKeys, (key) => [Math.floor(key / 8192), key % 8192, pairs.get(key)] as const),
    triples: [...tripleKeys].flatMap(entry(pairIndex, triples)),
    quads: [...quadKeys].flatMap(entry(tripleIndex, quads)),
  };
}

const singles = new Map<number, number>();
/** How often the first symbol of a pair begins a pair. */
function singleCount(pairs: Counter, pair: number): number {
  if (singles.size === 0) {
    pairs.keys.forEach((key, slot) => {
      if (key === -1) return;
      const first = Math.floor(key / 8192);
      singles.set(first, (singles.get(first) ?? 0) + (pairs.counts[slot] ?? 0));
    });
  }
  return singles.get(Math.floor(pair / 8192)) ?? 1;
}

class Writer {
  private bytes = new Uint8Array(1 << 24);
  private n = 0;
  put(value: number): void {
    let rest = value;
    if (this.n + 8 > this.bytes.length) {
      const grown = new Uint8Array(this.bytes.length * 2);
      grown.set(this.bytes);
      this.bytes = grown;
    }
    while (rest >= 128) {
      this.bytes[this.n++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    this.bytes[this.n++] = rest;
  }
  done(): Uint8Array {
    return this.bytes.subarray(0, this.n);
  }
}

/**
 * Writes for every context its successors as gaps and codes, and what is left of it for the shorter context.
 * `entries` are in order; `totals` are the counts of the contexts before anything was dropped.
 */
function writeLevel(writer: Writer, totals: readonly number[], entries: readonly Entry[]): void {
  let i = 0;
  totals.forEach((total, context) => {
    let symbol = 0;
    let kept = 0;
    for (let entry = entries[i]; entry && entry[0] === context; entry = entries[++i]) {
      writer.put(entry[1] - symbol);
      writer.put(codeOf(entry[2]));
      symbol = entry[1];
      kept += entry[2] - DISCOUNT;
    }
    writer.put(0);
    if (kept > 0) writer.put(Math.max(0, Math.round(-4 * Math.log2(Math.max(1e-6, 1 - kept / total)))));
  });
}

async function main(): Promise<void> {
  const texts = await readTexts();
  const { units, counts, symbolOf } = chooseSymbols(texts);
  const { pairs, triples, quads } = choose(count(texts, symbolOf));
  const writer = new Writer();
  for (const value of [MODEL_VERSION, units.length, pairs.length, triples.length, quads.length])
    writer.put(value);
  for (const unit of units.slice(1)) {
    writer.put(unit);
    writer.put(codeOf(counts[unit] ?? 1));
  }
  const totals = units.map((unit, symbol) => (symbol === 0 ? 0 : (counts[unit] ?? 0)));
  writeLevel(writer, totals, pairs);
  writeLevel(
    writer,
    pairs.map((entry) => entry[2]),
    triples,
  );
  writeLevel(
    writer,
    triples.map((entry) => entry[2]),
    quads,
  );
  const raw = writer.done();
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 };
  const packed = brotliCompressSync(raw, { params });
  writeFileSync(TARGET, packed);
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const sizes = { symbols: units.length, pairs: pairs.length, triples: triples.length, quads: quads.length };
  console.log({ texts: texts.length, characters, ...sizes, raw: raw.length, packed: packed.length });
}

await main();
