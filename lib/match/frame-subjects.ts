/** Who speaks, by the clause before a verb of speech. */
import type { Speaker } from '@/lib/types';
import { PAIRS, pairHash } from './characters';
import { FAMILY_NAMES, OFFICES, SPEAKING_BODIES } from './frame-tables';
import { PatternSet } from './pattern-set';

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
/** These words may follow a verb without punctuation only after a body (会议强调要…), never after a person. */
const NEEDS_PUNCTUATION = /^(?:说|称|希望|介绍|明确|提出|表示|认为|宣布|号召)/;
const INTRODUCED = new RegExp(`((?:${OFFICES}))(${NAME})(?=[\\d，、。在主出前赴来对会今上下]|同志)`, 'y');
/** By hash the first two units of offices. */
const OPENS_OFFICE = new Uint8Array(PAIRS);
for (const office of OFFICES.split('|'))
  OPENS_OFFICE[pairHash(office.charCodeAt(0), office.charCodeAt(1))] = 1;

/** The words that introduce speech, and who speaks. */
export interface Introduction {
  readonly frame: string;
  readonly speaker: Speaker | null;
}

/** What the clause `[start, end)` of a text may be, as bits for `readSubject`; 0 where nobody speaks. */
export function subjectKinds(text: string, start: number, end: number): number {
  return SUBJECTS.admits(text, start, end);
}

/** Whether a clause may be 他 or 她, so that who spoke before has to be known. */
export function mayBePronoun(kinds: number): boolean {
  return (kinds & IS_PRONOUN) !== 0;
}

/** Whom 他 or 她 means where nobody spoke before: the last official named with an office in `head`. */
export function nameBefore(head: string): Speaker | null {
  let speaker: Speaker | null = null;
  let unit = head.charCodeAt(0);
  for (let at = 0; at + 1 < head.length; at++) {
    const before = unit;
    unit = head.charCodeAt(at + 1);
    if (OPENS_OFFICE[pairHash(before, unit)] === 0) continue;
    INTRODUCED.lastIndex = at;
    const found = INTRODUCED.exec(head);
    if (found === null) continue;
    speaker = { office: found[1] ?? '', name: found[2] ?? '' };
    at = INTRODUCED.lastIndex - 1;
    unit = head.charCodeAt(at + 1);
  }
  return speaker;
}

/** Reads who speaks as what the subject may be by its `kinds`; `last` is who spoke before. */
export function readSubject(
  subject: string,
  kinds: number,
  verb: string,
  punctuated: boolean,
  last: Speaker | null,
): Introduction | null {
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
  if (mayBePronoun(kinds) && PRONOUN.test(subject)) return { frame: subject.charAt(0) + verb, speaker: last };
  return null;
}
