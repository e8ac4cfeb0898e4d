/** One look at every unit of a text: which kinds of attention it needs, and where. */
import { CLASS } from './classes';
import { FULL_COLON, FULL_COMMA, isNumberMark } from './punctuation';

const NEWLINE = 0x0a;
/** What the last pass, `normalize`, deals with. */
const PLACED = CLASS.layout | CLASS.width;

/** What announces boilerplate: pairs of units, and for a quick no the units that such a pair begins with. */
export interface Triggers {
  readonly pairs: ReadonlySet<number>;
  readonly firsts: Uint8Array;
}

/** Positions, in order. Grows, and is used again for the next text. */
export class Positions {
  at = new Int32Array(256);
  count = 0;

  push(position: number): void {
    if (this.count === this.at.length) {
      const grown = new Int32Array(this.count * 2);
      grown.set(this.at);
      this.at = grown;
    }
    this.at[this.count++] = position;
  }
}

/**
 * The classes that occur in `units[0, n)`, as bits of CLASS. Line ends count as layout only where a line is
 * empty or has space at an end; boilerplate only where both characters of a trigger stand. `marks` becomes the
 * positions of all line ends, spaces and characters whose width may change: few, so that `normalize` copies what
 * lies between them without looking at it again.
 */
export function scan(
  units: Uint16Array,
  n: number,
  classes: Uint8Array,
  triggers: Triggers,
  marks: Positions,
): number {
  let flags = 0;
  marks.count = 0;
  for (let i = 0; i < n; i++) {
    const unit = units[i] as number;
    let found = classes[unit] as number;
    if (found === 0) continue;
    if (unit === NEWLINE) {
      if (i === 0 || i === n - 1 || units[i + 1] === NEWLINE) flags |= CLASS.layout;
      marks.push(i);
      continue;
    }
    if ((unit === FULL_COMMA || unit === FULL_COLON) && !isNumberMark(units, i)) found &= ~CLASS.width;
    if ((found & PLACED) !== 0) marks.push(i);
    if ((found & CLASS.boilerplate) !== 0 && (i === 0 || !isTrigger(triggers, units[i - 1] as number, unit)))
      found &= ~CLASS.boilerplate;
    flags |= found;
  }
  return flags;
}

/** Whether a pair of units announces boilerplate. */
export function isTrigger(triggers: Triggers, first: number, second: number): boolean {
  return triggers.firsts[first] === 1 && triggers.pairs.has((first << 16) | second);
}

/** The table for `scan` from the trigger pairs as written. */
export function buildTriggers(pairs: readonly string[]): Triggers {
  const firsts = new Uint8Array(65536);
  for (const pair of pairs) firsts[pair.charCodeAt(0)] = 1;
  return { firsts, pairs: new Set(pairs.map((pair) => (pair.charCodeAt(0) << 16) | pair.charCodeAt(1))) };
}
