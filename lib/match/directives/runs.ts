import type { Span, Text } from '@/lib/types';
import { UnitSet } from '../characters';
import { isLead } from './parallel-leads';

const LEAST = 3;
/** Behind which mark the first sentence may begin where a lead stands before it. */
const AFTER_LEAD = new UnitSet('，：“');
const NO_SENTENCE: Span = { start: 0, end: 0 };

/**
 * Runs of three and more neighbouring sentences that begin with the same two units; the first of them may stand behind a
 * lead (会议强调，要…；要…；要…). `stops` are the first `count` positions where a sentence ends, in order; the last one may
 * end with the text.
 */
export function findRuns(text: Text, stops: Int32Array, count: number): readonly (readonly Span[])[] {
  const { units } = text;
  const { length } = text.string;
  const found: (readonly Span[])[] = [];
  let run: Span[] = [];
  let key = -1;
  /** The sentence before the run, and the one before this. */
  let before = NO_SENTENCE;
  let last = NO_SENTENCE;
  let sentence = skip(units, 0, length);
  for (let s = 0; s <= count && sentence + 1 < length; s++) {
    const end = s < count ? (stops[s] as number) : length - 1;
    if (end < sentence) continue;
    const opening = ((units[sentence] as number) << 16) | (units[sentence + 1] as number);
    const span = spanOf(units, sentence, end);
    if (opening === key) run.push(span);
    else {
      addRun(text, before, run, found);
      key = opening;
      run = [span];
      before = last;
    }
    last = span;
    sentence = skip(units, end + 1, length);
  }
  addRun(text, before, run, found);
  return found;
}

function addRun(text: Text, before: Span, run: readonly Span[], found: (readonly Span[])[]): void {
  if (run.length + 1 < LEAST) return;
  const led = behindLead(text, before, run[0] as Span);
  if (led !== null) found.push([led, ...run]);
  else if (run.length >= LEAST) found.push(run);
}

/** What follows a lead in a sentence, where it begins as another one does. */
function behindLead({ units, string }: Text, sentence: Span, like: Span): Span | null {
  for (let at = sentence.start + 1; at + 1 < sentence.end; at++) {
    if (units[at] !== units[like.start] || units[at + 1] !== units[like.start + 1]) continue;
    if (!AFTER_LEAD.has(units[at - 1] as number)) continue;
    if (isLead(string.slice(sentence.start, at))) return { start: at, end: sentence.end };
  }
  return null;
}

/** A sentence with the mark that ends it, but without the line end. */
function spanOf(units: Uint16Array, start: number, at: number): Span {
  return { start, end: units[at] === 10 ? at : at + 1 };
}

/** The next unit that is not a space, a line break or a closing quotation mark. */
function skip(units: Uint16Array, from: number, length: number): number {
  let i = from;
  while (i < length) {
    const unit = units[i] as number;
    if (unit !== 32 && unit !== 10 && unit !== 0x3000 && unit !== 0x201d && unit !== 0x2019) break;
    i++;
  }
  return i;
}
