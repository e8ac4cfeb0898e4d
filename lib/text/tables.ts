/** What restoring a text needs, built once per process. The only file here that reads from disk. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { TRIGGERS } from './boilerplate-rules';
import { buildClasses } from './classes';
import { buildGbkTables, type GbkTables } from './gbk';
import { LanguageModel } from './language-model';
import { buildTriggers, Positions, type Triggers } from './scan';
import { ShiftBeam } from './shift-beam';
import { buildShiftTables } from './shift-tables';
import { buildConversionTables, type ConversionTables } from './traditional';

export interface TextTables {
  readonly classes: Uint8Array;
  readonly triggers: Triggers;
  readonly conversion: ConversionTables;
  /** Built on first use: only damaged text needs it. */
  readonly gbk: () => GbkTables;
  /** Unit → its readings, from data/pinyin.tsv. */
  readonly readings: () => ReadonlyMap<number, readonly string[]>;
  /** Reads the language model on first use (a quarter of a second): only shifted bytes need it. */
  readonly shiftBeam: () => ShiftBeam;
  /** Buffers that the next document overwrites; they grow on demand. */
  readonly scratch: Scratch;
}

/** Two buffers of units, for the text as it came and as it goes, and what a pass over the former found. */
export class Scratch {
  readonly marks = new Positions();
  readonly touched = new Positions();
  private units: Uint16Array[] = [new Uint16Array(0), new Uint16Array(0)];

  /** A buffer of at least `length` units; its content is undefined. */
  take(which: 0 | 1, length: number): Uint16Array {
    const present = this.units[which];
    if (present && present.length >= length) return present;
    const grown = new Uint16Array(Math.max(1024, Math.ceil(length * 1.5)));
    this.units[which] = grown;
    return grown;
  }
}

/** Builds the tables. `dataDir` is the folder with the reference data (`data/` of the project). */
export function loadTextTables(dataDir: string): TextTables {
  const conversion = buildConversionTables();
  const triggers = buildTriggers(TRIGGERS);
  const seconds = TRIGGERS.map((pair) => pair.charCodeAt(1));
  const classes = buildClasses((unit) => conversion.script[unit] === 1, seconds);
  const gbk = once(buildGbkTables);
  const shift = once(() => buildShiftTables(readFileSync(join(dataDir, 'pinyin.tsv'), 'utf8'), gbk()));
  const shiftBeam = once(() => {
    const bytes = brotliDecompressSync(readFileSync(join(dataDir, 'language-model.br')));
    return new ShiftBeam(gbk(), shift(), new LanguageModel(bytes, conversion.simplified), conversion);
  });
  return {
    classes,
    triggers,
    conversion,
    gbk,
    readings: () => shift().readings,
    shiftBeam,
    scratch: new Scratch(),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
