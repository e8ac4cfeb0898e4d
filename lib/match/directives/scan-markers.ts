import { MARK, marksOf } from '@/lib/marks';
import type { Marks, Span, Text } from '@/lib/types';
import { UnitSet } from '../characters';
import { PatternSet } from '../pattern-set';
import { readListNumeral } from './list-numeral';
import { Attachment, MARKER_RULES, type MarkerRule } from './marker-rules';
import { findRuns } from './runs';

export interface Marker {
  readonly rule: MarkerRule;
  readonly numeral: number;
  readonly start: number;
  /** Where the words after the marker begin. */
  readonly body: number;
  readonly attachment: Attachment;
  readonly paragraph: number;
}

const NUMERALS = '一二三四五六七八九十';
const DIGITS = '0123456789';
const CIRCLES = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟';
const CHINESE = 1;
const DIGIT = 2;
const BRACKET = 4;
const ORDER = 8;
const CIRCLED = 16;

/**
 * What a unit may be: the last one of a numeral, the first one of a marker. A marker is read
 * only where the next unit admits it too (一 before 是, （ before 一): one test of two table entries dismisses nearly
 * every unit of a text.
 */
const MAY_BE = table([
  [NUMERALS, CHINESE],
  [DIGITS, DIGIT],
  ['（(', BRACKET],
  ['第其首再最', ORDER],
  [CIRCLES, CIRCLED],
]);
const ADMITS = table([
  ['是要、.．', CHINESE],
  ['.．、）)', DIGIT],
  [' ', CHINESE | DIGIT | BRACKET],
  [NUMERALS, BRACKET | ORDER],
  [DIGITS, BRACKET],
  ['先次后', ORDER],
]).map((bits) => bits | CIRCLED);

/** The marks that those kinds are listed as. */
const MARKS_OF: Readonly<Record<number, number>> = {
  [CHINESE]: MARK.chineseDigit,
  [DIGIT]: MARK.digit,
  [BRACKET]: MARK.openBracket,
  [ORDER]: MARK.order,
  [CIRCLED]: MARK.circled,
};
/**
 * By the last eight bits of a unit the marks that it may follow in a marker: small enough to stay in the cache, and asked
 * of every mark. What it lets through by mistake is found out in the tables above.
 */
const FOLLOWS = new Int32Array(256);
for (const [unit, kinds] of ADMITS.entries())
  for (let kind = CHINESE; kind <= CIRCLED; kind <<= 1)
    if ((kinds & kind) !== 0) FOLLOWS[unit & 255] = (FOLLOWS[unit & 255] as number) | (MARKS_OF[kind] ?? 0);

interface ReadRule {
  readonly rule: MarkerRule;
  readonly notAfter: UnitSet;
  readonly notAfterWord: PatternSet;
}

const RULES_OF: Readonly<Record<number, readonly ReadRule[]>> = {
  [CHINESE]: of('spoken', 'chinese-comma'),
  [DIGIT]: of('arabic', 'half-bracket'),
  [BRACKET]: of('bracketed-chinese', 'bracketed-arabic'),
  [ORDER]: of('ordinal', 'order', 'one-of'),
  [CIRCLED]: of('circled'),
};

export interface Scan {
  /** Everything that has the form of a list marker, in order; whether it heads an item is decided later. */
  readonly markers: readonly Marker[];
  /** Runs of three and more neighbouring sentences that begin with the same two units. */
  readonly runs: readonly (readonly Span[])[];
}

/** Positions where sentences end, and where a marker may stand. Scratch space, written anew by every call. */
let stops = new Int32Array(1 << 10);
let places = new Int32Array(1 << 10);

/** Reads list markers and sentences that begin alike at the marks of a text. */
export function readMarks(text: Text, paragraphs: readonly Span[]): Scan {
  const { units, string } = text;
  const marks = marksOf(text);
  const { stopCount, placeCount } = sortMarks(units, string.length, marks);
  const markers: Marker[] = [];
  let paragraph = 0;
  let done = 0;
  for (let p = 0; p < placeCount; p++) {
    const i = places[p] as number;
    // What a marker holds was read with it.
    if (i < done) continue;
    const kind = (MAY_BE[units[i] as number] as number) & (ADMITS[units[i + 1] as number] as number);
    if (kind === 0) continue;
    const start = kind <= DIGIT ? startOfNumeral(kind, units, i) : i;
    if (start < 0) continue;
    while (paragraph + 1 < paragraphs.length && (paragraphs[paragraph + 1] as Span).start <= start)
      paragraph++;
    const marker = read(kind, text, start, paragraphs[paragraph]?.start ?? 0, paragraph);
    if (marker === null) continue;
    markers.push(marker);
    done = marker.body;
  }
  return { markers, runs: findRuns(units, string.length, stops, stopCount) };
}

/** Writes marks to `stops` and `places`, without branches, since none could be foreseen. Neither is needed at the end. */
function sortMarks(
  units: Uint16Array,
  length: number,
  { at, bits, count }: Marks,
): { stopCount: number; placeCount: number } {
  if (stops.length < count) {
    stops = new Int32Array(2 * count);
    places = new Int32Array(2 * count);
  }
  // What belongs to the module is looked up at every use; in variables it costs nothing.
  const stopsAt = stops;
  const placesAt = places;
  const follows = FOLLOWS;
  const end = MARK.stop | MARK.newline;
  const before = count > 0 && at[count - 1] === length - 1 ? count - 1 : count;
  let stopCount = 0;
  let placeCount = 0;
  for (let m = 0; m < before; m++) {
    const i = at[m] as number;
    stopsAt[stopCount] = i;
    placesAt[placeCount] = i;
    const kinds = bits[m] as number;
    // The sign of −x: 1 for all numbers above 0.
    stopCount += -(kinds & end) >>> 31;
    placeCount += -(kinds & (follows[(units[i + 1] as number) & 255] as number)) >>> 31;
  }
  return { stopCount, placeCount };
}

/** Start of the numeral that ends at `end`; -1 where it is longer than a list marker has it (2021.). */
function startOfNumeral(kind: number, units: Uint16Array, end: number): number {
  let start = end;
  while (start > 0 && MAY_BE[units[start - 1] as number] === kind) {
    start--;
    if (end - start >= (kind === CHINESE ? 3 : 2)) return -1;
  }
  return start;
}

function read(
  kind: number,
  text: Text,
  at: number,
  paragraphStart: number,
  paragraph: number,
): Marker | null {
  const { string } = text;
  const attachment = attachmentAt(text.units, at, paragraphStart);
  for (const { rule, notAfter, notAfterWord } of RULES_OF[kind] ?? []) {
    if (attachment < rule.least) continue;
    if (
      attachment !== Attachment.paragraph &&
      at > paragraphStart &&
      notAfter.has(text.units[at - 1] as number)
    )
      continue;
    if (notAfterWord.testIn(string, Math.max(0, at - 3), at)) continue;
    rule.pattern.lastIndex = at;
    const match = rule.pattern.exec(string);
    const numeral = match === null ? null : readListNumeral(match[1] ?? '');
    if (match === null || numeral === null) continue;
    const end = at + match[0].length;
    if (denied(rule, string, end, attachment)) continue;
    let body = end;
    while (string.charCodeAt(body) === 32 || string.charCodeAt(body) === 0x3000) body++;
    return { rule, numeral, start: at, body, attachment, paragraph };
  }
  return null;
}

function denied(rule: MarkerRule, string: string, end: number, attachment: Attachment): boolean {
  if (testAt(rule.notBefore, string, end)) return true;
  return attachment < Attachment.sentence && testAt(rule.notBeforeLoose, string, end);
}

function testAt(pattern: RegExp | undefined, string: string, at: number): boolean {
  if (pattern === undefined) return false;
  pattern.lastIndex = at;
  return pattern.test(string);
}

const OPENING = new UnitSet('“"‘【　 \u00a0\u2002\u2003\u200b');
const ENDS_SENTENCE = new UnitSet('。；：！？:;!?…—”】）》');
const COMMAS = new UnitSet('，,、');
const NEWLINE = 10;
const QUOTE = '“'.charCodeAt(0);

function attachmentAt(units: Uint16Array, at: number, paragraphStart: number): Attachment {
  let i = at - 1;
  while (i >= paragraphStart && OPENING.has(units[i] as number)) i--;
  if (i < paragraphStart || units[i] === NEWLINE) return Attachment.paragraph;
  if (i < at - 1 && units[at - 1] !== QUOTE) return Attachment.sentence;
  const before = units[i] as number;
  if (ENDS_SENTENCE.has(before)) return Attachment.sentence;
  return COMMAS.has(before) ? Attachment.comma : Attachment.loose;
}

function table(entries: readonly (readonly [string, number])[]): Uint8Array {
  const bits = new Uint8Array(65_536);
  for (const [characters, bit] of entries)
    for (const c of characters) bits[c.charCodeAt(0)] = (bits[c.charCodeAt(0)] ?? 0) | bit;
  return bits;
}

function of(...families: string[]): readonly ReadRule[] {
  return MARKER_RULES.filter((rule) => families.includes(rule.family)).map((rule) => ({
    rule,
    notAfter: new UnitSet(rule.notAfter),
    notAfterWord: new PatternSet(rule.notAfterWord === undefined ? [] : [rule.notAfterWord]),
  }));
}
