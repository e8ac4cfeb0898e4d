import type { Span, Speaker, Text } from '@/lib/types';
import { PAIRS, pairHash, UnitSet } from './characters';
import { FAMILY_NAMES, OFFICES, SPEAKING_BODIES, SPEECH_VERBS } from './frame-tables';
import { PatternSet } from './pattern-set';

/** A stretch of reported speech: the words that introduce it (会议强调, 区长王某某指出) and who speaks. */
export interface Frame extends Span {
  readonly frame: string;
  readonly speaker: Speaker | null;
}

/** What shows that speech follows. */
const PUNCTUATION = [...'，：“'];
const VERB = new RegExp(`(?:${SPEECH_VERBS})(?=[，：“]|了?[一-龥])`, 'y');
const CLAUSE_START = new UnitSet('，。！？；：、”\n ');
/** By hash the first two units of verbs, of those of one unit with what stands after: one look settles nearly every place. */
const OPENS_VERB = new Uint8Array(PAIRS);
for (const verb of SPEECH_VERBS.split('|'))
  for (const after of verb.length > 1 ? [''] : PUNCTUATION) {
    const opening = verb + after;
    OPENS_VERB[pairHash(opening.charCodeAt(0), opening.charCodeAt(1))] = 1;
  }
const LONGEST_CLAUSE = 48;
const ADVERBS = '(?:还|也|又|同时|并|特别|进一步|再次|反复|着重|最后|一致|随后|当场|明确|就此|郑重|首先)*';
const BODY = new RegExp(`^(?:[一-龥]{0,10}?)(${SPEAKING_BODIES})(?:上)?${ADVERBS}$`);
/** 代表们 and 毛老 begin like names. */
const NAME = `(?!代表|时代|常务|应当|强调)(?:${FAMILY_NAMES})(?:[一-龥][一-龥]|[一-龥])(?<![们老])`;
const CIRCUMSTANCE = `(?:在[一-龥“”0-9]{1,24}(?:上|时|中|后|期间|间|讲话))?`;
const OFFICE_NAME = new RegExp(`^(.{0,24}?(?:${OFFICES}))(${NAME})${CIRCUMSTANCE}${ADVERBS}$`);
const NAME_OFFICE = new RegExp(`^(${NAME})((?:副)?(?:${OFFICES}))${CIRCUMSTANCE}${ADVERBS}$`);
const NAME_ALONE = new RegExp(`^(习近平|李克强|李强|${NAME})${CIRCUMSTANCE}${ADVERBS}$`);
const PRONOUN = new RegExp(`^[他她]${ADVERBS}$`);
/** What stands before a verb is mostly none of these, which a few of its units tell. */
const SUBJECTS = new PatternSet([BODY, OFFICE_NAME, NAME_OFFICE, NAME_ALONE, PRONOUN]);
const [IS_BODY, IS_OFFICE_NAME, IS_NAME_OFFICE, IS_NAME_ALONE, IS_PRONOUN] = [1, 2, 4, 8, 16] as const;
/** A paragraph that opens so goes on with the speech of the one before. */
const CARRIED_ON =
  /(?:[一二三四五六七八九十]{1,3}[是要]|第[一二三四五六七八九十]，|首先|其次|再次|最后|其[一二三四五]|要|[①-⑳])/y;
/** These words may follow a verb without punctuation only after a body (会议强调要…), never after a person. */
const NEEDS_PUNCTUATION = /^(?:说|称|希望|介绍|明确|提出|表示|认为|宣布|号召)/;

interface Opening {
  readonly at: number;
  readonly frame: string;
  readonly speaker: Speaker | null;
}

/**
 * Finds the frames of reported speech: disjoint, in order. A frame reaches to the next one or the paragraph's end, and on
 * over following paragraphs that open with a list marker. Reads no further than it takes to tell the frame of `last`.
 */
export function findFrames(text: Text, paragraphs: readonly Span[], last = text.string.length): Frame[] {
  const frames: Frame[] = [];
  let carried: Opening | null = null;
  let latest: Speaker | null = null;
  for (let p = 0; p < paragraphs.length; p++) {
    const { start, end } = paragraphs[p] as Span;
    if (start > last) break;
    const openings = findOpenings(text, start, end, Math.min(end - 1, last + LONGEST_CLAUSE + 1), latest);
    const until = openings[0]?.at ?? end;
    if (carried !== null && until > start && carriesOn(text.string, start))
      frames.push({ start, end: until, frame: carried.frame, speaker: carried.speaker });
    else carried = null;
    for (let i = 0; i < openings.length; i++) {
      const { at, frame, speaker } = openings[i] as Opening;
      frames.push({ start: at, end: openings[i + 1]?.at ?? end, frame, speaker });
      latest = speaker ?? latest;
    }
    carried = openings.at(-1) ?? carried;
  }
  return frames;
}

function carriesOn(string: string, at: number): boolean {
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

/** The frames that open in the paragraph `[from, to)` by verbs before `until`; `before` is who spoke last. */
function findOpenings(
  text: Text,
  from: number,
  to: number,
  until: number,
  before: Speaker | null,
): readonly Opening[] {
  const { string } = text;
  let openings: Opening[] | null = null;
  let last = before;
  let opened = -1;
  for (let at = nextVerb(text, from, until); at >= 0; at = nextVerb(text, VERB.lastIndex, until)) {
    const start = clauseStart(text.units, from, at);
    const verbEnd = VERB.lastIndex;
    // One clause opens one frame, even where it says twice that somebody speaks.
    if (start === at || start === opened) continue;
    const kinds = SUBJECTS.admits(string, start, at);
    if (kinds === 0) continue;
    const subject = string.slice(start, at);
    const known =
      (kinds & IS_PRONOUN) !== 0 && last === null
        ? nameBefore(string.slice(Math.max(from, start - LONGEST_BACK), start))
        : last;
    const punctuated = verbEnd < to && PUNCTUATION.includes(string.charAt(verbEnd));
    const opening = readSubject(subject, kinds, string.slice(at, verbEnd), punctuated, known);
    if (opening === null) continue;
    last = opening.speaker ?? last;
    opened = start;
    openings ??= [];
    openings.push({ at: start, frame: opening.frame, speaker: opening.speaker });
  }
  return openings ?? NONE;
}

/** The next place of a verb of speech in `[from, until)`, and its end in `VERB.lastIndex`; −1 where there is none. */
function nextVerb({ string, units }: Text, from: number, until: number): number {
  const opens = OPENS_VERB;
  let unit = units[from] as number;
  for (let i = from; i < until; i++) {
    const before = unit;
    unit = units[i + 1] as number;
    if (opens[pairHash(before, unit)] === 0) continue;
    VERB.lastIndex = i;
    if (VERB.test(string)) return i;
  }
  return -1;
}

const INTRODUCED = new RegExp(`((?:${OFFICES}))(${NAME})(?=[\\d，、。在主出前赴来对会今上下]|同志)`, 'g');
const LONGEST_BACK = 300;

/** Whom 他 or 她 means: the last official named with an office before it in the paragraph. */
function nameBefore(head: string): Speaker | null {
  const found = [...head.matchAll(INTRODUCED)].at(-1);
  return found === undefined ? null : { office: found[1] ?? '', name: found[2] ?? '' };
}

function clauseStart(units: Uint16Array, from: number, verb: number): number {
  let start = verb;
  while (start > from && verb - start < LONGEST_CLAUSE && !CLAUSE_START.has(units[start - 1] as number))
    start--;
  return start;
}

/** Reads who speaks as what the subject may be by its `kinds`, bits of SUBJECTS. */
function readSubject(
  subject: string,
  kinds: number,
  verb: string,
  punctuated: boolean,
  last: Speaker | null,
): Omit<Opening, 'at'> | null {
  const body = (kinds & IS_BODY) === 0 ? null : BODY.exec(subject);
  if (body !== null) {
    if (!punctuated && (NEEDS_PUNCTUATION.test(verb) || body[1] !== subject)) return null;
    return { frame: (body[1] ?? '') + verb, speaker: null };
  }
  if (!punctuated) return null;
  const officeName = (kinds & IS_OFFICE_NAME) === 0 ? null : OFFICE_NAME.exec(subject);
  if (officeName !== null) {
    const speaker = { office: officeName[1] ?? '', name: officeName[2] ?? '' };
    return { frame: speaker.office + speaker.name + verb, speaker };
  }
  const nameOffice = (kinds & IS_NAME_OFFICE) === 0 ? null : NAME_OFFICE.exec(subject);
  if (nameOffice !== null) {
    const speaker = { office: nameOffice[2] ?? '', name: nameOffice[1] ?? '' };
    return { frame: speaker.name + speaker.office + verb, speaker };
  }
  const alone = (kinds & IS_NAME_ALONE) === 0 ? null : NAME_ALONE.exec(subject);
  if (alone !== null && verb !== '要求' && verb !== '明确')
    return { frame: alone[1] + verb, speaker: { office: '', name: alone[1] ?? '' } };
  if ((kinds & IS_PRONOUN) !== 0 && PRONOUN.test(subject))
    return { frame: subject.charAt(0) + verb, speaker: last };
  return null;
}
