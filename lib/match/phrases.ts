/**
 * The phrases of the lexicon, found by what is rarest in them: every phrase is known by three neighbouring units of
 * its own (by its two, where it has no more), chosen so that they stand in few phrases. One look-up dismisses 98 of
 * 100 positions of a text; at the others the phrases known by those units are compared.
 */
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
  /** Open addressing: pairs of units (0: free slot) and, beside each, where its phrases begin in `lists`. */
  readonly pairs: Int32Array;
  readonly starts: Int32Array;
  /** Phrase numbers, those known by one pair together, each list ended by −1. */
  readonly lists: Int32Array;
  /** Of every phrase: where in it the units that it is known by begin, its length, its first unit in `letters`. */
  readonly anchors: Uint8Array;
  readonly lengths: Int32Array;
  readonly offsets: Int32Array;
  readonly letters: Uint16Array;
}

const OPENINGS = 1 << 13;
const SIEVE_BITS = 1 << 16;
/** An anchor with a separator in it has to be known by every spelling: taken where there is no other. */
const SEPARATOR_COST = 1e9;

/** Where in `openings` the word of two units stands: a shift is a third faster than a product, and as good for Han. */
function pairHash(a: number, b: number): number {
  return ((a << 5) ^ b) & (OPENINGS - 1);
}

function sieveHash(a: number, b: number, c: number): number {
  return (Math.imul(a, 0x3c6f) ^ Math.imul(b, 0x5bd1) ^ Math.imul(c, 0x1b87)) & (SIEVE_BITS - 1);
}

/** Whether a phrase may be known by the first two units or by all three. */
function sifts(sieve: Int32Array, a: number, b: number, c: number): boolean {
  const pair = sieveHash(a, b, 0);
  const triple = sieveHash(a, b, c);
  return (
    ((((sieve[pair >> 5] as number) >>> (pair & 31)) | ((sieve[triple >> 5] as number) >>> (triple & 31))) &
      1) !==
    0
  );
}

/**
 * Builds the index. `phrases` are from two to 255 units long; `alike` lists groups of characters that count as
 * equal. Throws on a phrase that is too short or too long.
 */
export function indexPhrases(phrases: readonly string[], alike: readonly string[] = []): PhraseIndex {
  const wrong = phrases.find((phrase) => phrase.length < 2 || phrase.length > 255);
  if (wrong !== undefined) throw new Error(`phrase shorter than 2 or longer than 255 units: “${wrong}”`);
  const groups = new Uint8Array(0x10000);
  for (const [i, group] of alike.entries()) for (const c of group) groups[c.charCodeAt(0)] = i + 1;
  const anchors = chooseAnchors(phrases, groups);
  const letters = phrases.join('');
  let offset = 0;
  return {
    groups,
    ...tabulate(phrases, anchors, alike),
    anchors,
    lengths: Int32Array.from(phrases, (phrase) => phrase.length),
    offsets: Int32Array.from(phrases, (phrase) => {
      offset += phrase.length;
      return offset - phrase.length;
    }),
    letters: Uint16Array.from({ length: letters.length }, (_, i) => letters.charCodeAt(i)),
  };
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
): Pick<PhraseIndex, 'openings' | 'sieve' | 'pairs' | 'starts' | 'lists'> {
  const same = new Map<string, string>();
  for (const group of alike) for (const c of group) same.set(c, group);
  const spellings = (c: string): number[] => Array.from(same.get(c) ?? c, (s) => s.charCodeAt(0));
  const openings = new Int32Array(OPENINGS);
  const sieve = new Int32Array(SIEVE_BITS / 32);
  const byPair = new Map<number, number[]>();
  const sift = (at: number) => {
    sieve[at >> 5] = (sieve[at >> 5] as number) | (1 << (at & 31));
  };
  const know = (phrase: number, a: number, b: number, third: readonly number[]) => {
    const at = pairHash(a, b);
    if (third.length === 0) {
      openings[at] = -1;
      sift(sieveHash(a, b, 0));
    }
    for (const c of third) {
      openings[at] = (openings[at] as number) | (1 << (c & 31));
      sift(sieveHash(a, b, c));
    }
    const key = (a << 16) | b;
    const list = byPair.get(key);
    if (list === undefined) byPair.set(key, [phrase]);
    else list.push(phrase);
  };
  for (const [number, phrase] of phrases.entries()) {
    const at = anchors[number] as number;
    const [first = [], second = [], third = []] = phrase
      .slice(at, at + 3)
      .split('')
      .map(spellings);
    for (const a of first) for (const b of second) know(number, a, b, third);
  }
  return { openings, sieve, ...hashPairs(byPair) };
}

function hashPairs(
  byPair: ReadonlyMap<number, readonly number[]>,
): Pick<PhraseIndex, 'pairs' | 'starts' | 'lists'> {
  const slots = 1 << Math.ceil(Math.log2(byPair.size * 3 + 8));
  const pairs = new Int32Array(slots);
  const starts = new Int32Array(slots);
  const lists: number[] = [];
  for (const [key, numbers] of byPair) {
    let slot = slotOf(key, slots);
    while (pairs[slot] !== 0) slot = (slot + 1) & (slots - 1);
    pairs[slot] = key;
    starts[slot] = lists.length;
    lists.push(...numbers, -1);
  }
  return { pairs, starts, lists: Int32Array.from(lists) };
}

function slotOf(key: number, slots: number): number {
  return (Math.imul(key >>> 16, 0x9e37) ^ Math.imul(key, 0x85eb)) & (slots - 1);
}

/** Hits of one text: pairs of end offset and phrase number. Grows, and is used again for the next text. */
export interface Hits {
  data: Int32Array;
  count: number;
}

/** New, empty hits; hand the same object to every search. */
export function newHits(): Hits {
  return { data: new Int32Array(1 << 12), count: 0 };
}

/** Finds all phrases in the first `length` units, overlapping ones too, in the order of the places they are known by. */
export function findPhrases(index: PhraseIndex, units: Uint16Array, length: number, hits: Hits): void {
  hits.count = 0;
  if (length < 2) return;
  if (places.length < length) places = new Int32Array(2 * length);
  const { openings, sieve } = index;
  const count = listPlaces(openings, units, length, places);
  for (let p = 0; p < count; p++) {
    const at = places[p] as number;
    const third = at + 2 < length ? (units[at + 2] as number) : 0;
    if (sifts(sieve, units[at] as number, units[at + 1] as number, third))
      addPhrasesAt(index, units, length, at, hits);
  }
}

/** Positions at which `openings` has no objection. Scratch space, written anew by every call. */
let places = new Int32Array(1 << 12);

/** Writes those positions to `at`, and how many there are. Without branches, since none could be foreseen. */
function listPlaces(openings: Int32Array, units: Uint16Array, length: number, at: Int32Array): number {
  const mask = OPENINGS - 1;
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

/** Adds the phrases that are known by the units at `at` and stand there. */
function addPhrasesAt(index: PhraseIndex, units: Uint16Array, length: number, at: number, hits: Hits): void {
  const { pairs, starts, lists, anchors, lengths } = index;
  const key = ((units[at] as number) << 16) | (units[at + 1] as number);
  const mask = pairs.length - 1;
  let slot = slotOf(key, pairs.length);
  while (pairs[slot] !== key) {
    if (pairs[slot] === 0) return;
    slot = (slot + 1) & mask;
  }
  for (let i = starts[slot] as number; ; i++) {
    const phrase = lists[i] as number;
    if (phrase < 0) return;
    const start = at - (anchors[phrase] as number);
    const end = start + (lengths[phrase] as number);
    if (start >= 0 && end <= length && standsAt(index, phrase, units, start)) addHit(hits, end, phrase);
  }
}

/** Whether a phrase stands at `start`: what comes after the two units that it was found by is compared first. */
function standsAt(index: PhraseIndex, phrase: number, units: Uint16Array, start: number): boolean {
  const { letters, anchors, lengths, offsets, groups } = index;
  const from = offsets[phrase] as number;
  const anchor = anchors[phrase] as number;
  const length = lengths[phrase] as number;
  for (let i = anchor + 2; i < length; i++)
    if (!isAlike(groups, letters[from + i] as number, units[start + i] as number)) return false;
  for (let i = 0; i < anchor; i++)
    if (!isAlike(groups, letters[from + i] as number, units[start + i] as number)) return false;
  return true;
}

function isAlike(groups: Uint8Array, a: number, b: number): boolean {
  return a === b || (groups[a] !== 0 && groups[a] === groups[b]);
}

function addHit(hits: Hits, end: number, phrase: number): void {
  const at = 2 * hits.count++;
  if (at + 2 > hits.data.length) {
    const grown = new Int32Array(hits.data.length * 2);
    grown.set(hits.data);
    hits.data = grown;
  }
  hits.data[at] = end;
  hits.data[at + 1] = phrase;
}
