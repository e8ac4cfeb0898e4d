/** One look at every unit of a text: which kinds of attention it needs, and where. */
import { MARK, type MarkList } from '@/lib/marks';
import { CLASS } from './classes';
import { isThousandsComma, isTimeColon } from './punctuation';
import { isTrigger, type Triggers } from './triggers';

const NEWLINE = 0x0a;
/** Classes of which it is enough that they occur. */
const OTHERS = 0xff & ~CLASS.boilerplate;
/** What the last pass, `normalize`, may deal with, but for commas between digits. */
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
 * where both characters of a trigger stand: `announcing` becomes the positions of the second one.
 */
export function readFlags(
  units: Uint16Array,
  n: number,
  marks: MarkList,
  all: number,
  triggers: Triggers,
  announcing: Positions,
): number {
  let flags = all & OTHERS;
  if (marks.hasDigitComma && hasThousands(units, marks)) flags |= CLASS.width;
  flags |= readPlaced(units, n, marks);
  return flags | findAnnouncing(units, marks, triggers, announcing);
}

/** Writes where triggers end to `announcing`; returns the class of boilerplate where there are any, else 0. */
export function findAnnouncing(
  units: Uint16Array,
  { at, announced, announcedCount }: MarkList,
  triggers: Triggers,
  announcing: Positions,
): number {
  announcing.count = 0;
  for (let a = 0; a < announcedCount; a++) {
    const i = at[announced[a] as number] as number;
    const unit = units[i] as number;
    if (i > 0 && isTrigger(triggers, units[i - 1] as number, unit)) announce(announcing, i);
    if (isTrigger(triggers, unit, units[i + 1] as number)) announce(announcing, i + 1);
  }
  return announcing.count > 0 ? CLASS.boilerplate : 0;
}

/** Both characters of a pair may be listed. */
function announce(announcing: Positions, position: number): void {
  const { at, count } = announcing;
  if (count === 0 || (at[count - 1] as number) < position) announcing.push(position);
}

/** Line ends where a line is empty or has space at an end, colons between digits. */
function readPlaced(units: Uint16Array, n: number, marks: MarkList): number {
  const { newline, colon } = MARK;
  const { layout, width } = CLASS;
  const { at, bits, placed, placedCount } = marks;
  let flags = 0;
  for (let p = 0; p < placedCount; p++) {
    const m = placed[p] as number;
    const i = at[m] as number;
    const found = bits[m] as number;
    if ((found & newline) !== 0) {
      if (i === 0 || i === n - 1 || units[i + 1] === NEWLINE) flags |= layout;
    } else if ((found & colon) !== 0 && isTimeColon(units, i)) flags |= width;
  }
  return flags;
}

function hasThousands(units: Uint16Array, { at, bits, count }: MarkList): boolean {
  const { comma } = MARK;
  for (let m = 0; m < count; m++)
    if (((bits[m] as number) & comma) !== 0 && isThousandsComma(units, at[m] as number)) return true;
  return false;
}

/**
 * All line ends, spaces and characters whose width may change: few, so that `normalize` copies what lies between
 * them without looking at it again.
 */
export function findPlaced(units: Uint16Array, marks: MarkList, placed: Positions): void {
  const { comma, colon } = MARK;
  const { at, bits, count, hasDigitComma } = marks;
  placed.count = 0;
  if (!hasDigitComma) {
    for (let p = 0; p < marks.placedCount; p++) {
      const m = marks.placed[p] as number;
      if (((bits[m] as number) & PLACED) !== colon || isTimeColon(units, at[m] as number))
        placed.push(at[m] as number);
    }
    return;
  }
  for (let m = 0; m < count; m++) {
    const i = at[m] as number;
    const found = (bits[m] as number) & PLACED;
    if (found !== 0 && (found !== colon || isTimeColon(units, i))) placed.push(i);
    else if (((bits[m] as number) & comma) !== 0 && isThousandsComma(units, i)) placed.push(i);
  }
}
