/** What restoring a text needs, built once per process. The only file here that reads from disk. */

import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type KindTable, MarkList } from '@/lib/marks';
import { TRIGGERS } from './boilerplate-rules';
import { buildKinds } from './classes';
import { buildGbkTables, type GbkTables } from './gbk';
import { LanguageModel } from './language-model';
import { LOOK_AHEAD } from './look-ahead';
import { Positions } from './scan';
import { ShiftBeam } from './shift-beam';
import { buildShiftTables } from './shift-tables';
import { unitsDecoded } from './short-utf8';
import { buildConversionTables, type ConversionTables } from './traditional';
import { buildTriggers, type Triggers } from './triggers';

export interface TextTables {
  readonly kinds: KindTable;
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

/** A buffer of units that texts are copied into. */
class UnitBuffer {
  units = new Uint16Array(0);
  private bytes = Buffer.alloc(0);

  /** Room for at least `length` units; its content is undefined. */
  take(length: number): Uint16Array {
    if (this.units.length >= length) return this.units;
    this.units = new Uint16Array(Math.max(1024, Math.ceil(length * 1.5)));
    this.bytes = Buffer.from(this.units.buffer);
    return this.units;
  }

  /** The units of a string: those that decoding it left behind, or a copy; this is a memory copy, some GB/s. */
  unitsOf(text: string): Uint16Array {
    return unitsDecoded(text) ?? this.load(text);
  }

  /** Copies a string into it. */
  load(text: string): Uint16Array {
    const units = this.take(text.length + LOOK_AHEAD);
    this.bytes.write(text, 'utf16le');
    for (let i = 0; i < LOOK_AHEAD; i++) units[text.length + i] = 0;
    return units;
  }

  /** Its first units as a string. */
  read(length: number): string {
    return this.bytes.toString('utf16le', 0, length * 2);
  }
}

/** Buffers for a text as it came and as it goes, and what a pass over the former found. */
export class Scratch {
  readonly marks = new MarkList();
  readonly placed = new Positions();
  readonly touched = new Positions();
  readonly announcing = new Positions();
  readonly input = new UnitBuffer();
  readonly output = new UnitBuffer();
}

/** Builds the tables. `dataDir` is the folder with the reference data (`data/` of the project). */
export function loadTextTables(dataDir: string): TextTables {
  const conversion = buildConversionTables();
  const triggers = buildTriggers(TRIGGERS);
  const kinds = buildKinds((unit) => conversion.script[unit] === 1, triggers.anchors);
  const gbk = once(buildGbkTables);
  const shift = once(() => buildShiftTables(readFileSync(join(dataDir, 'pinyin.tsv'), 'utf8'), gbk()));
  const shiftBeam = once(() => {
    const bytes = brotliDecompressSync(readFileSync(join(dataDir, 'language-model.br')));
    return new ShiftBeam(gbk(), shift(), new LanguageModel(bytes, conversion.simplified), conversion);
  });
  return {
    kinds,
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
