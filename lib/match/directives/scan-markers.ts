import { MARK, marksOf } from '@/lib/marks';
import type { Span, Text } from '@/lib/types';
import { readListNumeral } from './list-numeral';
import { Attachment, MARKER_RULES, type MarkerRule } from './marker-rules';
import { Runs } from './runs';

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

const RULES_OF: Readonly<Record<number, readonly MarkerRule[]>> = {
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

/** Reads list markers and sentences that begin alike at the marks of a text. */
export function readMarks(text: Text, paragraphs: readonly Span[]): Scan {
  const { units } = text;
  const last = text.string.length - 1;
  const { at, bits, count } = marksOf(text);
  const stops = MARK.stop | MARK.newline;
  const markers: Marker[] = [];
  const runs = new Runs(units, last + 1);
  let paragraph = 0;
  let done = 0;
  for (let m = 0; m < count; m++) {
    const i = at[m] as number;
    // What a marker holds was read with it, and no marker ends a text.
    if (i < done || i >= last) continue;
    if (((bits[m] as number) & stops) !== 0) {
      runs.stop(i);
      continue;
    }
    const kind = (MAY_BE[units[i] as number] as number) & (ADMITS[units[i + 1] as number] as number);
    if (kind === 0) continue;
    const start = kind <= DIGIT ? startOfNumeral(kind, units, i) : i;
    if (start < 0) continue;
    while (paragraph + 1 < paragraphs.length && (paragraphs[paragraph + 1]?.start ?? last) <= start)
      paragraph++;
    const marker = read(kind, text, start, paragraphs[paragraph]?.start ?? 0, paragraph);
    if (marker === null) continue;
    markers.push(marker);
    done = marker.body;
  }
  return { markers, runs: runs.finish() };
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
  const attachment = attachmentAt(string, at, paragraphStart);
  const before = at > paragraphStart ? string.charAt(at - 1) : '';
  for (const rule of RULES_OF[kind] ?? []) {
    if (attachment < rule.least) continue;
    if (attachment !== Attachment.paragraph && before !== '' && rule.notAfter.includes(before)) continue;
    if (rule.notAfterWord?.test(string.slice(Math.max(0, at - 3), at)) === true) continue;
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

function attachmentAt(string: string, at: number, paragraphStart: number): Attachment {
  let i = at - 1;
  while (i >= paragraphStart && '“"‘【　 \u00a0\u2002\u2003\u200b'.includes(string.charAt(i))) i--;
  if (i < paragraphStart || string.charAt(i) === '\n') return Attachment.paragraph;
  if (i < at - 1 && string.charAt(at - 1) !== '“') return Attachment.sentence;
  const before = string.charAt(i);
  if ('。；：！？:;!?…—”】）》'.includes(before)) return Attachment.sentence;
  return '，,、'.includes(before) ? Attachment.comma : Attachment.loose;
}

function table(entries: readonly (readonly [string, number])[]): Uint8Array {
  const bits = new Uint8Array(65_536);
  for (const [characters, bit] of entries)
    for (const c of characters) bits[c.charCodeAt(0)] = (bits[c.charCodeAt(0)] ?? 0) | bit;
  return bits;
}

function of(...families: string[]): readonly MarkerRule[] {
  return MARKER_RULES.filter((rule) => families.includes(rule.family));
}
