/** Writes the runs that are kept as the file that lib/text/language-model.ts reads. */
import { codeOf, MODEL_VERSION, ORDER } from '@/lib/text/language-model';
import type { KneserNey } from './kneser-ney';
import { runKey } from './ngrams';

/** Bytes, and numbers as unsigned LEB128. */
class Writer {
  private bytes = new Uint8Array(1 << 20);
  private n = 0;

  byte(value: number): void {
    if (this.n === this.bytes.length) {
      const grown = new Uint8Array(this.n * 2);
      grown.set(this.bytes);
      this.bytes = grown;
    }
    this.bytes[this.n++] = value;
  }

  number(value: number): void {
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.byte((rest % 128) + 128);
    this.byte(rest);
  }

  done(): Uint8Array {
    return this.bytes.subarray(0, this.n);
  }
}

/** The runs of one length in the order of the file: by the run that they continue, then by their last symbol. */
interface Level {
  readonly slots: Int32Array;
  /** Position in the file of the run continued. */
  readonly contexts: Int32Array;
  readonly symbols: Uint16Array;
  /** Slot → position in the file. */
  readonly places: Map<number, number>;
}

function makeLevel(model: KneserNey, n: number, shorter: Level | null): Level {
  const table = model.table(n);
  const rows: { slot: number; context: number; symbol: number }[] = [];
  for (const slot of table.slots()) {
    if (table.kept[slot] === 0) continue;
    const end = table.first[slot] ?? 0;
    const above = n === 1 ? -1 : model.table(n - 1).find(runKey(model.symbols, end - 1, n - 1));
    rows.push({ slot, context: shorter?.places.get(above) ?? 0, symbol: model.symbols[end] ?? 0 });
  }
  rows.sort((a, b) => a.context - b.context || a.symbol - b.symbol);
  return {
    slots: Int32Array.from(rows, (row) => row.slot),
    contexts: Int32Array.from(rows, (row) => row.context),
    symbols: Uint16Array.from(rows, (row) => row.symbol),
    places: new Map(rows.map((row, place) => [row.slot, place])),
  };
}

/** The file before it is packed. `units[symbol]` is the UTF-16 unit of a symbol; symbol 0 is the unknown one. */
export function writeModel(
  model: KneserNey,
  units: readonly number[],
): { bytes: Uint8Array; sizes: number[] } {
  const levels: Level[] = [];
  for (let n = 1; n <= ORDER; n++) levels.push(makeLevel(model, n, levels.at(-1) ?? null));
  const writer = new Writer();
  writer.number(MODEL_VERSION);
  writer.number(units.length);
  for (const { slots } of levels) writer.number(slots.length);
  for (const unit of units) writer.number(unit);
  levels.forEach((level, i) => {
    writeSymbols(writer, level, i);
    for (const slot of level.slots)
      writer.byte(codeOf(Math.log(model.probability(model.table(i + 1).first[slot] ?? 0, i + 1, true))));
    const next = levels[i + 1];
    if (next) writeContexts(writer, level, next, model.table(i + 1).left);
  });
  return { bytes: writer.done(), sizes: levels.map(({ slots }) => slots.length) };
}

/** The last symbols, as distances to the one before in the same context. */
function writeSymbols(writer: Writer, { symbols, contexts }: Level, i: number): void {
  symbols.forEach((symbol, place) => {
    const isFirst = place === 0 || (i > 0 && contexts[place] !== contexts[place - 1]);
    writer.number(symbol - (isFirst ? 0 : (symbols[place - 1] ?? 0)));
  });
}

/** How many continuations every run has, then for those that have any what is left for the shorter context. */
function writeContexts(writer: Writer, level: Level, next: Level, left: Float32Array): void {
  const counts = new Uint32Array(level.slots.length);
  for (const context of next.contexts) counts[context] = (counts[context] ?? 0) + 1;
  for (const count of counts) writer.number(count);
  counts.forEach((count, place) => {
    if (count > 0) writer.byte(codeOf(Math.log(Math.max(1e-9, left[level.slots[place] ?? 0] ?? 1))));
  });
}
