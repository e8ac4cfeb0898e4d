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

const CHINESE = 1;
const DIGIT = 2;
const BRACKET = 3;
const ORDER = 4;
const CIRCLED = 5;
const STOP = 6;

/** What a unit may be the first of, or that it ends a sentence: nearly every unit of a text is 0, and the scan does nothing for it. */
const KIND = new Uint8Array(65_536);
for (const c of '一二三四五六七八九十') KIND[c.charCodeAt(0)] = CHINESE;
for (const c of '0123456789') KIND[c.charCodeAt(0)] = DIGIT;
for (const c of '（(') KIND[c.charCodeAt(0)] = BRACKET;
for (const c of '第其首再最') KIND[c.charCodeAt(0)] = ORDER;
for (const c of '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟') KIND[c.charCodeAt(0)] = CIRCLED;
for (const c of '。；！？\n') KIND[c.charCodeAt(0)] = STOP;

/** Units of which one has to follow the numeral (or the first word), so that the rules are asked at all. */
const FOLLOWS_CHINESE = table('是要、.． ');
const FOLLOWS_DIGIT = table('.．、）) ');
const FOLLOWS_ORDER = table('一二三四五六七八九十先次后');

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

/** Reads a text once, unit by unit, for list markers and for sentences that begin alike. */
export function scanText(text: Text, paragraphs: readonly Span[]): Scan {
  const { units } = text;
  const length = text.string.length;
  const markers: Marker[] = [];
  const runs = new Runs(units, length);
  let paragraph = 0;
  for (let i = 0; i < length; i++) {
    const kind = KIND[units[i] as number] as number;
    if (kind === 0) continue;
    if (kind === STOP) {
      runs.stop(i);
      continue;
    }
    if (!mayBegin(kind, units, i, length)) continue;
    while (paragraph + 1 < paragraphs.length && (paragraphs[paragraph + 1]?.start ?? length) <= i)
      paragraph++;
    const marker = read(kind, text, i, paragraphs[paragraph]?.start ?? 0, paragraph);
    if (marker === null) continue;
    markers.push(marker);
    i = marker.body - 1;
  }
  return { markers, runs: runs.finish() };
}

function mayBegin(kind: number, units: Uint16Array, i: number, length: number): boolean {
  const next = units[i + 1] as number;
  if (kind === CIRCLED) return true;
  if (kind === ORDER) return FOLLOWS_ORDER[next] === 1;
  if (kind === BRACKET) return next === 32 || KIND[next] === CHINESE || KIND[next] === DIGIT;
  if (i > 0 && KIND[units[i - 1] as number] === kind) return false;
  const follows = kind === CHINESE ? FOLLOWS_CHINESE : FOLLOWS_DIGIT;
  let j = i + 1;
  const stop = Math.min(length, i + 3);
  while (j < stop && KIND[units[j] as number] === kind) j++;
  return j < length && follows[units[j] as number] === 1;
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
  return attachment !== Attachment.paragraph && testAt(rule.notBeforeInside, string, end);
}

function testAt(pattern: RegExp | undefined, string: string, at: number): boolean {
  if (pattern === undefined) return false;
  pattern.lastIndex = at;
  return pattern.test(string);
}

function attachmentAt(string: string, at: number, paragraphStart: number): Attachment {
  let i = at - 1;
  while (i >= paragraphStart && '“"‘【　 '.includes(string.charAt(i))) i--;
  if (i < paragraphStart || string.charAt(i) === '\n') return Attachment.paragraph;
  if (i < at - 1 && string.charAt(at - 1) !== '“') return Attachment.sentence;
  const before = string.charAt(i);
  if ('。；：！？:;!?…—”】）》'.includes(before)) return Attachment.sentence;
  return '，,、'.includes(before) ? Attachment.comma : Attachment.loose;
}

function table(chars: string): Uint8Array {
  const set = new Uint8Array(65_536);
  for (const c of chars) set[c.charCodeAt(0)] = 1;
  return set;
}

function of(...families: string[]): readonly MarkerRule[] {
  return MARKER_RULES.filter((rule) => families.includes(rule.family));
}
