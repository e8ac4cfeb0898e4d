/** Finds the places of a page where bytes have shifted, and puts back what stood there where that is certain enough. */
import { stripReadings } from './annotations';
import { addNote, applyEdits, type Draft, type Edit } from './draft';
import type { GbkTables } from './gbk';
import type { ShiftBeam, ShiftFix } from './shift-beam';
import { learnPage, type PageKnowledge } from './shift-page';
import { findEvents } from './shift-tokens';
import { type ConversionTables, countScripts } from './traditional';

/** Margin (natural logarithm) below which a place is left as it is: there, most readings would be wrong. */
export const LEAST_MARGIN = 1;

/** How far back the characters before a damaged place are looked for. */
const CONTEXT = 24;

/**
 * Confidence in a restoration with this margin: a logistic that stays below the share that was right in damaged
 * held-out text (docs/restoration.md), and reaches 0.9 where 99 % of all with at least that were right.
 */
export function confidenceOf(margin: number): number {
  return Math.round(1000 / (1 + Math.exp(0.8 - 0.48 * margin))) / 1000;
}

/**
 * Undoes byte shifts. Only pages in traditional characters have them: the tools that cause them convert first.
 * Places that stay in doubt get the note `byte-shift-unresolved`, lost characters `character-lost`.
 */
export function repairByteShifts(
  draft: Draft,
  beam: () => ShiftBeam,
  gbk: GbkTables,
  conversion: ConversionTables,
): Draft {
  const { text } = draft;
  const events = findEvents(text);
  if (events.length === 0 || countScripts(text, conversion).traditional === 0) return draft;
  const page = learnPage(text, gbk, conversion);
  learnWords(text, events, beam(), page);
  const known = new Map<number, ShiftFix>();
  let { edits, doubts } = readEvents(text, events, beam(), page, known);
  // What was certain has taught more of the page's words: places in doubt are read again.
  if (doubts.length > 0 && edits.length > 0)
    ({ edits, doubts } = readEvents(text, events, beam(), page, known));
  let next = draft;
  for (const event of doubts)
    next = addNote(next, 'byte-shift-unresolved', event, text.slice(event, event + 12));
  for (const edit of edits)
    if (edit.text.includes(LOST)) next = addNote(next, 'character-lost', edit.start, edit.text);
  return applyEdits(next, edits);
}

/** The mark for a swallowed character. */
const LOST = '\uFFFD';

/** Margin from which on a restoration counts as something that the page says. */
const CERTAIN_MARGIN = 6;

/** One pass over the damaged places; `known` keeps what was decided from one pass to the next. */
function readEvents(
  text: string,
  events: readonly number[],
  beam: ShiftBeam,
  page: PageKnowledge,
  known: Map<number, ShiftFix>,
): { edits: Edit[]; doubts: number[] } {
  const edits: Edit[] = [];
  const doubts: number[] = [];
  let done = 0;
  for (const event of events) {
    if (event < done) continue;
    const before = (edits.at(-1)?.text ?? '').slice(-2) + text.slice(Math.max(done, event - CONTEXT), event);
    const context = stripReadings(before.slice(before.lastIndexOf('\n') + 1));
    const fix = known.get(event) ?? beam.run(text, event, context, page);
    if (!fix || fix.margin < LEAST_MARGIN) doubts.push(event);
    else if (fix.text !== text.slice(fix.start, fix.end)) {
      edits.push(toEdit(fix));
      done = fix.end;
      if (fix.margin >= CERTAIN_MARGIN && !known.has(event)) beam.learn(page, context.slice(-2) + fix.text);
      known.set(event, fix);
    }
  }
  return { edits, doubts };
}

/** Characters after the beginning of a damaged place that say nothing about the page. */
const SPOILT = 24;

function learnWords(text: string, events: readonly number[], beam: ShiftBeam, page: PageKnowledge): void {
  let from = 0;
  for (const event of [...events, text.length]) {
    if (event > from) beam.learn(page, stripReadings(text.slice(from, event)));
    const line = text.indexOf('\n', event);
    from = Math.max(from, Math.min(event + SPOILT, line < 0 ? text.length : line));
  }
}

const toEdit = (fix: ShiftFix): Edit => ({
  start: fix.start,
  end: fix.end,
  text: fix.text,
  kind: 'byte-shift',
  confidence: confidenceOf(fix.margin),
});
