/** Where a report turns from what was said at a meeting to what was done before, during and after it. */
import { MARK } from '@/lib/marks';
import type { Marks, Speaker, Text } from '@/lib/types';
import { isCloseQuote, UnitSet } from './characters';

/** How a sentence begins that no speech goes on with; where it asks for something (会后各单位要…) it does. */
const AROUND_MEETING = /(?:会[前后]|散会后|(?:会议|大会|座谈会)(?:召开|举行|结束)?后)/y;
/** The same behind the speech of a meeting: what a person says may tell of the time too. */
const AROUND_SPEECH = /(?:此前|随后|[其期]间(?=，)|(?:会议|大会|座谈会)(?:(?:召开|举行)?前|期间))/y;
const ASKS = /，?[^，。；！？\n]{0,16}?(?:要(?!求)|必须|应当|务必|不得)/y;
const OPENINGS = new UnitSet('会散大座此随其期');

/** Sentences behind 会议强调，要抓落实。 that end it, and those that do not. */
export const ENDS_SPEECH: readonly string[] = [
  '会后，大家讨论共同富裕。',
  '会前，大家观看了短片。',
  '此前，区里办了培训班。',
  '随后，与会人员参观了展馆。',
  '会议结束后，大家合影。',
  '会议期间，代表们走访了企业。',
  '期间，大家提了建议。',
];
export const NO_ENDS_OF_SPEECH: readonly string[] = [
  '会后各单位要抓紧传达。',
  '会后，必须立即行动。',
  '会计制度更完善。',
  '其间隔不超过十天。',
];

/** Where the speech that begins at `from` ends before `to`: the start of the first such sentence, or `to`. */
export function speechEnd(
  text: Text,
  { at, bits, count }: Marks,
  frame: string,
  speaker: Speaker | null,
  from: number,
  to: number,
): number {
  const { units, string } = text;
  for (let m = firstMark(at, count, from); m < count && (at[m] as number) < to; m++) {
    if (((bits[m] as number) & MARK.stop) === 0) continue;
    let start = (at[m] as number) + 1;
    while (start < to && (isCloseQuote(units[start] as number) || units[start] === 32)) start++;
    if (start >= to || !OPENINGS.has(units[start] as number)) continue;
    if (endsSpeech(string, start, speaker === null && frame.includes('会'))) return start;
  }
  return to;
}

function endsSpeech(string: string, start: number, isOfMeeting: boolean): boolean {
  const pattern = [AROUND_MEETING, ...(isOfMeeting ? [AROUND_SPEECH] : [])].find((each) => {
    each.lastIndex = start;
    return each.test(string);
  });
  if (pattern === undefined) return false;
  ASKS.lastIndex = pattern.lastIndex;
  return !ASKS.test(string);
}

/** The index of the first mark at or after a position. */
function firstMark(at: Int32Array, count: number, position: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] as number) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
