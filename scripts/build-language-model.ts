/**
 * Builds data/language-model.br, the character statistics that choose between ways of undoing damage, from the
 * corpus without its held-out part. Usage: tsx scripts/build-language-model.ts [target] (five minutes, 5 GB of memory)
 */
import { writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { BOUNDARY, foldUnit } from '@/lib/text/language-model';
import { restore } from '@/lib/text/restore';
import { loadTextTables } from '@/lib/text/tables';
import { CORPUS_FILES, isHeldOut, readCorpus } from './corpus';
import { KneserNey, type Pruning } from './model/kneser-ney';
import { SYMBOLS } from './model/ngrams';
import { writeModel } from './model/write-model';

const TARGET = process.argv[2] ?? 'data/language-model.br';
const PRUNING: Pruning = { least: [0, 1, 2, 2, 3, 3], gain: [0, 0, 0, 2, 3, 4] };
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

/** Units by falling frequency; symbol 0 is unknown, 1 the boundary of lines. */
function chooseUnits(texts: readonly string[]): number[] {
  const counts = new Float64Array(65536);
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      const unit = foldUnit(text.charCodeAt(i));
      counts[unit] = (counts[unit] ?? 0) + 1;
    }
  }
  const found = [...counts.keys()].filter((unit) => unit !== 0x0a && (counts[unit] ?? 0) >= 2);
  const others = found.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0)).slice(0, SYMBOLS - 2);
  return [0, 0x0a, ...others];
}

/** All texts in a row as symbols, a boundary after each line. */
function toSymbols(texts: readonly string[], units: readonly number[]): Uint16Array {
  const symbolOf = new Uint16Array(65536);
  units.forEach((unit, symbol) => {
    if (symbol > 0) symbolOf[unit] = symbol;
  });
  const symbols = new Uint16Array(texts.reduce((sum, text) => sum + text.length + 1, 1));
  let n = 0;
  symbols[n++] = BOUNDARY;
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) symbols[n++] = symbolOf[foldUnit(text.charCodeAt(i))] ?? 0;
    symbols[n++] = BOUNDARY;
  }
  return symbols;
}

async function main(): Promise<void> {
  const texts = await readTexts();
  const units = chooseUnits(texts);
  const symbols = toSymbols(texts, units);
  const model = new KneserNey(symbols, BOUNDARY);
  model.prune(PRUNING);
  const { bytes, sizes } = writeModel(model, units);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  const packed = brotliCompressSync(bytes, { params });
  writeFileSync(TARGET, packed);
  console.log({
    texts: texts.length,
    symbols: symbols.length,
    sizes,
    raw: bytes.length,
    packed: packed.length,
  });
}

await main();
