import type { Span, Speaker, Text } from '@/lib/types';
import { FAMILY_NAMES, OFFICES, SPEAKING_BODIES, SPEECH_VERBS } from './frame-tables';

/** A stretch of reported speech: the words that introduce it (会议强调, 区长王某某指出) and who speaks. */
export interface Frame extends Span {
  readonly frame: string;
  readonly speaker: Speaker | null;
}

const VERB = new RegExp(`(?:${SPEECH_VERBS})(?=[，：“]|了?[一-龥])`, 'y');
const CLAUSE_START = unitsOf('，。！？；：、”\n ');
/** First units of verbs (2 where one has no other), and second ones: one look settles nearly every place. */
const OPENS_VERB = unitsOf(SPEECH_VERBS.replace(/(?<=^|\|)(.)[^|]*/g, '$1'));
for (const verb of SPEECH_VERBS.split('|')) if (verb.length === 1) OPENS_VERB[verb.charCodeAt(0)] = 2;
const FOLLOWS_IN_VERB = unitsOf(SPEECH_VERBS.replace(/(?<=^|\|).(.?)[^|]*/g, '$1'));
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
/** A paragraph that opens so goes on with the speech of the one before. */
const CARRIED_ON =
  /^(?:[一二三四五六七八九十]{1,3}[是要]|第[一二三四五六七八九十]，|首先|其次|再次|最后|其[一二三四五]|要|[①-⑳])/;
/** These words may follow a verb without punctuation only after a body (会议强调要…), never after a person. */
const NEEDS_PUNCTUATION = /^(?:说|称|希望|介绍|明确|提出|表示|认为|宣布|号召)/;

interface Opening {
  readonly at: number;
  readonly frame: string;
  readonly speaker: Speaker | null;
}

/** Finds the frames of reported speech: disjoint, in order. A frame reaches to the next one or the paragraph's end,
 * and on over following paragraphs that open with a list marker. */
export function findFrames(text: Text, paragraphs: readonly Span[]): Frame[] {
  const frames: Frame[] = [];
  let carried: Opening | null = null;
  let last: Speaker | null = null;
  for (const paragraph of paragraphs) {
    const content = text.string.slice(paragraph.start, paragraph.end);
    const openings = findOpenings(content, paragraph.start, last);
    if (
      carried !== null &&
      (openings[0]?.at ?? paragraph.end) > paragraph.start &&
      CARRIED_ON.test(content)
    ) {
      const end = openings[0]?.at ?? paragraph.end;
      frames.push({ start: paragraph.start, end, frame: carried.frame, speaker: carried.speaker });
    } else carried = null;
    for (const [i, opening] of openings.entries()) {
      const end = openings[i + 1]?.at ?? paragraph.end;
      frames.push({ start: opening.at, end, frame: opening.frame, speaker: opening.speaker });
      if (opening.speaker !== null) last = opening.speaker;
    }
    carried = openings.at(-1) ?? carried;
  }
  return frames;
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

function findOpenings(content: string, offset: number, before: Speaker | null): Opening[] {
  const openings: Opening[] = [];
  let last = before;
  for (let at = nextVerb(content, 0); at >= 0; at = nextVerb(content, VERB.lastIndex)) {
    const start = clauseStart(content, at);
    const verbEnd = VERB.lastIndex;
    // One clause opens one frame, even where it says twice that somebody speaks.
    if (start === at || openings.at(-1)?.at === offset + start) continue;
    const subject = content.slice(start, at);
    const verb = content.slice(at, verbEnd);
    const follows = content.charAt(verbEnd);
    const known = PRONOUN.test(subject) ? (last ?? nameBefore(content.slice(0, start))) : last;
    const opening = readSubject(subject, verb, /[，：“]/.test(follows), known);
    if (opening === null) continue;
    if (opening.speaker !== null) last = opening.speaker;
    openings.push({ at: offset + start, ...opening });
  }
  return openings;
}

/** The next place of a verb of speech at or after `from`, and its end in `VERB.lastIndex`; −1 where there is none. */
function nextVerb(content: string, from: number): number {
  const opens = OPENS_VERB;
  const follows = FOLLOWS_IN_VERB;
  for (let i = from; i + 1 < content.length; i++) {
    const kind = opens[content.charCodeAt(i)] as number;
    if (kind === 0 || (kind === 1 && follows[content.charCodeAt(i + 1)] === 0)) continue;
    VERB.lastIndex = i;
    if (VERB.test(content)) return i;
  }
  return -1;
}

function unitsOf(characters: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const c of characters) table[c.charCodeAt(0)] = 1;
  return table;
}

const INTRODUCED = new RegExp(`((?:${OFFICES}))(${NAME})(?=[\\d，、。在主出前赴来对会今上下]|同志)`, 'g');
const LONGEST_BACK = 300;

/** Whom 他 or 她 means: the last official named with an office before it in the paragraph. */
function nameBefore(head: string): Speaker | null {
  const found = [...head.slice(-LONGEST_BACK).matchAll(INTRODUCED)].at(-1);
  return found === undefined ? null : { office: found[1] ?? '', name: found[2] ?? '' };
}

function clauseStart(content: string, verb: number): number {
  let start = verb;
  while (start > 0 && verb - start < LONGEST_CLAUSE && CLAUSE_START[content.charCodeAt(start - 1)] === 0)
    start--;
  return start;
}

function readSubject(
  subject: string,
  verb: string,
  punctuated: boolean,
  last: Speaker | null,
): Omit<Opening, 'at'> | null {
  const body = BODY.exec(subject);
  if (body !== null) {
    if (!punctuated && (NEEDS_PUNCTUATION.test(verb) || body[1] !== subject)) return null;
    return { frame: (body[1] ?? '') + verb, speaker: null };
  }
  if (!punctuated) return null;
  const officeName = OFFICE_NAME.exec(subject);
  if (officeName !== null) {
    const speaker = { office: officeName[1] ?? '', name: officeName[2] ?? '' };
    return { frame: speaker.office + speaker.name + verb, speaker };
  }
  const nameOffice = NAME_OFFICE.exec(subject);
  if (nameOffice !== null) {
    const speaker = { office: nameOffice[2] ?? '', name: nameOffice[1] ?? '' };
    return { frame: speaker.name + speaker.office + verb, speaker };
  }
  const alone = NAME_ALONE.exec(subject);
  if (alone !== null && verb !== '要求' && verb !== '明确')
    return { frame: alone[1] + verb, speaker: { office: '', name: alone[1] ?? '' } };
  if (PRONOUN.test(subject)) return { frame: subject.charAt(0) + verb, speaker: last };
  return null;
}
