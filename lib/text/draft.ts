/** A text on its way from original to normalised, with the way back and a log of what was done to it. */
import type { Note, OffsetMap, Repair, RepairKind, Stage } from '@/lib/types';
import { composeMaps, fromOriginal, OffsetMapBuilder, toOriginal } from './offsets';

/** What a stage wants done: replace `[start, end)` of the present text by `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Null for what is no repair (spacing). */
  readonly kind: RepairKind | null;
  readonly confidence: number;
  /** Where the wording shown as `was` begins, when that is before `start`. */
  readonly shownFrom?: number;
}

interface LoggedRepair {
  readonly kind: RepairKind;
  readonly confidence: number;
  readonly originalStart: number;
  readonly originalEnd: number;
}

interface LoggedNote {
  readonly stage: Stage;
  readonly code: string;
  readonly originalStart: number | null;
  readonly detail: string | null;
}

export interface Draft {
  readonly original: string;
  readonly text: string;
  readonly map: OffsetMap;
  readonly repairs: readonly LoggedRepair[];
  readonly notes: readonly LoggedNote[];
}

/** A draft in which nothing has been done yet. */
export function startDraft(original: string): Draft {
  return { original, text: original, map: [], repairs: [], notes: [] };
}

/** Applies edits (in order, not overlapping) and logs those that are repairs. */
export function applyEdits(draft: Draft, edits: readonly Edit[]): Draft {
  if (edits.length === 0) return draft;
  const { text, map, original } = draft;
  const builder = new OffsetMapBuilder();
  const parts: string[] = [];
  const repairs = [...draft.repairs];
  let position = 0;
  let length = 0;
  for (const edit of edits) {
    if (edit.start < position) throw new Error(`edits overlap at ${edit.start}`);
    const kept = edit.start - position;
    builder.add(length, kept, position, kept);
    builder.add(length + kept, edit.text.length, edit.start, edit.end - edit.start);
    parts.push(text.slice(position, edit.start), edit.text);
    length += kept + edit.text.length;
    position = edit.end;
    if (edit.kind === null) continue;
    const was = toOriginal(map, edit.shownFrom ?? edit.start, edit.end);
    repairs.push({
      kind: edit.kind,
      confidence: edit.confidence,
      originalStart: was.start,
      originalEnd: was.end,
    });
  }
  const rest = text.length - position;
  builder.add(length, rest, position, rest);
  parts.push(text.slice(position));
  const next = parts.join('');
  // An empty text has an empty map, which reads as the identity: harmless, there is nothing to map.
  return {
    ...draft,
    text: next,
    map: composeMaps(builder.build(text.length), map, original.length),
    repairs,
  };
}

/** The same draft with another text of the same length: what was changed unit by unit. */
export function replaceText(draft: Draft, text: string): Draft {
  if (text.length !== draft.text.length) throw new Error('replaceText must preserve the length');
  return { ...draft, text };
}

/** Adds a note that stands at a position of the present text, or nowhere in particular. */
export function addNote(
  draft: Draft,
  code: string,
  position: number | null,
  detail: string | null = null,
): Draft {
  const originalStart = position === null ? null : toOriginal(draft.map, position, position).start;
  return { ...draft, notes: [...draft.notes, { stage: 'repair', code, originalStart, detail }] };
}

/** The logged repairs as spans of the finished text. */
export function finishRepairs(draft: Draft): Repair[] {
  return draft.repairs
    .map(({ kind, confidence, originalStart, originalEnd }) => {
      const span = fromOriginal(draft.map, originalStart, originalEnd);
      return {
        kind,
        confidence,
        ...clamp(span, draft.text.length),
        was: draft.original.slice(originalStart, originalEnd),
      };
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The logged notes with positions in the finished text. */
export function finishNotes(draft: Draft): Note[] {
  return draft.notes.map(({ stage, code, originalStart, detail }) => {
    const start = originalStart === null ? null : fromOriginal(draft.map, originalStart, originalStart).start;
    return {
      stage,
      code,
      ...(start === null ? {} : { start: Math.min(start, draft.text.length) }),
      ...(detail === null ? {} : { detail }),
    };
  });
}

function clamp(span: { start: number; end: number }, length: number) {
  return { start: Math.min(span.start, length), end: Math.min(span.end, length) };
}
