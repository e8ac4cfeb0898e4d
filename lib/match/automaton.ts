import { packRows } from './pack-rows';

/**
 * Aho–Corasick over UTF-16 units, its rows packed into a double array. Two things make it fast: bits for the
 * first three units of all phrases, so that one look-up dismisses 97 of 100 positions, and dense class numbers for
 * the characters that occur in phrases at all.
 */
export interface Automaton {
  /** Characters that mean the same (all separators) share a class; 0 is a character of no phrase. */
  readonly classes: Uint16Array;
  /**
   * By hash of two units 32 bits, one for every value of the last five bits of a third: set where a phrase begins
   * with such three, all of them where one of two units does.
   */
  readonly openings: Int32Array;
  /** One bit by another hash of the same two or three units: asked only where `openings` says yes. */
  readonly sieve: Int32Array;
  /**
   * What is read together lies together, in one line of the cache: for every state its row in `cells`, the state to
   * fall back to, the phrase that ends in it, or −1, and the next state down the chain of failures in which one
   * ends, or −1; for every cell the state whose row it is part of, and the state to go on to.
   */
  readonly states: Int32Array;
  readonly cells: Int32Array;
  /** Length in units of every phrase. */
  readonly lengths: Int32Array;
}

/** Hits of one scan: pairs of end offset and phrase number. Grows, and is used again by the next scan. */
export interface Hits {
  data: Int32Array;
  count: number;
}

const OPENINGS = 1 << 13;
const SIEVE_BITS = 1 << 16;

function pairHash(a: number, b: number): number {
  return (Math.imul(a, 0x9e35) ^ b) & (OPENINGS - 1);
}

function sieveHash(a: number, b: number, c: number): number {
  return (Math.imul(a, 0x3c6f) ^ Math.imul(b, 0x5bd1) ^ Math.imul(c, 0x1b87)) & (SIEVE_BITS - 1);
}

/** Whether a phrase of two units begins so, or one with the three. */
export function sifts(sieve: Int32Array, a: number, b: number, c: number): boolean {
  const pair = sieveHash(a, b, 0);
  const triple = sieveHash(a, b, c);
  return (
    ((((sieve[pair >> 5] as number) >>> (pair & 31)) | ((sieve[triple >> 5] as number) >>> (triple & 31))) &
      1) !==
    0
  );
}

interface Trie {
  readonly children: Map<number, number>[];
  readonly output: number[];
}

/**
 * Builds the automaton. `phrases` are two units or longer; `alike` lists groups of characters that count as
 * equal (the first stands for all). Throws on a phrase that is too short.
 */
export function buildAutomaton(phrases: readonly string[], alike: readonly string[] = []): Automaton {
  const classes = numberCharacters(phrases, alike);
  const trie = buildTrie(phrases, classes);
  const { fail, link } = linkFailures(trie);
  const classCount = classes.reduce((most, c) => Math.max(most, c), 0);
  const { base, check, next } = packRows(trie.children, classCount);
  const tables = tabulateOpenings(phrases, alike);
  return {
    classes,
    ...tables,
    states: interleave([base, fail, Int32Array.from(trie.output), link]),
    cells: interleave([check, next]),
    lengths: Int32Array.from(phrases, (phrase) => phrase.length),
  };
}

/** All first elements, then all second ones, and so on. */
function interleave(columns: readonly Int32Array[]): Int32Array {
  const rows = new Int32Array(columns.length * (columns[0]?.length ?? 0));
  for (const [c, column] of columns.entries())
    for (const [r, value] of column.entries()) rows[r * columns.length + c] = value;
  return rows;
}

function tabulateOpenings(
  phrases: readonly string[],
  alike: readonly string[],
): Pick<Automaton, 'openings' | 'sieve'> {
  const same = new Map<string, string>();
  for (const group of alike) for (const c of group) same.set(c, group);
  const spellings = (c: string): number[] => Array.from(same.get(c) ?? c, (s) => s.charCodeAt(0));
  const openings = new Int32Array(OPENINGS);
  const sieve = new Int32Array(SIEVE_BITS / 32);
  const sift = (at: number) => {
    sieve[at >> 5] = (sieve[at >> 5] as number) | (1 << (at & 31));
  };
  for (const phrase of phrases) {
    const [first = [], second = [], third = []] = Array.from(phrase.slice(0, 3).split(''), spellings);
    for (const a of first) {
      for (const b of second) {
        const at = pairHash(a, b);
        if (third.length === 0) {
          openings[at] = -1;
          sift(sieveHash(a, b, 0));
        }
        for (const c of third) {
          openings[at] = (openings[at] as number) | (1 << (c & 31));
          sift(sieveHash(a, b, c));
        }
      }
    }
  }
  return { openings, sieve };
}

/** Frequent characters get small numbers, which packs the rows tightly. */
function numberCharacters(phrases: readonly string[], alike: readonly string[]): Uint16Array {
  const representative = new Uint16Array(0x10000);
  for (let u = 0; u < 0x10000; u++) representative[u] = u;
  for (const group of alike)
    for (let i = 0; i < group.length; i++) representative[group.charCodeAt(i)] = group.charCodeAt(0);
  const frequency = new Map<number, number>();
  for (const phrase of phrases) {
    if (phrase.length < 2) throw new Error(`phrase shorter than two units: “${phrase}”`);
    for (let i = 0; i < phrase.length; i++) {
      const unit = representative[phrase.charCodeAt(i)] ?? 0;
      frequency.set(unit, (frequency.get(unit) ?? 0) + 1);
    }
  }
  const number = new Map([...frequency].sort((a, b) => b[1] - a[1]).map(([unit], i) => [unit, i + 1]));
  return representative.map((unit) => number.get(unit) ?? 0);
}

function buildTrie(phrases: readonly string[], classes: Uint16Array): Trie {
  const children: Map<number, number>[] = [new Map()];
  const output = [-1];
  for (const [id, phrase] of phrases.entries()) {
    let state = 0;
    for (let i = 0; i < phrase.length; i++) {
      const row = children[state] as Map<number, number>;
      const c = classes[phrase.charCodeAt(i)] as number;
      let to = row.get(c);
      if (to === undefined) {
        to = children.length;
        children.push(new Map());
        output.push(-1);
        row.set(c, to);
      }
      state = to;
    }
    output[state] = id;
  }
  return { children, output };
}

function linkFailures({ children, output }: Trie): { fail: Int32Array; link: Int32Array } {
  const fail = new Int32Array(children.length);
  const link = new Int32Array(children.length).fill(-1);
  const order = [...(children[0] as Map<number, number>).values()];
  for (let q = 0; q < order.length; q++) {
    const state = order[q] as number;
    for (const [c, child] of children[state] as Map<number, number>) {
      let back = fail[state] as number;
      let to = (children[back] as Map<number, number>).get(c);
      while (to === undefined && back !== 0) {
        back = fail[back] as number;
        to = (children[back] as Map<number, number>).get(c);
      }
      fail[child] = to ?? 0;
      order.push(child);
    }
    const back = fail[state] as number;
    link[state] = (output[back] as number) >= 0 ? back : (link[back] as number);
  }
  return { fail, link };
}

/** New, empty hits; hand the same object to every scan. */
export function newHits(): Hits {
  return { data: new Int32Array(1 << 12), count: 0 };
}

/** Finds all phrases in the first `length` units, overlapping ones too, in order of their ends. Linear. */
export function scan(automaton: Automaton, units: Uint16Array, length: number, hits: Hits): void {
  hits.count = 0;
  for (let i = nextOpening(automaton, units, 0, length); i < length; ) {
    i = follow(automaton, units, i, length, hits);
    i = nextOpening(automaton, units, i, length);
  }
}

/** The next position at which a phrase may begin; `length` where none does. */
function nextOpening(automaton: Automaton, units: Uint16Array, from: number, length: number): number {
  const { openings, sieve } = automaton;
  const end = length - 2;
  if (from > end) return length;
  let first = units[from] as number;
  let second = units[from + 1] as number;
  for (let i = from; i < end; i++) {
    const third = units[i + 2] as number;
    // A shift takes the last five bits of its count.
    if (
      (((openings[pairHash(first, second)] as number) >>> third) & 1) !== 0 &&
      sifts(sieve, first, second, third)
    )
      return i;
    first = second;
    second = third;
  }
  return openings[pairHash(first, second)] === -1 ? end : length;
}

/** Runs the automaton from a position until it is back at its root; returns where that is. */
function follow(automaton: Automaton, units: Uint16Array, from: number, length: number, hits: Hits): number {
  const { classes, states, cells } = automaton;
  let i = from;
  const first = 2 * ((states[0] as number) + (classes[units[i++] as number] as number));
  let state = cells[first] === 0 ? (cells[first + 1] as number) : 0;
  while (state !== 0 && i < length) {
    const c = classes[units[i] as number] as number;
    let at = 2 * ((states[4 * state] as number) + c);
    while (cells[at] !== state) {
      state = states[4 * state + 1] as number;
      // Where the automaton is back at its root, the unit at hand decides anew whether a phrase begins with it.
      if (state === 0) return i;
      at = 2 * ((states[4 * state] as number) + c);
    }
    state = cells[at + 1] as number;
    i++;
    let o = (states[4 * state + 2] as number) >= 0 ? state : (states[4 * state + 3] as number);
    for (; o >= 0; o = states[4 * o + 3] as number) addHit(hits, i, states[4 * o + 2] as number);
  }
  return i;
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
