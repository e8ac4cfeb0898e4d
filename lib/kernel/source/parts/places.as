/** Places where a rule may find something, three numbers each. */

/** Appends a place to those that end at `out`; returns where they end then. */
export function write(out: usize, where: i32, what: i32, said: i32): usize {
  store<i32>(out, where);
  store<i32>(out, what, 4);
  store<i32>(out, said, 8);
  return out + 12;
}
