/** The one entry to restoring a text: from what was decoded to what the other stages read. */
import { Buffer } from 'node:buffer';
import type { Note, OffsetMap, Repair, Span, Text } from '@/lib/types';
import { cutBoilerplate, findBoilerplate } from './boilerplate';
import { CLASS } from './classes';
import { type Draft, finishNotes, finishRepairs, replaceText, startDraft } from './draft';
import { findJoins, joinBrokenLines, mayBeCut } from './line-breaks';
import { normalize } from './normalize';
import { composeMaps } from './offsets';
import { findParagraphs } from './paragraphs';
import { repair } from './repair';
import { isTrigger, type Positions, scan } from './scan';
import type { TextTables } from './tables';
import { toSimplifiedText } from './traditional';

export interface Restored {
  /** Its `units` are a view into a buffer that the next call overwrites. */
  readonly text: Text;
  readonly map: OffsetMap;
  readonly paragraphs: readonly Span[];
  readonly repairs: readonly Repair[];
  readonly notes: readonly Note[];
}

/** Flags that need the slow steps; layout and width are dealt with in one pass over the units. */
const SLOW =
  CLASS.traditional | CLASS.tone | CLASS.invisible | CLASS.entity | CLASS.mojibake | CLASS.boilerplate;

const PLACED = CLASS.layout | CLASS.width;

/** Steps may uncover work for one another; after this many rounds the text is taken as it is. */
const ROUNDS = 4;

/**
 * Restores a text: damage undone, boilerplate cut, traditional characters simplified, one form for width,
 * spaces and lines. Never throws on any text; restoring the result again changes nothing.
 */
export function restore(original: string, tables: TextTables): Restored {
  const n = original.length;
  const units = load(original, tables.scratch.take(0, n));
  const flags = scan(units, n, tables.classes, tables.triggers, tables.scratch.marks);
  const fast = isSlow(flags, original, tables) ? null : restoreFast(original, units, flags, tables);
  return fast ?? restoreSlowly(original, flags, tables);
}

function restoreSlowly(original: string, flags: number, tables: TextTables): Restored {
  let draft = startDraft(original);
  for (let round = 0, next = flags; round < ROUNDS; round++) {
    const before = draft.text;
    draft = runSteps(draft, next, tables);
    next = scanText(draft.text, tables);
    if (draft.text === before) break;
    const isSettled = (next & SLOW) === 0 && !mayBeCut(draft.text);
    if (isSettled && countLines(draft.text) <= countLines(before)) break;
  }
  return finish(draft, tables);
}

/** Whether a text needs more than one pass: what looks like boilerplate or cut lines and is not does not. */
function isSlow(flags: number, text: string, tables: TextTables): boolean {
  const slow = flags & SLOW;
  if ((slow & ~CLASS.boilerplate) !== 0) return true;
  return (slow !== 0 && findBoilerplate(text, tables).length > 0) || findJoins(text).length > 0;
}

function scanText(text: string, { scratch, classes, triggers }: TextTables): number {
  return scan(load(text, scratch.take(0, text.length)), text.length, classes, triggers, scratch.marks);
}

function runSteps(draft: Draft, flags: number, tables: TextTables): Draft {
  let next = repair(draft, flags, tables);
  if (flags & CLASS.traditional) next = replaceText(next, toSimplifiedText(next.text, tables.conversion));
  if (flags & CLASS.boilerplate) next = cutBoilerplate(next, tables);
  return runNormalize(joinBrokenLines(next), tables);
}

const LOOK_AHEAD = 8;
const NEWLINE = 10;

/** Copies a string into a buffer of units; this is a memory copy, some GB/s. */
function load(text: string, into: Uint16Array): Uint16Array {
  Buffer.from(into.buffer, into.byteOffset, into.byteLength).write(text, 'utf16le');
  // Rules look a few units ahead: behind the text they must not find what an earlier document left there.
  into.fill(0, text.length, text.length + LOOK_AHEAD);
  return into;
}

/** One pass over the units; null where its outcome needs the slow steps after all. `scratch.marks` are those of the units. */
function restoreFast(
  original: string,
  units: Uint16Array,
  flags: number,
  tables: TextTables,
): Restored | null {
  const n = original.length;
  if ((flags & PLACED) === 0) return plain(original, units.subarray(0, n), []);
  const { marks, touched } = tables.scratch;
  const out = load(original, tables.scratch.take(1, n));
  const { length, map, isChanged } = normalize(units, n, out, marks, touched);
  if (!isChanged) return plain(original, units.subarray(0, n), []);
  if (breaksLines(out, touched)) return null;
  const string = readUnits(out, length);
  const uncovered = flags | scanTouched(out, length, tables);
  return isSlow(uncovered, string, tables) ? null : plain(string, out.subarray(0, length), map);
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** Whether the pass made two lines of one: what is spacing in a line shows only when the line is whole. */
function breaksLines(units: Uint16Array, { at, count }: Positions): boolean {
  for (let t = 0; t < count; t++) if (units[at[t] as number] === NEWLINE) return true;
  return false;
}

/** The slow classes that occur where the last pass changed something: elsewhere they are what they were. */
function scanTouched(units: Uint16Array, n: number, { classes, triggers, scratch }: TextTables): number {
  let flags = 0;
  const { at, count } = scratch.touched;
  for (let t = 0; t < count; t++) {
    const first = at[t] as number;
    for (let i = first; i < n && i <= first + 1; i++) {
      const found = (classes[units[i] as number] as number) & SLOW;
      if (found === 0) continue;
      flags |= found & ~CLASS.boilerplate;
      if (i > 0 && isTrigger(triggers, units[i - 1] as number, units[i] as number))
        flags |= found & CLASS.boilerplate;
    }
  }
  return flags;
}

function plain(string: string, units: Uint16Array, map: OffsetMap): Restored {
  return { text: { string, units }, map, paragraphs: findParagraphs(string), repairs: [], notes: [] };
}

function readUnits(units: Uint16Array, length: number): string {
  return Buffer.from(units.buffer, units.byteOffset, length * 2).toString('utf16le');
}

function runNormalize(draft: Draft, tables: TextTables): Draft {
  const n = draft.text.length;
  scanText(draft.text, tables);
  const { marks, touched } = tables.scratch;
  const units = tables.scratch.take(0, n);
  const out = load(draft.text, tables.scratch.take(1, n));
  const { length, map, isChanged } = normalize(units, n, out, marks, touched);
  if (!isChanged) return draft;
  return { ...draft, text: readUnits(out, length), map: composeMaps(map, draft.map, draft.original.length) };
}

function finish(draft: Draft, tables: TextTables): Restored {
  const { text, map } = draft;
  const units = load(text, tables.scratch.take(1, text.length)).subarray(0, text.length);
  const paragraphs = findParagraphs(text);
  return {
    text: { string: text, units },
    map,
    paragraphs,
    repairs: finishRepairs(draft),
    notes: finishNotes(draft),
  };
}
