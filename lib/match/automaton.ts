/**
 * Aho–Corasick over UTF-16 units, its rows packed into a double array. Two things make it fast: a table of
 * first pairs, so that positions at which no phrase begins cost one look-up, and dense class numbers for the
 * characters that occur in phrases at all.
 */
export interface Automaton {
  /** Characters that mean the same (all separators) share a class; 0 is a character of no phrase. */
  readonly classes: Uint16Array;
  readonly pairs: Uint8Array;
  readonly base: Int32Array;
  readonly check: Int32Array;
  readonly next: Int32Array;
  readonly fail: Int32Array;
  /** Phrase that ends in a state, or −1. */
  readonly output: Int32Array;
  /** Next state down the chain of failures that has an output, or −1. */
  readonly link: Int32Array;
  /** Length in units of every phrase. */
  readonly lengths: Int32Array;
}

/** Hits of one scan: pairs of end offset and phrase number. Grows, and is used again by the next scan. */
export interface Hits {
  data: Int32Array;
  count: number;
}

const PAIR_BITS = 16;
const PAIR_MASK = (1 << PAIR_BITS) - 1;

function pairHash(a: number, b: number): number {
  return (Math.imul(a, 0x9e35) ^ b) & PAIR_MASK;
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
  const { order, fail, link } = linkFailures(trie);
  const packed = packRows(
    trie,
    order,
    classes.reduce((most, c) => Math.max(most, c), 0),
  );
  const pairs = new Uint8Array(1 << PAIR_BITS);
  const same = new Map<string, string>();
  for (const group of alike) for (const c of group) same.set(c, group);
  for (const phrase of phrases) {
    const first = phrase.charAt(0);
    const second = phrase.charAt(1);
    for (const a of same.get(first) ?? first) {
      for (const b of same.get(second) ?? second) pairs[pairHash(a.charCodeAt(0), b.charCodeAt(0))] = 1;
    }
  }
  return {
    classes,
    pairs,
    ...packed,
    fail,
    link,
    output: Int32Array.from(trie.output),
    lengths: Int32Array.from(phrases, (phrase) => phrase.length),
  };
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

function linkFailures({ children, output }: Trie): { order: number[]; fail: Int32Array; link: Int32Array } {
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
  return { order, fail, link };
}

/** Row displacement, first fit; the root row goes first and so stays dense. */
function packRows(
  { children }: Trie,
  order: readonly number[],
  classCount: number,
): Pick<Automaton, 'base' | 'check' | 'next'> {
  const base = new Int32Array(children.length);
  let size = 1 << 15;
  let check = new Int32Array(size).fill(-1);
  let next = new Int32Array(size);
  let low = 1;
  let used = 0;
  for (const state of [0, ...order]) {
    const row = children[state] as Map<number, number>;
    if (row.size === 0) continue;
    const keys = [...row.keys()];
    const least = Math.min(...keys);
    const most = Math.max(...keys);
    while ((check[low] ?? -1) >= 0) low++;
    let at = Math.max(1, low - least);
    while (keys.some((key) => (check[at + key] ?? -1) >= 0)) at++;
    if (at + most >= size) {
      while (at + most >= size) size *= 2;
      const grown = new Int32Array(size).fill(-1);
      grown.set(check);
      check = grown;
      const grownNext = new Int32Array(size);
      grownNext.set(next);
      next = grownNext;
    }
    base[state] = at;
    for (const [key, to] of row) {
      check[at + key] = state;
      next[at + key] = to;
    }
    used = Math.max(used, at + most + 1);
  }
  // Padding: base + class never leaves the array, so that the scan needs no bounds.
  const length = used + classCount + 1;
  const finalCheck = new Int32Array(length).fill(-1);
  finalCheck.set(check.subarray(0, used));
  const finalNext = new Int32Array(length);
  finalNext.set(next.subarray(0, used));
  return { base, check: finalCheck, next: finalNext };
}

/** New, empty hits; hand the same object to every scan. */
export function newHits(): Hits {
  return { data: new Int32Array(1 << 12), count: 0 };
}

/** Finds all phrases in the first `length` units, overlapping ones too, in order of their ends. Linear. */
export function scan(automaton: Automaton, units: Uint16Array, length: number, hits: Hits): void {
  const { classes, pairs, base, check, next, fail, output, link } = automaton;
  let data = hits.data;
  let count = 0;
  const last = length - 1;
  let i = 0;
  while (i < last) {
    if (pairs[pairHash(units[i] as number, units[i + 1] as number)] === 0) {
      i++;
      continue;
    }
    let state = 0;
    for (; i < length; i++) {
      const c = classes[units[i] as number] as number;
      if (c === 0) {
        state = 0;
      } else {
        for (;;) {
          const at = (base[state] as number) + c;
          if (check[at] === state) {
            state = next[at] as number;
            break;
          }
          if (state === 0) break;
          state = fail[state] as number;
        }
      }
      if (state === 0) break;
      let o = (output[state] as number) >= 0 ? state : (link[state] as number);
      for (; o >= 0; o = link[o] as number) {
        if (count + 2 > data.length) {
          const grown = new Int32Array(data.length * 2);
          grown.set(data);
          data = grown;
        }
        data[count++] = i + 1;
        data[count++] = output[o] as number;
      }
    }
    // The unit at which the automaton fell back to the root begins no phrase itself.
    i++;
  }
  hits.data = data;
  hits.count = count >> 1;
}
