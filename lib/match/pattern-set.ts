import { keep } from '@/lib/kernel/memory';
import { type Pair, shapeOf, type Units } from './pattern-shape';

/** As many patterns as a word has bits, without its sign. */
const MOST = 31;
/** Wordings of this length and longer are told apart by the patterns alone. */
const LONG = 31;
/** The places at either end that are looked at. */
const ENDS = 3;
/** Where among the words of a unit that for any place stands, behind those for the first places and the last ones. */
const WITHIN = 2 * ENDS;
/** Words of a unit: a power of two, so that they lie within one line of the cache. */
const WORDS = 8;
/** Units share words with those that have the same last bits: whoever is admitted by mistake costs a test, no error. */
const SLOTS = 512;
/** How many values `pairSlot` has. */
const PAIR_SLOTS = 512;

/**
 * Patterns that are tried together on wordings that mostly match none of them. Length, the three units at either
 * end and those units and pairs that a pattern cannot do without dismiss nearly all wordings by a few look-ups.
 */
export class PatternSet {
  /** By the last bits of a unit: bit p where pattern p admits it in a place, and last where it can do with it anywhere. */
  private readonly masks = new Int32Array(SLOTS * WORDS);
  private readonly byLength = new Int32Array(LONG + 1);
  /** By `pairSlot` of neighbours: bit p where pattern p can do with them; and the bits of those that ask for no pair. */
  private readonly pairs = new Int32Array(PAIR_SLOTS);
  private pairless = 0;
  private readonly patterns: readonly RegExp[];

  /** At most 31 patterns, without the flag g. */
  constructor(patterns: readonly RegExp[]) {
    if (patterns.length > MOST) throw new Error(`more than ${MOST} patterns`);
    this.patterns = patterns;
    for (const [p, pattern] of patterns.entries()) {
      const { least, most, head, tail, within, pairs } = shapeOf(pattern);
      for (let n = 0; n <= LONG; n++)
        if ((n >= least || n === LONG) && n <= most) this.byLength[n] = (this.byLength[n] ?? 0) | (1 << p);
      for (const [place, units] of [...head, ...tail, within].entries()) this.paint(place, units, 1 << p);
      if (pairs === null) this.pairless |= 1 << p;
      else this.paintPairs(pairs, 1 << p);
    }
  }

  private paintPairs(pairs: readonly Pair[], bit: number): void {
    for (const [a, b] of pairs) this.pairs[pairSlot(a, b)] = (this.pairs[pairSlot(a, b)] as number) | bit;
  }

  private paint(place: number, units: Units, bit: number): void {
    for (let r = 0; r < units.length; r += 2) {
      const first = units[r] as number;
      const last = Math.min(units[r + 1] as number, first + SLOTS - 1);
      for (let unit = first; unit <= last; unit++) {
        const word = wordsOf(unit) + place;
        this.masks[word] = (this.masks[word] as number) | bit;
      }
    }
  }

  /** Copies the tables to where the kernel finds them (`source/parts/pattern-set.as`); returns their address. */
  keep(): number {
    return keep(Int32Array.of(...this.masks, ...this.byLength, this.pairless, ...this.pairs));
  }

  /** The patterns, as bits in their order, that may match `text.slice(start, end)`; no other one does. */
  admits(text: string, start: number, end: number): number {
    const size = end - start;
    let mask = this.byLength[size < LONG ? size : LONG] as number;
    if (mask === 0 || size === 0) return mask;
    const { masks } = this;
    for (let place = 0; place < ENDS && place < size; place++) {
      mask &= masks[wordsOf(text.charCodeAt(start + place)) + place] as number;
      mask &= masks[wordsOf(text.charCodeAt(end - 1 - place)) + ENDS + place] as number;
      if (mask === 0) return 0;
    }
    let within = 0;
    for (let i = start; i < end; i++) within |= masks[wordsOf(text.charCodeAt(i)) + WITHIN] as number;
    mask &= within;
    if ((mask & ~this.pairless) === 0) return mask;
    let pairs = this.pairless;
    for (let i = start + 1; i < end; i++)
      pairs |= this.pairs[pairSlot(text.charCodeAt(i - 1), text.charCodeAt(i))] as number;
    return mask & pairs;
  }

  /** Whether any pattern matches a wording. */
  test(wording: string): boolean {
    return this.matches(wording, this.admits(wording, 0, wording.length));
  }

  /** Whether any pattern matches `text.slice(start, end)`, which is cut out only where one may. */
  testIn(text: string, start: number, end: number): boolean {
    const mask = this.admits(text, start, end);
    return mask !== 0 && this.matches(text.slice(start, end), mask);
  }

  private matches(wording: string, admitted: number): boolean {
    let mask = admitted;
    for (let p = 0; mask !== 0; p++, mask >>>= 1)
      if ((mask & 1) !== 0 && (this.patterns[p] as RegExp).test(wording)) return true;
    return false;
  }
}

/** Where the words of a unit begin. */
function wordsOf(unit: number): number {
  return (unit & (SLOTS - 1)) * WORDS;
}

/** Where the word of two neighbours stands. */
function pairSlot(a: number, b: number): number {
  return (7 * a + b) & (PAIR_SLOTS - 1);
}
