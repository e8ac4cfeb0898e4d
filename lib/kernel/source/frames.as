/** Where words that introduce speech (会议强调，) stand. */

/** How many bits the first table has: one for every hash of two units. */
const HASHES: i32 = 8192;
const KINDS: usize = HASHES / 8;
const PAUSES: usize = KINDS + 256;
const PAIRS: usize = PAUSES + 12;

/**
 * Writes the positions in `[from, until)` to `into` at which a verb of speech stands, in order, that a pause follows or
 * that stands behind what may be a body; returns how many there are. `tables`, one behind the other: a bit for every hash of
 * the two units that a verb, with the pause behind one of a single unit, begins with; a byte for the last eight bits of a
 * unit, 1 where a body may end with it; the three pauses; those pairs themselves, the first unit in the lower bits, and 0.
 */
export function verbs(units: usize, from: i32, until: i32, tables: usize, into: usize): i32 {
  const count = listPairs(units, from, until, tables, into);
  let kept = into;
  for (let c = 0; c < count; c++) {
    const at = load<i32>(into + (c << 2));
    const verb = units + (at << 1);
    if (!isPair(load<i32>(verb), tables + PAIRS)) continue;
    const isBehindBody = at > from && load<u8>(tables + KINDS + <usize>load<u8>(verb - 2)) != 0;
    if (!isBehindBody && !isPause(verb + 2, tables) && !isPause(verb + 4, tables)) continue;
    store<i32>(kept, at);
    kept += 4;
  }
  return <i32>((kept - into) >> 2);
}

/** Without branches, since none could be foreseen. */
function listPairs(units: usize, from: i32, until: i32, pairs: usize, into: usize): i32 {
  let out = into;
  let unit = <i32>load<u16>(units + (from << 1));
  for (let i = from; i < until; i++) {
    const next = <i32>load<u16>(units + (i << 1), 2);
    const hash = ((unit << 5) ^ next) & (HASHES - 1);
    store<i32>(out, i);
    out += <usize>((<i32>load<u8>(pairs + (hash >>> 3)) >>> (hash & 7)) & 1) << 2;
    unit = next;
  }
  return <i32>((out - into) >> 2);
}

function isPair(pair: i32, pairs: usize): bool {
  for (let at = pairs; load<i32>(at) != 0; at += 4) if (load<i32>(at) == pair) return true;
  return false;
}

function isPause(at: usize, tables: usize): bool {
  const unit = <i32>load<u16>(at);
  const pauses = tables + PAUSES;
  return unit == load<i32>(pauses) || unit == load<i32>(pauses, 4) || unit == load<i32>(pauses, 8);
}
