import { survey } from '@/lib/kernel/lists';
import { addressOf, addressOfList, roomFor } from '@/lib/kernel/room';
import { marksOf } from '@/lib/marks';
import type { Span, Text } from '@/lib/types';
import { UnitSet } from '../characters';
import { PatternSet } from '../pattern-set';
import { readListNumeral } from './list-numeral';
import { Attachment, MARKER_RULES, type MarkerRule } from './marker-rules';
import { BRACKET, CHINESE, CIRCLED, DIGIT, kindAt, mayBe, ORDER, TABLES } from './marker-units';
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
  [CIRCLED]: of('circled', 'parenthesised'),
};

export interface Scan {
  /** Everything that has the form of a list marker, in order; whether it heads an item is decided later. */
  readonly markers: readonly Marker[];
  /** Runs of three and more neighbouring sentences that begin with the same two units, the first perhaps behind a lead. */
  readonly runs: readonly (readonly Span[])[];
}

const NOTHING: Scan = { markers: [], runs: [] };
const [HAS_MARKERS, HAS_RUNS] = [1, 2] as const;

/**
 * Reads list markers and sentences that begin alike at the marks of a text: markers only where two of a kind may stand,
 * sentences only where they may give instructions. Most texts have neither, and are settled by one call of the kernel.
 */
export function readMarks(text: Text, paragraphs: readonly Span[]): Scan {
  const { units, string } = text;
  const n = string.length;
  const marks = marksOf(text);
  const { hits, hitView, size, countsAt, counts } = roomFor(n);
  const address = addressOf(units);
  const [at, bits] = [addressOfList(marks.at, 0), addressOfList(marks.bits, 1)];
  const found = survey(TABLES, address, n, at, bits, marks.count, hits, size, countsAt);
  if (found === 0) return NOTHING;
  const [places = 0, stopCount = 0] = counts;
  return {
    markers: (found & HAS_MARKERS) === 0 ? [] : readMarkers(text, paragraphs, hitView, places),
    runs: (found & HAS_RUNS) === 0 ? [] : findRuns(text, hitView.subarray(size), stopCount),
  };
}

/** The markers at the first `count` of the places, which are in order: the last units of their numerals, the first ones of others. */
export function readMarkers(
  text: Text,
  paragraphs: readonly Span[],
  places: Int32Array,
  count: number,
): Marker[] {
  const { units } = text;
  const markers: Marker[] = [];
  let paragraph = 0;
  let done = 0;
  for (let p = 0; p < count; p++) {
    const i = places[p] as number;
    // What a marker holds was read with it.
    if (i < done) continue;
    const kind = kindAt(units, i);
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
  return markers;
}

/** Start of the numeral that ends at `end`; -1 where it is longer than a list marker has it (2021.). */
function startOfNumeral(kind: number, units: Uint16Array, end: number): number {
  let start = end;
  while (start > 0 && mayBe(units[start - 1] as number) === kind) {
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

function of(...families: string[]): readonly ReadRule[] {
  return MARKER_RULES.filter((rule) => families.includes(rule.family)).map((rule) => ({
    rule,
    notAfter: new UnitSet(rule.notAfter),
    notAfterWord: new PatternSet(rule.notAfterWord === undefined ? [] : [rule.notAfterWord]),
  }));
}
