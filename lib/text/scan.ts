/** One look at every unit of a text: which kinds of attention it needs, if any. */
import { CLASS } from './classes';
import { FULL_COLON, FULL_COMMA, isNumberMark } from './punctuation';

const NEWLINE = 0x0a;

/**
 * The classes that occur in `units[0, n)`, as bits of CLASS. Line ends count as layout only where a line is
 * empty or has space at an end; boilerplate only where both characters of a trigger stand.
 */
export function scan(
  units: Uint16Array,
  n: number,
  classes: Uint8Array,
  triggers: ReadonlySet<number>,
): number {
  let flags = 0;
  for (let i = 0; i < n; i++) {
    const unit = units[i] ?? 0;
    let found = classes[unit] ?? 0;
    if (found === 0) continue;
    if (unit === NEWLINE) {
      if (i === 0 || i === n - 1 || units[i + 1] === NEWLINE) flags |= CLASS.layout;
      continue;
    }
    if ((unit === FULL_COLON || unit === FULL_COMMA) && !isNumberMark(units, i)) found &= ~CLASS.width;
    if ((found & CLASS.boilerplate) !== 0) {
      if (i > 0 && triggers.has(((units[i - 1] ?? 0) << 16) | unit)) flags |= found;
      else flags |= found & ~CLASS.boilerplate;
    } else flags |= found;
  }
  return flags;
}

/** Key of a trigger pair for `scan`. */
export function triggerKey(pair: string): number {
  return (pair.charCodeAt(0) << 16) | pair.charCodeAt(1);
}
