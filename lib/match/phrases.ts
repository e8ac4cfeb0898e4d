/**
 * The phrases of the lexicon, found by what is rarest in them: every phrase is known by three neighbouring units of
 * its own (by its two, where it has no more), chosen so that they stand in few phrases. One look-up dismisses nearly all positions
 * of a text, a second one most of the others; at what is left the phrases known by those units are compared.
 */
import { keep } from '@/lib/kernel/memory';
import { phrases as search } from '@/lib/kernel/phrases';
import { addressOf, roomFor } from '@/lib/kernel/room';
import type { Text } from '@/lib/types';
import { LONGEST_PHRASE, MOST_PHRASES } from './phrase-limits';

export interface PhraseIndex {
  /** Where the kernel finds it (see `Layout`). */
  readonly address: number;
}

/** What the kernel looks phrases up in. */
interface Layout {
  /**
   * By hash of two units one bit for every value of the last three bits of a third: set where a phrase is known by such
   * three, all of them where one is known by the two.
   */
  readonly openings: Uint8Array;
  /** Two bits by another hash of the same two or three units: asked only where `openings` says yes. */
  readonly sieve: Uint8Array;
  /**
   * Open addressing: a pair of units (0: free slot), then where the phrases known by it begin in `records`, and above
   * that a bit for each of eight kinds of third units (`thirdBit`) that one of those is known by.
   */
  readonly slots: Int32Array;
  /**
   * The phrases known by one pair one after another, then 0; of each its length and, eight bits higher, where in it
   * the pair stands; its number; its units. What is read together lies together in the cache.
   */
  readonly records: Uint16Array;
  /** Characters that mean the same (all separators) have the same number here; 0 is a character of no group. */
  readonly groups: Uint8Array;
}

/** How many bits of a hash `openings` is asked by: more make false alarms rare, fewer leave room in the cache. */
const OPENING_BITS = 15;
const SIEVE_BITS = 1 << 17;
const MULTIPLIER = 0x9e3779b1 | 0;
/** An anchor with a separator in it has to be known by every spelling: taken where there is no other. */
const SEPARATOR_COST = 1e9;

function pairHash(a: number, b: number): number {
  return Math.imul((a << 16) | b, MULTIPLIER);
}

/** Its lowest 16 bits are one bit of the sieve, those from the fourteenth on another. */
function sieveHash(a: number, b: number, c: number): number {
  return Math.imul(a, 0x3c6f) ^ Math.imul(b, 0x5bd1) ^ Math.imul(c, 0x1b87);
}

const ANY_THIRD = 0xff;
const THIRDS_AT = 24;

/** The kind of a third unit among eight, as a bit; `openings` tells others apart. */
function thirdBit(third: number): number {
  return 1 << ((third >> 3) & 7);
}

/**
 * Builds the index. `phrases` are from two to 255 units long; `alike` lists groups of characters that count as
 * equal. Throws on a phrase that is too short or too long, and on more phrases than have a number.
 */
export function indexPhrases(phrases: readonly string[], alike: readonly string[] = []): PhraseIndex {
  const wrong = phrases.find((phrase) => phrase.length < 2 || phrase.length > LONGEST_PHRASE);
  if (wrong !== undefined)
    throw new Error(`phrase shorter than 2 or longer than ${LONGEST_PHRASE} units: “${wrong}”`);
  if (phrases.length > MOST_PHRASES) throw new Error(`more than ${MOST_PHRASES} phrases`);
  const groups = new Uint8Array(0x10000);
  for (const [i, group] of alike.entries()) for (const c of group) groups[c.charCodeAt(0)] = i + 1;
  return hand({ groups, ...tabulate(phrases, chooseAnchors(phrases, groups), alike) });
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
): Omit<Layout, 'groups'> {
  const same = new Map<string, string>();
  for (const group of alike) for (const c of group) same.set(c, group);
  const spellings = (c: string): number[] => Array.from(same.get(c) ?? c, (s) => s.charCodeAt(0));
  const openings = new Uint8Array(1 << OPENING_BITS);
  const sieve = new Uint8Array(SIEVE_BITS / 8);
  const byPair = new Map<number, { numbers: number[]; thirds: number }>();
  const admit = (hash: number) => {
    for (const bit of [hash & (SIEVE_BITS - 1), (hash >>> 13) & (SIEVE_BITS - 1)])
      sieve[bit >> 3] = (sieve[bit >> 3] as number) | (1 << (bit & 7));
  };
  for (const [number, phrase] of phrases.entries()) {
    const at = anchors[number] as number;
    const [first = [], second = [], third = []] = phrase
      .slice(at, at + 3)
      .split('')
      .map(spellings);
    for (const a of first)
      for (const b of second) {
        const word = pairHash(a, b) >>> (32 - OPENING_BITS);
        for (const c of third) {
          openings[word] = (openings[word] as number) | (1 << (c & 7));
          admit(sieveHash(a, b, c));
        }
        if (third.length === 0) {
          openings[word] = 0xff;
          admit(sieveHash(a, b, 0));
        }
        const key = (a << 16) | b;
        const known = byPair.get(key) ?? { numbers: [], thirds: 0 };
        known.numbers.push(number);
        known.thirds |= third.reduce((bits, c) => bits | thirdBit(c), third.length === 0 ? ANY_THIRD : 0);
        byPair.set(key, known);
      }
  }
  return { openings, sieve, ...layOut(byPair, phrases, anchors) };
}

function layOut(
  byPair: ReadonlyMap<number, { readonly numbers: readonly number[]; readonly thirds: number }>,
  phrases: readonly string[],
  anchors: Uint8Array,
): Pick<Layout, 'slots' | 'records'> {
  const count = 1 << Math.ceil(Math.log2(byPair.size * 2 + 8));
  const slots = new Int32Array(2 * count);
  const records: number[] = [];
  for (const [key, { numbers, thirds }] of byPair) {
    let slot = (Math.imul(key, MULTIPLIER) >>> 8) & (count - 1);
    while (slots[2 * slot] !== 0) slot = (slot + 1) & (count - 1);
    slots[2 * slot] = key;
    slots[2 * slot + 1] = records.length | (thirds << THIRDS_AT);
    for (const number of numbers) {
      const phrase = phrases[number] as string;
      records.push(phrase.length | ((anchors[number] as number) << 8), number);
      for (let i = 0; i < phrase.length; i++) records.push(phrase.charCodeAt(i));
    }
    records.push(0);
  }
  if (records.length >= 1 << THIRDS_AT) throw new Error('more letters of phrases than can be numbered');
  return { slots, records: Uint16Array.from(records) };
}

/** Hands the tables to the kernel: their addresses, how far to shift a hash for `openings`, the mask of the slots. */
function hand({ openings, sieve, slots, records, groups }: Layout): PhraseIndex {
  const addresses = [openings, sieve, slots, records, groups].map(keep);
  return { address: keep(Int32Array.from([...addresses, 32 - OPENING_BITS, slots.length / 2 - 1])) };
}

/** Hits in one text: start, end and number of phrases, flat. Used again for the next text, which overwrites them. */
export interface Hits {
  data: Int32Array;
  count: number;
}

/** New, empty hits; hand the same object to every search. */
export function newHits(): Hits {
  return { data: new Int32Array(0), count: 0 };
}

/** Finds all phrases, overlapping ones too, in the order of the places that they are known by. */
export function findPhrases({ address }: PhraseIndex, { string, units }: Text, hits: Hits): void {
  const { length } = string;
  const text = addressOf(units);
  const { candidates, located, hits: room, hitView, size } = roomFor(length);
  hits.data = hitView;
  hits.count = search(address, text, length, candidates, located, room, 0, size);
  if (hits.count <= size) return;
  // There are more than units: they are taken out of the room, one roomful after another.
  hits.data = new Int32Array(3 * hits.count);
  for (let skip = 0; skip < hits.count; skip += size) {
    if (skip > 0) search(address, text, length, candidates, located, room, skip, size);
    hits.data.set(hitView.subarray(0, 3 * Math.min(size, hits.count - skip)), 3 * skip);
  }
}
