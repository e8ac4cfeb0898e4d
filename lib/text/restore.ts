/** The one entry to restoring a text: from what was decoded to what the other stages read. */
import { Buffer } from 'node:buffer';
import type { Note, OffsetMap, Repair, Span, Text } from '@/lib/types';
import { cutBoilerplate } from './boilerplate';
import { CLASS } from './classes';
import { type Draft, finishNotes, finishRepairs, replaceText, startDraft } from './draft';
import { joinBrokenLines, mayBeCut } from './line-breaks';
import { normalize } from './normalize';
import { composeMaps } from './offsets';
import { findParagraphs } from './paragraphs';
import { repair } from './repair';
import { scan } from './scan';
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

/** Steps may uncover work for one another; after this many rounds the text is taken as it is. */
const ROUNDS = 4;

/**
 * Restores a text: damage undone, boilerplate cut, traditional characters simplified, one form for width,
 * spaces and lines. Never throws on any text; restoring the result again changes nothing.
 */
export function restore(original: string, tables: TextTables): Restored {
  const n = original.length;
  const units = load(original, tables.scratch.take(0, n));
  const flags = scan(units, n, tables.classes, tables.triggers);
  const fast = isSlow(flags, original) ? null : restoreFast(original, units, flags, tables);
  if (fast) return fast;
  let draft = startDraft(original);
  for (let round = 0, next = flags; round < ROUNDS; round++) {
    const before = draft.text;
    draft = runSteps(draft, next, tables);
    next = scan(
      load(draft.text, tables.scratch.take(0, draft.text.length)),
      draft.text.length,
      tables.classes,
      tables.triggers,
    );
    if (draft.text === before || !isSlow(next, draft.text)) break;
  }
  return finish(draft, tables);
}

const isSlow = (flags: number, text: string): boolean => (flags & SLOW) !== 0 || mayBeCut(text);

function runSteps(draft: Draft, flags: number, tables: TextTables): Draft {
  let next = repair(draft, flags, tables);
  if (flags & CLASS.traditional) next = replaceText(next, toSimplifiedText(next.text, tables.conversion));
  if (flags & CLASS.boilerplate) next = cutBoilerplate(next, tables);
  return runNormalize(joinBrokenLines(next), tables);
}

/** Copies a string into a buffer of units; this is a memory copy, some GB/s. */
function load(text: string, into: Uint16Array): Uint16Array {
  Buffer.from(into.buffer, into.byteOffset, into.byteLength).write(text, 'utf16le');
  return into;
}

/** One pass over the units; null where its outcome needs the slow steps after all. */
function restoreFast(
  original: string,
  units: Uint16Array,
  flags: number,
  tables: TextTables,
): Restored | null {
  const n = original.length;
  if (flags === 0) return plain(original, units.subarray(0, n), []);
  const out = tables.scratch.take(1, n);
  const { length, map, isChanged } = normalize(units, n, out, tables.classes);
  if (!isChanged) return plain(original, units.subarray(0, n), []);
  const string = readUnits(out, length);
  if (isSlow(scan(out, length, tables.classes, tables.triggers), string)) return null;
  return plain(string, out.subarray(0, length), map);
}

function plain(string: string, units: Uint16Array, map: OffsetMap): Restored {
  return { text: { string, units }, map, paragraphs: findParagraphs(string), repairs: [], notes: [] };
}

function readUnits(units: Uint16Array, length: number): string {
  return Buffer.from(units.buffer, units.byteOffset, length * 2).toString('utf16le');
}

function runNormalize(draft: Draft, tables: TextTables): Draft {
  const n = draft.text.length;
  const out = tables.scratch.take(1, n);
  const { length, map, isChanged } = normalize(
    load(draft.text, tables.scratch.take(0, n)),
    n,
    out,
    tables.classes,
  );
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
