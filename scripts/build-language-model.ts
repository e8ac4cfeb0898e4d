/**
 * Builds data/language-model.br, the character statistics that choose between ways of undoing damage, from
 * the corpus without its held-out part. Usage: tsx scripts/build-language-model.ts [most trigrams]
 */
import { writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { BOUNDARY, codeOf, foldUnit, MODEL_VERSION } from '@/lib/text/language-model';
import { restore } from '@/lib/text/restore';
import { loadTextTables } from '@/lib/text/tables';
import { CORPUS_FILES, isHeldOut, readCorpus } from './corpus';

const MOST_SYMBOLS = 8192;
const MOST_TRIGRAMS = Number(process.argv[2] ?? 1_900_000);
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
    let slot = (Math.imul(key % 4294967296 | 0, 0x9e3779b1) ^ Math.imul(Math.floor(key / 4294967296), 0x85ebca6b)) >>> 0;
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
function chooseSymbols(texts: readonly string[]): { units: number[]; counts: Float64Array; symbolOf: Uint16Array } {
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

function count(texts: readonly string[], symbolOf: Uint16Array): { pairs: Counter; triples: Counter } {
  const pairs = new Counter(22);
  const triples = new Counter(24);
  for (const text of texts) {
    let q = BOUNDARY;
    let p = BOUNDARY;
    for (let i = 0; i <= text.length; i++) {
      const c = i < text.length ? (symbolOf[foldUnit(text.charCodeAt(i))] ?? 0) : BOUNDARY;
      if (c !== 0) {
        if (p !== 0) pairs.add(p * 8192 + c);
        if (p !== 0 && q !== 0) triples.add((q * 8192 + p) * 8192 + c);
      }
      q = p;
      p = c;
    }
  }
  return { pairs, triples };
}

/** The least count at which no more than `most` keys are left. */
function threshold(counter: Counter, most: number): number {
  const histogram = new Float64Array(1000);
  for (const value of counter.counts) if (value > 0) histogram[Math.min(value, 999)] = (histogram[Math.min(value, 999)] ?? 0) + 1;
  let kept = 0;
  for (let value = 999; value >= 1; value--) {
    kept += histogram[value] ?? 0;
    if (kept > most) return value + 1;
  }
  return 1;
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

/** Writes the successors of every context as gaps and codes; `keys` are context index × 8192 + symbol, ascending. */
function writeLevel(writer: Writer, contexts: number, keys: readonly (readonly [number, number])[]): void {
  let i = 0;
  for (let context = 0; context < contexts; context++) {
    let symbol = 0;
    for (let entry = keys[i]; entry && Math.floor(entry[0] / 8192) === context; entry = keys[++i]) {
      writer.put((entry[0] % 8192) - symbol);
      writer.put(codeOf(entry[1]));
      symbol = entry[0] % 8192;
    }
    writer.put(0);
  }
}

async function main(): Promise<void> {
  const texts = await readTexts();
  const { units, counts, symbolOf } = chooseSymbols(texts);
  const { pairs, triples } = count(texts, symbolOf);
  const leastTriple = Math.max(2, threshold(triples, MOST_TRIGRAMS));
  const pairKeys = [...pairs.sorted(2)].map((key) => [key, pairs.get(key)] as const);
  const pairIndex = new Map(pairKeys.map(([key], index) => [key, index]));
  const tripleKeys: (readonly [number, number])[] = [];
  for (const key of triples.sorted(leastTriple)) {
    const context = pairIndex.get(Math.floor(key / 8192));
    if (context !== undefined) tripleKeys.push([context * 8192 + (key % 8192), triples.get(key)]);
  }
  const writer = new Writer();
  for (const value of [MODEL_VERSION, units.length, pairKeys.length, tripleKeys.length]) writer.put(value);
  for (const unit of units.slice(1)) {
    writer.put(unit);
    writer.put(codeOf(counts[unit] ?? 1));
  }
  writeLevel(writer, units.length, pairKeys);
  writeLevel(writer, pairKeys.length, tripleKeys);
  const raw = writer.done();
  const packed = brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 } });
  writeFileSync(TARGET, packed);
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  console.log({ texts: texts.length, characters, symbols: units.length, bigrams: pairKeys.length, trigrams: tripleKeys.length, leastTriple, distinctTrigrams: triples.used, raw: raw.length, packed: packed.length });
}

await main();
