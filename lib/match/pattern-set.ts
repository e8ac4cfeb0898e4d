import { shapeOf, type Units } from './pattern-shape';

/** As many patterns as a word has bits, without its sign. */
const MOST = 31;
/** Wordings of this length and longer are told apart by the patterns alone. */
const LONG = 31;
/** The places of `masks`: first unit, second, last, last but one, anywhere. */
const PLACES = 5;

/**
 * Patterns that are tried together on wordings that mostly match none of them. Length, the two units at either end and
 * those that a pattern cannot do without dismiss nearly all wordings by a few look-ups.
 */
export class PatternSet {
  /** For every unit its class: units that the same patterns admit in the same places have the same. */
  private readonly classes = new Uint16Array(0x10000);
  /** For every class, five words: bit p where pattern p admits it in that place, or can do with it anywhere. */
  private readonly masks: Int32Array;
  private readonly byLength = new Int32Array(LONG + 1);
  private readonly patterns: readonly RegExp[];

  /** At most 31 patterns, without the flags g and y. */
  constructor(patterns: readonly RegExp[]) {
    if (patterns.length > MOST) throw new Error(`more than ${MOST} patterns`);
    this.patterns = patterns;
    const admitted = Array.from({ length: PLACES }, () => new Int32Array(0x10000));
    for (const [p, pattern] of patterns.entries()) {
      const { least, most, head, tail, within } = shapeOf(pattern);
      for (let n = 0; n <= LONG; n++)
        if ((n >= least || n === LONG) && n <= most) this.byLength[n] = (this.byLength[n] ?? 0) | (1 << p);
      for (const [place, units] of [...head, ...tail, within].entries())
        paint(admitted[place], units, 1 << p);
    }
    this.masks = this.classify(admitted);
  }

  private classify(admitted: readonly Int32Array[]): Int32Array {
    const masks: number[] = [];
    const known = new Map<string, number>();
    let key = '';
    for (let unit = 0; unit < 0x10000; unit++) {
      const own = admitted.map((place) => place[unit] as number);
      // Neighbours are mostly of one class.
      if (unit > 0 && own.every((mask, place) => mask === admitted[place]?.[unit - 1])) {
        this.classes[unit] = this.classes[unit - 1] as number;
        continue;
      }
      key = own.join();
      let number = known.get(key);
      if (number === undefined) {
        number = known.size;
        known.set(key, number);
        masks.push(...own);
      }
      this.classes[unit] = number;
    }
    return Int32Array.from(masks);
  }

  /** The patterns, as bits in their order, that may match `text.slice(start, end)`; no other one does. */
  admits(text: string, start: number, end: number): number {
    const size = end - start;
    let mask = this.byLength[size < LONG ? size : LONG] as number;
    if (mask === 0 || size === 0) return mask;
    const { classes, masks } = this;
    const first = PLACES * (classes[text.charCodeAt(start)] as number);
    const last = PLACES * (classes[text.charCodeAt(end - 1)] as number);
    mask &= (masks[first] as number) & (masks[last + 2] as number);
    if (mask === 0) return 0;
    let within = (masks[first + 4] as number) | (masks[last + 4] as number);
    for (let i = start + 1; i < end - 1; i++) {
      const inner = PLACES * (classes[text.charCodeAt(i)] as number);
      if (i === start + 1) mask &= masks[inner + 1] as number;
      if (i === end - 2) mask &= masks[inner + 3] as number;
      if (mask === 0) return 0;
      within |= masks[inner + 4] as number;
    }
    // Of two units each is the neighbour of the other end.
    if (size === 2) mask &= (masks[last + 1] as number) & (masks[first + 3] as number);
    return mask & within;
  }

  /** Whether any pattern matches a wording. */
  test(wording: string): boolean {
    let mask = this.admits(wording, 0, wording.length);
    for (let p = 0; mask !== 0; p++, mask >>>= 1)
      if ((mask & 1) !== 0 && (this.patterns[p] as RegExp).test(wording)) return true;
    return false;
  }
}

function paint(places: Int32Array | undefined, units: Units, bit: number): void {
  if (places === undefined) return;
  for (let r = 0; r < units.length; r += 2)
    for (let unit = units[r] as number; unit <= (units[r + 1] as number); unit++)
      places[unit] = (places[unit] as number) | bit;
}
