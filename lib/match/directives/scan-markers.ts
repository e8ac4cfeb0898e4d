import type { Span, Text } from '@/lib/types';
import { BRACKET, CHINESE, CIRCLED, DIGIT, LIST_SIGNS, MAY_BE, ORDER, STOP } from '../signs';
import type { Survey } from '../survey';
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

/** Reads list markers and sentences that begin alike at the signs of a survey. */
export function readSigns(text: Text, paragraphs: readonly Span[], survey: Survey): Scan {
  const { units } = text;
  const length = text.string.length;
  const { signs, kinds, signCount } = survey;
  const markers: Marker[] = [];
  const runs = new Runs(units, length);
  let paragraph = 0;
  let done = 0;
  for (let s = 0; s < signCount; s++) {
    const kind = (kinds[s] as number) & LIST_SIGNS;
    const i = signs[s] as number;
    // What a marker holds was read with it, and no marker ends a text.
    if (kind === 0 || i < done || i + 1 === length) continue;
    if (kind === STOP) {
      runs.stop(i);
      continue;
    }
    const start = kind <= DIGIT ? startOfNumeral(kind, units, i) : i;
    if (start < 0) continue;
    while (paragraph + 1 < paragraphs.length && (paragraphs[paragraph + 1]?.start ?? length) <= start)
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
  while (start > 0 && ((MAY_BE[units[start - 1] as number] as number) & kind) !== 0) {
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

function of(...families: string[]): readonly MarkerRule[] {
  return MARKER_RULES.filter((rule) => families.includes(rule.family));
}
