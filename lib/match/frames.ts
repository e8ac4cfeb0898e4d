import { marksOf } from '@/lib/marks';
import type { Marks, Span, Speaker, Text } from '@/lib/types';
import { UnitSet } from './characters';
import { speechEnd } from './frame-ends';
import { mayBePronoun, nameBefore, readSubject, subjectKinds } from './frame-subjects';
import { isPause, VerbFinder, verbEnd } from './frame-verbs';

/** A stretch of reported speech: the words that introduce it (会议强调, 区长王某某指出) and who speaks. */
export interface Frame extends Span {
  readonly frame: string;
  readonly speaker: Speaker | null;
}

const CLAUSE_START = new UnitSet('，。！？；：、”\n ');
const LONGEST_CLAUSE = 48;
/** A paragraph that opens so goes on with the speech of the one before. */
const CARRIED_ON =
  /(?:[一二三四五六七八九十]{1,3}[是要]|第[一二三四五六七八九十]，|首先|其次|再次|最后|其[一二三四五]|要|[①-⑳⑴-⒇])/y;
const OPENS_CARRIED = new UnitSet('一二三四五六七八九十第首其再最要①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇');

interface Opening {
  readonly at: number;
  readonly frame: string;
  readonly speaker: Speaker | null;
}

const NO_FRAMES: readonly Frame[] = [];

/**
 * Finds the frames of reported speech in which slogans stand: disjoint, in order, with others between. `matches` are in
 * order. Only the paragraphs that hold one are read, unless one goes on with a speech from before, or says 他 of whoever
 * spoke there.
 */
export function findFrames(
  text: Text,
  paragraphs: readonly Span[],
  matches: readonly Span[],
): readonly Frame[] {
  if (matches.length === 0) return NO_FRAMES;
  const frames: Frame[] = [];
  const marks = marksOf(text);
  const finder = new VerbFinder(text);
  let m = 0;
  for (let p = 0; p < paragraphs.length && m < matches.length; p++) {
    const { start, end } = paragraphs[p] as Span;
    const first = (matches[m] as Span).start;
    if (first >= end) continue;
    let last = first;
    for (; m < matches.length && (matches[m] as Span).start < end; m++) last = (matches[m] as Span).start;
    const openings = findOpenings(text, finder, start, end, last, p === 0 ? null : UNKNOWN);
    const isCarried = p > 0 && first < (openings?.[0]?.at ?? end) && carriesOn(text, start);
    if (openings === UNKNOWN || isCarried)
      return findAllFrames(text, paragraphs, (matches.at(-1) as Span).start);
    addFrames(text, marks, openings, end, frames, { start: first, end: last + 1 });
  }
  return frames;
}

/**
 * Finds all frames: disjoint, in order. A frame reaches to the next one, to a sentence about the time around the meeting
 * (会后，…) or the paragraph's end, and on over following
 * paragraphs that open with a list marker. Reads no further than it takes to tell the frame of `last`.
 */
export function findAllFrames(text: Text, paragraphs: readonly Span[], last = text.string.length): Frame[] {
  const frames: Frame[] = [];
  const marks = marksOf(text);
  const finder = new VerbFinder(text);
  let carried: Opening | null = null;
  let latest: Speaker | null = null;
  for (const { start, end } of paragraphs) {
    if (start > last) break;
    const openings: readonly Opening[] = findOpenings(text, finder, start, end, last, latest) ?? NONE;
    const until = openings[0]?.at ?? end;
    const goesOn = carried !== null && until > start && carriesOn(text, start);
    if (carried === null || !goesOn || !addFrame(text, marks, carried, start, until, frames, EVERYWHERE))
      carried = null;
    const isOpen = addFrames(text, marks, openings, end, frames, EVERYWHERE);
    for (const { speaker } of openings) latest = speaker ?? latest;
    if (openings.length > 0) carried = isOpen ? (openings.at(-1) ?? null) : null;
  }
  return frames;
}

/** Where ends of speech are asked for: all of a text. */
const EVERYWHERE: Span = { start: 0, end: Number.POSITIVE_INFINITY };

/** Adds the frames of a paragraph, their ends right as far as `asked` goes; answers whether the last one reaches to its end. */
function addFrames(
  text: Text,
  marks: Marks,
  openings: readonly Opening[],
  end: number,
  frames: Frame[],
  asked: Span,
): boolean {
  let isOpen = false;
  for (let i = 0; i < openings.length; i++) {
    const opening = openings[i] as Opening;
    isOpen = addFrame(text, marks, opening, opening.at, openings[i + 1]?.at ?? end, frames, asked);
  }
  return isOpen;
}

/** Adds a frame of `[start, until)`, or as far as the speech goes there; answers whether that is all of it. */
function addFrame(
  text: Text,
  marks: Marks,
  { frame, speaker }: Opening,
  start: number,
  until: number,
  frames: Frame[],
  asked: Span,
): boolean {
  let end = until;
  if (until > asked.start) {
    const reach = Math.min(until, asked.end);
    const found = speechEnd(text, marks, frame, speaker, start, reach);
    if (found < reach) end = found;
  }
  frames.push({ start, end, frame, speaker });
  return end === until;
}

function carriesOn({ string, units }: Text, at: number): boolean {
  if (!OPENS_CARRIED.has(units[at] as number)) return false;
  CARRIED_ON.lastIndex = at;
  return CARRIED_ON.test(string);
}

/** The frame that a position stands in, or null. */
export function frameAt(frames: readonly Frame[], position: number): Frame | null {
  let low = 0;
  let high = frames.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const frame = frames[middle] as Frame;
    if (position < frame.start) high = middle - 1;
    else if (position >= frame.end) low = middle + 1;
    else return frame;
  }
  return null;
}

/** No paragraph opens with more than a few, and most with none. */
const NONE: readonly Opening[] = [];
/** Who spoke before the paragraph was not read. */
const UNKNOWN = undefined;
const LONGEST_BACK = 300;

/**
 * The frames that open in the paragraph `[from, to)`, as far as it takes to tell the frame of `last`; `before` is who spoke
 * last. `UNKNOWN` where that has to be known and is not.
 */
function findOpenings(
  text: Text,
  finder: VerbFinder,
  from: number,
  to: number,
  last: number,
  before: Speaker | null | undefined,
): readonly Opening[] | undefined {
  const { string, units } = text;
  const count = finder.find(from, Math.min(to - 1, last + LONGEST_CLAUSE + 1));
  let openings: Opening[] | null = null;
  let latest = before;
  let opened = -1;
  for (let c = 0; c < count; c++) {
    const at = finder.places[c] as number;
    const start = clauseStart(units, from, at);
    if (start > last) break;
    // One clause opens one frame, even where it says twice that somebody speaks.
    if (start === at || start === opened) continue;
    const kinds = subjectKinds(string, start, at);
    if (kinds === 0) continue;
    const end = verbEnd(units, at);
    const after = units[end] as number;
    // Without a pause words follow at once (会议强调要).
    if (!isPause(after) && !isWord(after)) continue;
    let known = latest ?? null;
    if (mayBePronoun(kinds)) {
      if (latest === UNKNOWN) return UNKNOWN;
      known ??= nameBefore(string.slice(Math.max(from, start - LONGEST_BACK), start));
    }
    const isPunctuated = end < to && isPause(after);
    const opening = readSubject(string.slice(start, at), kinds, string.slice(at, end), isPunctuated, known);
    if (opening === null) continue;
    latest = opening.speaker ?? latest;
    opened = start;
    openings ??= [];
    openings.push({ at: start, frame: opening.frame, speaker: opening.speaker });
  }
  return openings ?? NONE;
}

/** 一 to 龥 */
function isWord(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fa5;
}

function clauseStart(units: Uint16Array, from: number, verb: number): number {
  let start = verb;
  while (start > from && verb - start < LONGEST_CLAUSE && !CLAUSE_START.has(units[start - 1] as number))
    start--;
  return start;
}
