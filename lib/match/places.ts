import { keep } from '@/lib/kernel/memory';
import { addressOf, addressOfList, roomFor } from '@/lib/kernel/room';
import { survey, twice } from '@/lib/kernel/unlisted';
import { MARK, marksOf } from '@/lib/marks';
import type { Text } from '@/lib/types';
import { UnitSet } from './characters';
import { CLAUSE_TABLES } from './clause-sieve';
import { GREAT } from './named-twice';
import { PatternSet } from './pattern-set';
import { QUOTATION_TABLES } from './quotation-sieve';
import { BEFORE_NUMBER, UNQUOTED_RULES } from './unquoted-numerals';

/** Kinds of places where a rule without the lexicon may find a slogan. */
export const PLACE = {
  /** Clauses that 、 parts; */
  separated: 0,
  /** that commas part; */
  betweenCommas: 1,
  /** a number without quotation marks; */
  number: 2,
  quotation: 3,
  /** a + behind a digit. */
  sum: 4,
} as const;

/** Says of a number that it may count great plans; the bits below are those of UNQUOTED_RULES. */
export const COUNTS_GREAT = 1 << UNQUOTED_RULES.length;

const NUMBERS = new PatternSet([...UNQUOTED_RULES.map((rule) => rule.pattern), GREAT]);

/** The fields of `source/unlisted.as`, in their order. */
const TABLES = keep(
  Int32Array.of(
    MARK.comma,
    MARK.separator,
    MARK.chineseDigit,
    MARK.openQuote,
    MARK.closeQuote,
    MARK.plus,
    NUMBERS.keep(),
    new UnitSet(BEFORE_NUMBER).keep(),
    CLAUSE_TABLES,
    QUOTATION_TABLES,
  ),
);

/** Places in one text, in the memory of the kernel, which the next text overwrites. */
export interface Places {
  /**
   * Three numbers a place: its first unit, or the mark that it is found at; kind, four bits higher a length, twelve
   * higher a number of clauses or the length of a footnote; what sieves say of it, as bits.
   */
  data: Int32Array;
  count: number;
}

/** The length that the second number of a place tells. */
export function sizeOf(what: number): number {
  return (what >> 4) & 255;
}

/** How many units the number of a footnote takes behind the wording of a quotation, whose size it is no part of. */
export function footnoteOf(what: number): number {
  return (what >> 12) & 255;
}

/** New, empty places; hand the same object to every search. */
export function newPlaces(): Places {
  return { data: new Int32Array(0), count: 0 };
}

/**
 * Finds the places of a text where rules without the lexicon have to be asked; nowhere else one of them holds. The hits
 * of the lexicon, which may settle quotations, are those that `settleHits` left behind.
 */
export function findPlaces(text: Text, places: Places): void {
  const { length } = text.string;
  const marks = marksOf(text);
  const units = addressOf(text.units);
  const { candidates, located, places: room, placeView, hits, quoted } = roomFor(length);
  const [at, bits] = [addressOfList(marks.at, 0), addressOfList(marks.bits, 1)];
  places.data = placeView;
  places.count = survey(
    TABLES,
    units,
    length,
    at,
    bits,
    marks.count,
    candidates,
    located,
    room,
    hits,
    quoted,
  );
}

/** Put to the kind of a place that no rule knows, but that may be a fixed wording all the same. */
export const DOUBTFUL = 1 << 30;

/** Whether any two doubtful places may say the same. `places` are those that were found last. */
export function anyTwice({ string, units }: Text, { count }: Places): boolean {
  return twice(TABLES, addressOf(units), roomFor(string.length).places, count, DOUBTFUL) !== 0;
}
