/** The one entry to restoring a text: from what was decoded to what the other stages read. */
import { inputOf, outputOf, readOutput } from '@/lib/kernel/room';
import type { Marks, Note, OffsetMap, Repair, Span, Text } from '@/lib/types';
import { cutBoilerplate, findBoilerplate } from './boilerplate';
import { CLASS } from './classes';
import { type Draft, finishNotes, finishRepairs, replaceText, startDraft } from './draft';
import { findJoins, hasShortLines, joinBrokenLines, mayBeCut } from './line-breaks';
import { normalize, normalizeInPlace } from './normalize';
import { composeMaps } from './offsets';
import { findParagraphs } from './paragraphs';
import { repair } from './repair';
import { findAnnouncing, findPlaced, type Positions, readFlags } from './scan';
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
  const units = inputOf(original);
  const flags = look(units, n, tables);
  const fast = isSlow(flags, original, units, tables) ? null : restoreFast(original, units, flags, tables);
  return fast ?? restoreSlowly(original, flags, tables);
}

function restoreSlowly(original: string, flags: number, tables: TextTables): Restored {
  const start = startDraft(original);
  const ended = original.replace(OTHER_BREAK, '\n');
  let draft = ended === original ? start : replaceText(start, ended);
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

/**
 * Whether a text, whose marks were just listed, needs more than one pass: what looks like boilerplate or cut lines
 * and is not does not.
 */
function isSlow(flags: number, text: string, units: Uint16Array, tables: TextTables): boolean {
  const slow = flags & SLOW;
  if ((slow & ~CLASS.boilerplate) !== 0) return true;
  const { marks, announcing } = tables.scratch;
  if ((flags & CLASS.layout) !== 0 && marksOtherBreak(units, marks)) return true;
  if (slow !== 0 && findBoilerplate(text, announcing).length > 0) return true;
  return hasShortLines(marks, text.length) && findJoins(text).length > 0;
}

/** Lists the marks of `units[0, n)`; returns which classes occur. */
function look(units: Uint16Array, n: number, { scratch, kinds, triggers }: TextTables): number {
  const all = scratch.marks.list(units, n, kinds);
  return readFlags(units, n, scratch.marks, all, triggers, scratch.announcing);
}

/** Line ends that are no line feed: carriage returns alone (old Macintosh), U+2028, U+2029. */
const OTHER_BREAK = /\r(?!\n)|[\u2028\u2029]/g;

/** The same, asked of the marks of a text. */
function marksOtherBreak(units: Uint16Array, { at, placed, placedCount }: Marks): boolean {
  for (let p = 0; p < placedCount; p++) {
    const i = at[placed[p] as number] as number;
    const unit = units[i] as number;
    if (unit === RETURN ? units[i + 1] !== NEWLINE : unit === 0x2028 || unit === 0x2029) return true;
  }
  return false;
}

function scanText(text: string, tables: TextTables): number {
  return look(inputOf(text), text.length, tables);
}

function runSteps(draft: Draft, flags: number, tables: TextTables): Draft {
  let next = repair(draft, flags, tables);
  if (flags & CLASS.traditional) next = replaceText(next, toSimplifiedText(next.text, tables.conversion));
  if (flags & CLASS.boilerplate) next = cutBoilerplate(next, tables.triggers);
  return runNormalize(joinBrokenLines(next), tables);
}

const NEWLINE = 10;
const RETURN = 13;

/** One pass over the units; null where its outcome needs the slow steps after all. `scratch` is as `look` left it. */
function restoreFast(
  original: string,
  units: Uint16Array,
  flags: number,
  tables: TextTables,
): Restored | null {
  const n = original.length;
  const { marks, placed, touched } = tables.scratch;
  if ((flags & PLACED) === 0) return plain(original, units.subarray(0, n), marks, []);
  const out = outputOf(original);
  findPlaced(units, marks, placed);
  const isInPlace = (flags & CLASS.layout) === 0 && normalizeInPlace(units, n, out, placed, touched);
  const { length, map, isChanged } = isInPlace
    ? { length: n, map: [], isChanged: touched.count > 0 }
    : normalize(units, n, out, placed, touched);
  if (!isChanged) return plain(original, units.subarray(0, n), marks, []);
  if (breaksLines(out, touched)) return null;
  const string = readOutput(length);
  if (length !== n || !marks.follow(out, touched, tables.kinds)) marks.list(out, length, tables.kinds);
  const announced = findAnnouncing(out, marks, tables.triggers, tables.scratch.announcing);
  const uncovered = (flags & ~CLASS.boilerplate) | announced | scanTouched(out, length, tables);
  if (isSlow(uncovered, string, out, tables)) return null;
  return plain(string, out.subarray(0, length), marks, map);
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

/** The slow classes but boilerplate that occur where the last pass changed something: elsewhere they are what they were. */
function scanTouched(units: Uint16Array, n: number, { kinds, scratch }: TextTables): number {
  let flags = 0;
  const { at, count } = scratch.touched;
  for (let t = 0; t < count; t++) {
    const first = at[t] as number;
    for (let i = first; i < n && i <= first + 1; i++) flags |= kinds.bitsOf(units[i] as number);
  }
  return flags & SLOW & ~CLASS.boilerplate;
}

function plain(string: string, units: Uint16Array, marks: Marks, map: OffsetMap): Restored {
  const paragraphs = findParagraphs(string, marks);
  return { text: { string, units, marks }, map, paragraphs, repairs: [], notes: [] };
}

function runNormalize(draft: Draft, tables: TextTables): Draft {
  const n = draft.text.length;
  scanText(draft.text, tables);
  const { marks, placed, touched } = tables.scratch;
  const units = inputOf(draft.text);
  findPlaced(units, marks, placed);
  const out = outputOf(draft.text);
  const { length, map, isChanged } = normalize(units, n, out, placed, touched);
  if (!isChanged) return draft;
  return {
    ...draft,
    text: readOutput(length),
    map: composeMaps(map, draft.map, draft.original.length),
  };
}

function finish(draft: Draft, tables: TextTables): Restored {
  const { text, map } = draft;
  const units = outputOf(text).subarray(0, text.length);
  const { marks } = tables.scratch;
  marks.list(units, text.length, tables.kinds);
  const paragraphs = findParagraphs(text, marks);
  return {
    text: { string: text, units, marks },
    map,
    paragraphs,
    repairs: finishRepairs(draft),
    notes: finishNotes(draft),
  };
}
