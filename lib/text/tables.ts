/** What restoring a text needs, built once per process. The only file here that reads from disk. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type KindTable, MarkList } from '@/lib/marks';
import { TRIGGERS } from './boilerplate-rules';
import { buildKinds } from './classes';
import { buildGbkTables, type GbkTables } from './gbk';
import { LanguageModel } from './language-model';
import { Positions } from './scan';
import { ShiftBeam } from './shift-beam';
import { buildShiftTables } from './shift-tables';
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
  /** What the next document overwrites. */
  readonly scratch: Scratch;
}

/** What a pass over a text found. */
export class Scratch {
  readonly marks = new MarkList();
  readonly placed = new Positions();
  readonly touched = new Positions();
  readonly announcing = new Positions();
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
