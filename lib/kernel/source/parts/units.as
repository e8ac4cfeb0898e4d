/** Units of a text and sets of them. */

export function unitAt(units: usize, at: i32): i32 {
  return <i32>load<u16>(units + (at << 1));
}

/** Whether a unit is one of a set. */
export function has(set: usize, unit: i32): bool {
  return ((load<i32>(set + ((unit >>> 5) << 2)) >>> unit) & 1) != 0;
}

/** Whether a unit is a Han character of the basic plane. */
export function isHan(unit: i32): bool {
  return <u32>(unit - 0x3400) < 0x6c00;
}

/** How many Han characters stand from `at` on, 16 at most. */
export function hanAfter(units: usize, at: i32, n: i32): i32 {
  const from = units + (at << 1);
  const others = othersIn(v128.load(from)) | (othersIn(v128.load(from, 16)) << 8) | 0x10000;
  return min(ctz(others), n - at);
}

/** How many stand before `at`, 16 at most. */
export function hanBefore(units: usize, at: i32): i32 {
  const from = units + (at << 1) - 32;
  const others = othersIn(v128.load(from)) | (othersIn(v128.load(from, 16)) << 8);
  return min(clz((others << 16) | 0x8000), at);
}

/** Which of eight units are no Han characters of the basic plane, as bits. */
function othersIn(eight: v128): i32 {
  return i16x8.bitmask(i16x8.ge_u(i16x8.sub(eight, i16x8.splat(0x3400)), i16x8.splat(0x6c00)));
}
