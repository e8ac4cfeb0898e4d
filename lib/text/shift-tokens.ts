/** What a damaged page shows, cut into the pieces that the bytes behind it fall into. */
import type { GbkTables } from './gbk';
import { foldReading, isReading } from './syllables';

export type Token =
  /** A character of two bytes. */
  | { readonly kind: 'pair'; readonly length: number; readonly unit: number; readonly bytes: number }
  | { readonly kind: 'ascii'; readonly length: number; readonly unit: number }
  /** `?qū)`: a reading inserted between the bytes of a character. */
  | { readonly kind: 'torn'; readonly length: number; readonly reading: string }
  /** `?;`: punctuation cut out of two characters; `second` is its second byte, `mark` the unit shown. */
  | { readonly kind: 'cut'; readonly length: number; readonly second: number; readonly mark: number }
  /** `(qū)` after a whole character. */
  | { readonly kind: 'reading'; readonly length: number; readonly reading: string }
  /** A lone `?`: two bytes that were no character. */
  | { readonly kind: 'lost'; readonly length: number }
  /** A character outside of the code page. */
  | { readonly kind: 'foreign'; readonly length: number; readonly unit: number }
  | { readonly kind: 'end'; readonly length: number };

const LETTER = 'a-zɡɑāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜḿńňǹêếề\\u0300\\u0301\\u0304\\u0308\\u030c';
const TORN = new RegExp(`\\?([${LETTER}]{1,8})[)）]`, 'y');
const READING = new RegExp(`[(（]([${LETTER}]{1,8})[)）]`, 'y');
/** Where a shift of bytes may begin. */
const EVENT = new RegExp(`\\?(?:[${LETTER}]{1,8}[)）]|[;；?])`, 'g');

const CUTS: Readonly<Record<string, number>> = { ';': 0xbb, '；': 0xbb, '?': 0xbf, '？': 0xbf };

/** Positions at which a shift of bytes may begin. */
export function findEvents(text: string): number[] {
  return [...text.matchAll(EVENT)].filter((match) => isEvent(match[0])).map((match) => match.index);
}

function isEvent(shown: string): boolean {
  return shown.length === 2 ? shown.charAt(1) in CUTS : isReading(shown.slice(1, -1));
}

/** The token at `index` of the text. */
export function readToken(text: string, index: number, gbk: GbkTables): Token {
  const unit = text.charCodeAt(index);
  if (Number.isNaN(unit) || unit === 0x0a || unit === 0x0d) return { kind: 'end', length: 1 };
  if (unit === 0x3f) return readQuestion(text, index);
  if (unit === 0x28 || unit === 0xff08) {
    const reading = match(READING, text, index);
    if (reading) return { kind: 'reading', length: reading.length, reading: reading.reading };
  }
  if (unit < 0x80) return { kind: 'ascii', length: 1, unit };
  if (unit === 0x20ac) return { kind: 'pair', length: 1, unit, bytes: 0x80 };
  const bytes = gbk.encode[unit] ?? 0;
  return bytes === 0 ? { kind: 'foreign', length: 1, unit } : { kind: 'pair', length: 1, unit, bytes };
}

function readQuestion(text: string, index: number): Token {
  const torn = match(TORN, text, index);
  if (torn) return { kind: 'torn', length: torn.length, reading: torn.reading };
  const second = CUTS[text.charAt(index + 1)];
  if (second !== undefined) return { kind: 'cut', length: 2, second, mark: text.charCodeAt(index + 1) };
  return { kind: 'lost', length: 1 };
}

function match(pattern: RegExp, text: string, index: number): { length: number; reading: string } | null {
  pattern.lastIndex = index;
  const found = pattern.exec(text);
  const reading = found?.[1] ?? '';
  return found && isReading(reading) ? { length: found[0].length, reading: foldReading(reading) } : null;
}
