/** One look at every unit of a text: which kinds of attention it needs, and where. */
import { MARK } from '@/lib/marks';
import type { Marks } from '@/lib/types';
import { CLASS } from './classes';
import { FULL_COMMA, isThousandsComma, isTimeColon } from './punctuation';
import { isTrigger, pairHash, type Triggers } from './triggers';

const NEWLINE = 0x0a;
/** What has to be looked at closely; of all others it is enough that they occur. */
const CLOSELY = MARK.newline | MARK.colon | CLASS.boilerplate;
const OTHERS = 0xff & ~CLASS.boilerplate;
/** What the last pass, `normalize`, may deal with. */
const PLACED = CLASS.layout | CLASS.width | MARK.newline | MARK.colon;

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
 * The classes that occur in `units[0, n)`, as bits of CLASS. `marks` are those of the units, `all` the bits that
 * occur among them. Line ends count as layout only where a line is empty or has space at an end; boilerplate only
 * where both characters of a trigger stand.
 */
export function readFlags(
  units: Uint16Array,
  n: number,
  marks: Marks,
  all: number,
  triggers: Triggers,
): number {
  // Constants of a module are looked up at every use; in variables they cost nothing.
  const { newline, colon } = MARK;
  const { layout, width, boilerplate } = CLASS;
  const comma = FULL_COMMA;
  const closely = CLOSELY;
  let flags = all & OTHERS;
  const { at, bits, count } = marks;
  const { sieve } = triggers;
  for (let m = 0; m < count; m++) {
    const i = at[m] as number;
    const next = units[i + 1] as number;
    // Commas are many, and only those between digits matter: it is the digits that are listed.
    if (next === comma && isThousandsComma(units, i + 1)) flags |= width;
    const found = (bits[m] as number) & closely;
    if (found === 0) continue;
    if ((found & newline) !== 0) {
      if (i === 0 || i === n - 1 || next === NEWLINE) flags |= layout;
      continue;
    }
    if ((found & colon) !== 0 && isTimeColon(units, i)) flags |= width;
    if ((found & boilerplate) === 0) continue;
    const unit = units[i] as number;
    const before = i > 0 ? (units[i - 1] as number) : 0;
    const sifted = (sieve[pairHash(before, unit)] as number) | (sieve[pairHash(unit, next)] as number);
    if (sifted !== 0 && (isTrigger(triggers, before, unit) || isTrigger(triggers, unit, next)))
      flags |= boilerplate;
  }
  return flags;
}

/**
 * All line ends, spaces and characters whose width may change: few, so that `normalize` copies what lies between
 * them without looking at it again.
 */
export function findPlaced(units: Uint16Array, { at, bits, count }: Marks, placed: Positions): void {
  placed.count = 0;
  for (let m = 0; m < count; m++) {
    const i = at[m] as number;
    const found = (bits[m] as number) & PLACED;
    if (found !== 0 && (found !== MARK.colon || isTimeColon(units, i))) placed.push(i);
    if (units[i + 1] === FULL_COMMA && isThousandsComma(units, i + 1)) placed.push(i + 1);
  }
}
