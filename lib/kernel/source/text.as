/**
 * The loops that look at every unit of a text, in AssemblyScript (TypeScript's syntax, WebAssembly's types):
 * `scripts/build-kernel.ts` turns every file here into one of `../code`. Addresses are those of `../memory.ts`, in which all
 * of them work; no file may have data of its own (no strings, no arrays): tables are handed over by address.
 */

/** Of 32 ranges of 2,048 units those that three bytes must not stand for: shorter forms, and halves of pairs. */
const SHORTER: i32 = 0;
const HALVES: i32 = 27;

/**
 * Decodes `length` bytes at `from`, behind which zeros stand; returns how many units it wrote, -1 where the bytes are
 * no UTF-8 or hold a zero. Four characters of three bytes at a time; of four that are not all such, those that are.
 */
export function decode(from: usize, length: i32, to: usize): i32 {
  const mask = i32x4.splat(0x00c0c0f0);
  const three = i32x4.splat(0x008080e0);
  const none = i32x4.splat(0);
  const end = from + length;
  let wrong = none;
  let zero: i32 = 0;
  let at = from;
  let out = to;
  while (at < end) {
    const bytes = v128.load(at);
    const four = i8x16.shuffle(bytes, none, 0, 1, 2, 16, 3, 4, 5, 16, 6, 7, 8, 16, 9, 10, 11, 16);
    const fits = i32x4.bitmask(i32x4.eq(v128.and(four, mask), three));
    const units = v128.or(
      v128.or(
        v128.and(i32x4.shl(four, 12), i32x4.splat(0xf000)),
        v128.and(i32x4.shr_u(four, 2), i32x4.splat(0x0fc0)),
      ),
      v128.and(i32x4.shr_u(four, 16), i32x4.splat(63)),
    );
    v128.store64_lane(out, i16x8.narrow_i32x4_u(units, units), 0);
    const range = i32x4.shr_u(units, 11);
    const bad = v128.or(i32x4.eq(range, i32x4.splat(SHORTER)), i32x4.eq(range, i32x4.splat(HALVES)));
    if (fits == 15) {
      wrong = v128.or(wrong, bad);
      at += 12;
      out += 8;
      continue;
    }
    const first = ctz(~fits);
    if ((i32x4.bitmask(bad) & ((1 << first) - 1)) != 0) return -1;
    at += first * 3;
    out += first * 2;
    let byte = <i32>load<u8>(at);
    while (byte < 0x80) {
      if (at >= end) break;
      // Below zero for the byte zero alone.
      zero |= byte - 1;
      store<u16>(out, <u16>byte);
      out += 2;
      byte = <i32>load<u8>(++at);
    }
    if (byte < 0xe0 || byte > 0xef) {
      if (at >= end) break;
      const rest = load<i32>(at);
      if ((rest & 0xc0e0) == 0x80c0) {
        const unit = ((rest & 31) << 6) | ((rest >>> 8) & 63);
        if (unit < 0x80) return -1;
        store<u16>(out, <u16>unit);
        out += 2;
        at += 2;
      } else if ((rest & 0xc0c0c0f8) == 0x808080f0) {
        const point = ((rest & 7) << 18) | ((rest & 0x3f00) << 4) | ((rest >>> 10) & 0xfc0) | ((rest >>> 24) & 63);
        if (point < 0x10000 || point > 0x10ffff) return -1;
        store<u16>(out, <u16>(0xd7c0 + (point >> 10)));
        store<u16>(out, <u16>(0xdc00 | (point & 1023)), 2);
        out += 4;
        at += 4;
      } else return -1;
    } else if ((load<i32>(at) & 0xc0c0f0) != 0x8080e0) return -1;
  }
  if (at != end || zero < 0 || v128.any_true(wrong)) return -1;
  return <i32>((out - to) >> 1);
}

/** Bits that a kind has itself; above them stand its groups. */
const OWN: i32 = 0x07ffffff;

/**
 * Lists the units that have a kind: positions, bits, and by their groups (1, 2, 4) the numbers of those in three
 * lists, each `room` numbers behind the one before from `lists` on. `table`: kinds (a byte a unit), then a number a
 * kind, which is its bits and 2^27 times its groups. Returns all bits; `counts` becomes how long the first and the
 * last three lists are, and which bits of a mark met those of the mark directly in front of it, shifted by
 * `fromDigit`, or its groups, shifted by `fromPlaced`. Without branches, since none could be foreseen.
 */
export function list(
  units: usize,
  n: i32,
  table: usize,
  lists: usize,
  room: i32,
  counts: usize,
  fromDigit: i32,
  fromPlaced: i32,
): i32 {
  const end = listUnits(units, n, table, lists);
  const bitsOf = table + 65536;
  const size = <usize>room << 2;
  const first = lists + 2 * size;
  const second = first + size;
  const third = second + size;
  let placed = first;
  let announced = second;
  let dated = third;
  let all: i32 = 0;
  let touching: i32 = 0;
  let before: i32 = 0;
  let last: i32 = -1;
  let m: i32 = 0;
  for (let at = lists; at < end; at += 4) {
    const position = load<i32>(at);
    const packed = load<i32>(bitsOf + (<usize>load<u8>(table + <usize>load<u16>(units + (position << 1))) << 2));
    const found = packed & OWN;
    store<i32>(at + size, found);
    all |= found;
    store<i32>(placed, m);
    placed += (packed >>> 25) & 4;
    store<i32>(announced, m);
    announced += (packed >>> 26) & 4;
    store<i32>(dated, m);
    dated += (packed >>> 27) & 4;
    // All ones where this mark follows the one before directly.
    touching |= before & found & ((position - last - 2) >> 31);
    before = (found << fromDigit) | ((packed >>> 27) << fromPlaced);
    last = position;
    m++;
  }
  store<i32>(counts, m);
  store<i32>(counts + 4, <i32>((placed - first) >> 2));
  store<i32>(counts + 8, <i32>((announced - second) >> 2));
  store<i32>(counts + 12, <i32>((dated - third) >> 2));
  store<i32>(counts + 16, touching);
  return all;
}

/** Writes the positions of listed units; returns the address behind the last. */
function listUnits(units: usize, n: i32, table: usize, at: usize): usize {
  let out = at;
  let i = 0;
  let from = units;
  for (; i + 8 <= n; i += 8) {
    store<i32>(out, i);
    out += <usize>(load<u8>(table + <usize>load<u16>(from)) != 0) << 2;
    store<i32>(out, i + 1);
    out += <usize>(load<u8>(table + <usize>load<u16>(from, 2)) != 0) << 2;
    store<i32>(out, i + 2);
    out += <usize>(load<u8>(table + <usize>load<u16>(from, 4)) != 0) << 2;
    store<i32>(out, i + 3);
    out += <usize>(load<u8>(table + <usize>load<u16>(from, 6)) != 0) << 2;
    store<i32>(out, i + 4);
    out += <usize>(load<u8>(table + <usize>load<u16>(from, 8)) != 0) << 2;
    store<i32>(out, i + 5);
    out += <usize>(load<u8>(table + <usize>load<u16>(from, 10)) != 0) << 2;
    store<i32>(out, i + 6);
    out += <usize>(load<u8>(table + <usize>load<u16>(from, 12)) != 0) << 2;
    store<i32>(out, i + 7);
    out += <usize>(load<u8>(table + <usize>load<u16>(from, 14)) != 0) << 2;
    from += 16;
  }
  for (; i < n; i++) {
    store<i32>(out, i);
    out += <usize>(load<u8>(table + <usize>load<u16>(from)) != 0) << 2;
    from += 2;
  }
  return out;
}
