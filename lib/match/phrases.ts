/**
 * The phrases of the lexicon, found by what is rarest in them: every phrase is known by three neighbouring units of
 * its own (by its two, where it has no more), chosen so that they stand in few phrases. One look-up dismisses 94 of
 * 100 positions of a text, a second one four more; at the others the phrases known by those units are compared.
 */
import type { Text } from '@/lib/types';
import { PAIRS, pairHash } from './characters';

export interface PhraseIndex {
  /** Characters that mean the same (all separators) have the same number here; 0 is a character of no group. */
  readonly groups: Uint8Array;
  /**
   * By hash of two units 32 bits, one for every value of the last five bits of a third: set where a phrase is known
   * by such three, all of them where one is known by the two.
   */
  readonly openings: Int32Array;
  /** One bit by another hash of the same two or three units: asked only where `openings` says yes. */
  readonly sieve: Int32Array;
  /** Open addressing: a pair of units (0: free slot), then where the phrases known by it begin in `records`. */
  readonly slots: Int32Array;
  /**
   * The phrases known by one pair one after another, then 0; of each its length and, eight bits higher, where in it
   * the pair stands; its number; its units. What is read together lies together in the cache.
   */
  readonly records: Uint16Array;
}

const SIEVE_BITS = 1 << 16;
/** An anchor with a separator in it has to be known by every spelling: taken where there is no other. */
const SEPARATOR_COST = 1e9;
const MOST_PHRASES = 1 << 16;

function sieveHash(a: number, b: number, c: number): number {
  return (Math.imul(a, 0x3c6f) ^ Math.imul(b, 0x5bd1) ^ Math.imul(c, 0x1b87)) & (SIEVE_BITS - 1);
}

/**
 * Builds the index. `phrases` are from two to 255 units long; `alike` lists groups of characters that count as
 * equal. Throws on a phrase that is too short or too long, and on more phrases than have a number.
 */
export function indexPhrases(phrases: readonly string[], alike: readonly string[] = []): PhraseIndex {
  const wrong = phrases.find((phrase) => phrase.length < 2 || phrase.length > 255);
  if (wrong !== undefined) throw new Error(`phrase shorter than 2 or longer than 255 units: “${wrong}”`);
  if (phrases.length > MOST_PHRASES) throw new Error(`more than ${MOST_PHRASES} phrases`);
  const groups = new Uint8Array(0x10000);
  for (const [i, group] of alike.entries()) for (const c of group) groups[c.charCodeAt(0)] = i + 1;
  return { groups, ...tabulate(phrases, chooseAnchors(phrases, groups), alike) };
}

/** For every phrase the offset of the three units whose pairs stand in the fewest phrases: rare there is rare in texts. */
function chooseAnchors(phrases: readonly string[], groups: Uint8Array): Uint8Array {
  const counts = new Map<string, number>();
  for (const phrase of phrases)
    for (let i = 0; i + 1 < phrase.length; i++) {
      const pair = phrase.slice(i, i + 2);
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  const costAt = (phrase: string, at: number): number => {
    let cost = 0;
    for (let i = at; i < at + 3; i++) if (groups[phrase.charCodeAt(i)] !== 0) cost += SEPARATOR_COST;
    const count = (from: number) => counts.get(phrase.slice(from, from + 2)) ?? 0;
    return cost + count(at) * count(at + 1);
  };
  return Uint8Array.from(phrases, (phrase) => {
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let at = 0; at + 3 <= phrase.length; at++) {
      const cost = costAt(phrase, at);
      if (cost >= least) continue;
      least = cost;
      best = at;
    }
    return best;
  });
}

function tabulate(
  phrases: readonly string[],
  anchors: Uint8Array,
  alike: readonly string[],
): Omit<PhraseIndex, 'groups'> {
  const same = new Map<string, string>();
  for (const group of alike) for (const c of group) same.set(c, group);
  const spellings = (c: string): number[] => Array.from(same.get(c) ?? c, (s) => s.charCodeAt(0));
  const openings = new Int32Array(PAIRS);
  const sieve = new Int32Array(SIEVE_BITS / 32);
  const byPair = new Map<number, number[]>();
  const admit = (bit: number) => {
    sieve[bit >> 5] = (sieve[bit >> 5] as number) | (1 << bit);
  };
  for (const [number, phrase] of phrases.entries()) {
    const at = anchors[number] as number;
    const [first = [], second = [], third = []] = phrase
      .slice(at, at + 3)
      .split('')
      .map(spellings);
    for (const a of first)
      for (const b of second) {
        const word = pairHash(a, b);
        for (const c of third) {
          openings[word] = (openings[word] as number) | (1 << c);
          admit(sieveHash(a, b, c));
        }
        if (third.length === 0) {
          openings[word] = -1;
          admit(sieveHash(a, b, 0));
        }
        const key = (a << 16) | b;
        const list = byPair.get(key);
        if (list === undefined) byPair.set(key, [number]);
        else list.push(number);
      }
  }
  return { openings, sieve, ...layOut(byPair, phrases, anchors) };
}

function layOut(
  byPair: ReadonlyMap<number, readonly number[]>,
  phrases: readonly string[],
  anchors: Uint8Array,
): Pick<PhraseIndex, 'slots' | 'records'> {
  const count = 1 << Math.ceil(Math.log2(byPair.size * 2 + 8));
  const slots = new Int32Array(2 * count);
  const records: number[] = [];
  for (const [key, numbers] of byPair) {
    let slot = slotOf(key, slots);
    while (slots[slot] !== 0) slot = (slot + 2) & (slots.length - 1);
    slots[slot] = key;
    slots[slot + 1] = records.length;
    for (const number of numbers) {
      const phrase = phrases[number] as string;
      records.push(phrase.length | ((anchors[number] as number) << 8), number);
      for (let i = 0; i < phrase.length; i++) records.push(phrase.charCodeAt(i));
    }
    records.push(0);
  }
  return { slots, records: Uint16Array.from(records) };
}

function slotOf(key: number, slots: Int32Array): number {
  return ((Math.imul(key >>> 16, 0x9e37) ^ Math.imul(key, 0x85eb)) << 1) & (slots.length - 1);
}

/** Hits in one text: start, end and number of phrases, flat. Grows, and is used again for the next text. */
export interface Hits {
  data: Int32Array;
  count: number;
}

/** New, empty hits; hand the same object to every search. */
export function newHits(): Hits {
  return { data: new Int32Array(3 << 10), count: 0 };
}

/** Positions where a phrase may be known by the units, and its records. Scratch space, written anew by every call. */
let places = new Int32Array(1 << 12);
let recordsAt = new Int32Array(1 << 12);

/** Finds all phrases, overlapping ones too, in the order of the places that they are known by. */
export function findPhrases(index: PhraseIndex, { string, units }: Text, hits: Hits): void {
  const { length } = string;
  if (places.length < length) {
    places = new Int32Array(2 * length);
    recordsAt = new Int32Array(2 * length);
  }
  const sifted = sift(index.sieve, units, length, places, listPlaces(index.openings, units, length, places));
  const count = locate(index.slots, units, places, sifted);
  hits.count = 0;
  for (let p = 0; p < count; p++)
    addPhrases(index, units, length, places[p] as number, recordsAt[p] as number, hits);
}

/**
 * Writes the positions at which `openings` has no objection to `at`, and how many there are. Without branches, since
 * none could be foreseen.
 */
function listPlaces(openings: Int32Array, units: Uint16Array, length: number, at: Int32Array): number {
  if (length < 2) return 0;
  const mask = PAIRS - 1;
  let count = 0;
  let i = 0;
  let a = units[0] as number;
  let b = units[1] as number;
  // Four at a time: what a loop costs of its own is as much as one look. A shift takes the last five bits of its count.
  for (const stop = length - 5; i < stop; i += 4) {
    const c = units[i + 2] as number;
    const d = units[i + 3] as number;
    const e = units[i + 4] as number;
    const f = units[i + 5] as number;
    at[count] = i;
    count += ((openings[((a << 5) ^ b) & mask] as number) >>> c) & 1;
    at[count] = i + 1;
    count += ((openings[((b << 5) ^ c) & mask] as number) >>> d) & 1;
    at[count] = i + 2;
    count += ((openings[((c << 5) ^ d) & mask] as number) >>> e) & 1;
    at[count] = i + 3;
    count += ((openings[((d << 5) ^ e) & mask] as number) >>> f) & 1;
    a = e;
    b = f;
  }
  for (; i + 1 < length; i++) {
    // Behind the text stands nothing that a phrase could need: those known by two units are known before any third.
    const c = i + 2 < length ? (units[i + 2] as number) : 0;
    at[count] = i;
    count += ((openings[pairHash(a, b)] as number) >>> c) & 1;
    a = b;
    b = c;
  }
  return count;
}

/** Keeps those of the first `count` positions that the sieve lets through, and says how many they are. */
function sift(sieve: Int32Array, units: Uint16Array, length: number, at: Int32Array, count: number): number {
  let kept = 0;
  for (let p = 0; p < count; p++) {
    const i = at[p] as number;
    const a = units[i] as number;
    const b = units[i + 1] as number;
    const c = i + 2 < length ? (units[i + 2] as number) : 0;
    const pair = sieveHash(a, b, 0);
    const triple = sieveHash(a, b, c);
    at[kept] = i;
    kept += (((sieve[pair >> 5] as number) >>> pair) | ((sieve[triple >> 5] as number) >>> triple)) & 1;
  }
  return kept;
}

/**
 * Keeps those of the first `count` positions whose pair of units knows a phrase, and says how many they are. The slots
 * are too many for the first cache: asked one after another, with nothing between, they are waited for together.
 */
function locate(slots: Int32Array, units: Uint16Array, at: Int32Array, count: number): number {
  let kept = 0;
  for (let p = 0; p < count; p++) {
    const i = at[p] as number;
    const key = ((units[i] as number) << 16) | (units[i + 1] as number);
    let slot = slotOf(key, slots);
    let found = slots[slot] as number;
    while (found !== key && found !== 0) {
      slot = (slot + 2) & (slots.length - 1);
      found = slots[slot] as number;
    }
    at[kept] = i;
    recordsAt[kept] = slots[slot + 1] as number;
    kept += Number(found === key);
  }
  return kept;
}

/** Adds the phrases whose records begin at `record`, known by the pair at `at`, that stand there. */
function addPhrases(
  { records, groups }: PhraseIndex,
  units: Uint16Array,
  length: number,
  at: number,
  first: number,
  hits: Hits,
): void {
  let record = first;
  for (let head = records[record] as number; head !== 0; head = records[record] as number) {
    const size = head & 0xff;
    const start = at - (head >>> 8);
    const end = start + size;
    if (start >= 0 && end <= length && standsAt(records, record + 2, size, units, start, groups))
      addHit(hits, start, end, records[record + 1] as number);
    record += size + 2;
  }
}

function standsAt(
  records: Uint16Array,
  from: number,
  size: number,
  units: Uint16Array,
  start: number,
  groups: Uint8Array,
): boolean {
  for (let i = 0; i < size; i++) {
    const letter = records[from + i] as number;
    const unit = units[start + i] as number;
    if (letter !== unit && (groups[letter] === 0 || groups[letter] !== groups[unit])) return false;
  }
  return true;
}

function addHit(hits: Hits, start: number, end: number, phrase: number): void {
  const at = 3 * hits.count++;
  if (at + 3 > hits.data.length) {
    const grown = new Int32Array(hits.data.length * 2);
    grown.set(hits.data);
    hits.data = grown;
  }
  hits.data[at] = start;
  hits.data[at + 1] = end;
  hits.data[at + 2] = phrase;
}
