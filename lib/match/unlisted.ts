import type { Text } from '@/lib/types';
import { type Candidate, foundByRule } from './candidate';
import { canonicalForm } from './characters';
import { readUnquotedFormula } from './formulas';
import { quotationKey } from './hits';
import { addNamedTwice, type Doubtful, noteDoubtful, noteGreat } from './named-twice';
import { anyTwice, COUNTS_GREAT, DOUBTFUL, findPlaces, footnoteOf, newPlaces, PLACE, sizeOf } from './places';
import { mayBeSlogan } from './quotation-sieve';
import { classifyQuoted } from './quoted';
import { readSaying } from './sayings';
import { readUnquotedNumeral } from './unquoted-numerals';

/** Scratch space, written anew by every call. */
const places = newPlaces();
/** Up to where each kind of place was read: what stands within a slogan of a kind is no other one. */
const readTo = new Int32Array(Object.keys(PLACE).length);

/**
 * Adds to `candidates` the slogans that rules recognise without the lexicon, at the marks of a text. Linear.
 * `settled` are the quotations that the lexicon has an entry for and the kernel knows nothing of.
 */
export function findUnlisted(text: Text, settled: ReadonlySet<number> | null, candidates: Candidate[]): void {
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
    const size = sizeOf(what);
    if (kind === PLACE.quotation && settled?.has(quotationKey(where + 1, where + 1 + size))) continue;
    const mark = kind <= PLACE.betweenCommas ? where + size : where;
    if (mark < (readTo[kind] as number)) continue;
    const found = readPlace(string, where, what, said);
    if (found !== null) {
      readTo[kind] = found.end;
      candidates.push(found);
    } else if (kind === PLACE.betweenCommas) {
      // Clauses that are none together are none without their first either.
      readTo[kind] = where + (what >> 12) * (size + 1) - 1;
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
  const size = sizeOf(what);
  if (kind === PLACE.quotation) return mayBeSlogan(size, said) ? readQuoted(text, where, what, said) : null;
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

function readQuoted(text: string, open: number, what: number, may: number): Candidate | null {
  const end = open + 1 + sizeOf(what);
  const content = text.slice(open + 1, end);
  const kind = classifyQuoted(text, open, end + footnoteOf(what), content, may);
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
    if ((what & 15) === PLACE.number) noteGreat(text, where, doubtful);
    else {
      const end = where + 1 + sizeOf(what);
      noteDoubtful(where, end + footnoteOf(what), text.slice(where + 1, end), doubtful);
    }
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
