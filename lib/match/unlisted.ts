import type { Text } from '@/lib/types';
import { type Candidate, foundByRule } from './candidate';
import { canonicalForm } from './characters';
import { readUnquotedFormula } from './formulas';
import { addNamedTwice, type Doubtful, noteDoubtful, noteGreat } from './named-twice';
import { anyTwice, COUNTS_GREAT, DOUBTFUL, findPlaces, newPlaces, PLACE } from './places';
import { mayBeSlogan } from './quotation-sieve';
import { classifyQuoted } from './quoted';
import { readSaying } from './sayings';
import type { SettledQuotes } from './settled-quotes';
import { readUnquotedNumeral } from './unquoted-numerals';

/** The number of a footnote, which reports put before the closing mark: “三道防线［21］”. */
const FOOTNOTE = /[［[]\d{1,3}[\]］]$/;

/** Scratch space, written anew by every call. */
const places = newPlaces();
/** Up to where each kind of place was read: what stands within a slogan of a kind is no other one. */
const readTo = new Int32Array(Object.keys(PLACE).length);

/**
 * Adds to `candidates` the slogans that rules recognise without the lexicon, at the marks of a text. Linear.
 * `settled` are the quotations that the lexicon has an entry for.
 */
export function findUnlisted(text: Text, settled: SettledQuotes, candidates: Candidate[]): void {
  const { string } = text;
  findPlaces(text, places);
  const { data } = places;
  const end = 3 * places.count;
  let doubtful = 0;
  readTo.fill(0);
  for (let p = 0; p < end; p += 3) {
    const where = data[p] as number;
    const what = data[p + 1] as number;
    const said = data[p + 2] as number;
    const kind = what & 15;
    const size = (what >> 4) & 255;
    if (kind === PLACE.quotation && settled.has(where + 1, endOfWording(string, where, size))) continue;
    const mark = kind <= PLACE.betweenCommas ? where + size : where;
    if (mark < (readTo[kind] as number)) continue;
    const found = readPlace(string, where, what, said);
    if (found !== null) {
      readTo[kind] = found.end;
      candidates.push(found);
    } else if (kind === PLACE.quotation || (kind === PLACE.number && (said & COUNTS_GREAT) !== 0)) {
      data[p + 1] = what | DOUBTFUL;
      doubtful++;
    }
  }
  if (doubtful > 1 && anyTwice(text, places))
    addNamedTwice(string, listDoubtful(string, data, end), candidates);
}

/** What a rule finds at a place, or null. */
function readPlace(text: string, where: number, what: number, said: number): Candidate | null {
  const kind = what & 15;
  const size = (what >> 4) & 255;
  if (kind === PLACE.quotation) return mayBeSlogan(size, said) ? readQuoted(text, where, size, said) : null;
  if (kind === PLACE.number) {
    const span = readUnquotedNumeral(text, where, said);
    return span && foundByRule(span, canonicalForm(text.slice(span.start, span.end)), 'numeral');
  }
  if (kind === PLACE.sum) {
    const span = readUnquotedFormula(text, where);
    return span && foundByRule(span, text.slice(span.start, span.end), 'formula');
  }
  return readSaying(text, where, size, what >> 12, said);
}

/** Where the wording ends of a quotation of a size whose first mark stands at `open`: a footnote is no part of it. */
function endOfWording(text: string, open: number, size: number): number {
  const close = open + 1 + size;
  const last = text.charCodeAt(close - 1);
  if (last !== 0x5d && last !== 0xff3d) return close;
  return close - (FOOTNOTE.exec(text.slice(open + 1, close))?.[0].length ?? 0);
}

function readQuoted(text: string, open: number, size: number, may: number): Candidate | null {
  const end = endOfWording(text, open, size);
  const content = text.slice(open + 1, end);
  const kind = classifyQuoted(text, open, open + 1 + size, content, may);
  if (kind === null) return null;
  const written = canonicalForm(content);
  const slogan = kind === 'numeral' ? inChineseDigits(written) : written;
  return foundByRule({ start: open + 1, end }, slogan, kind);
}

function listDoubtful(text: string, data: Int32Array, end: number): Doubtful {
  const doubtful: Doubtful = [];
  for (let p = 0; p < end; p += 3) {
    const where = data[p] as number;
    const what = data[p + 1] as number;
    if ((what & DOUBTFUL) === 0) continue;
    const size = (what >> 4) & 255;
    if ((what & 15) === PLACE.number) noteGreat(text, where, doubtful);
    else
      noteDoubtful(where, where + 1 + size, text.slice(where + 1, endOfWording(text, where, size)), doubtful);
  }
  return doubtful;
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 4个坚持 and 四个坚持 are one slogan: a number up to ten before a classifier is written in Chinese. */
function inChineseDigits(slogan: string): string {
  return slogan.replace(/^(?:[1-9]|10)(?=[个大项条种])/, (digits) =>
    digits === '2' ? '两' : (DIGITS[Number(digits)] ?? digits),
  );
}
