/**
 * Packs the rows of a trie (by class of a character, the child) into one array of cells by row displacement: the
 * fullest rows first, each at the first place where all of its cells are free. `base` is where a row begins, `check`
 * whose row a cell is part of, `next` the child.
 */
export function packRows(
  children: readonly ReadonlyMap<number, number>[],
  classCount: number,
): { base: Int32Array; check: Int32Array; next: Int32Array } {
  const base = new Int32Array(children.length);
  const cells = new Cells(2 * (children.length + classCount) + 2);
  const rows = children.map((row, state) => ({ state, row })).filter(({ row }) => row.size > 0);
  rows.sort((a, b) => b.row.size - a.row.size);
  for (const { state, row } of rows) {
    const keys = [...row.keys()].sort((a, b) => a - b);
    const least = keys[0] as number;
    let cell = cells.firstFree(least + 1);
    while (!keys.every((key) => cells.isFree(cell - least + key))) cell = cells.firstFree(cell + 1);
    const at = cell - least;
    base[state] = at;
    for (const [key, to] of row) cells.fill(at + key, state, to);
  }
  return { base, check: cells.check, next: cells.next };
}

/** The cells of the double array while it is packed. */
class Cells {
  check: Int32Array;
  next: Int32Array;
  /** A cell at or after this one that may be free: followed and shortened like a union-find. */
  private free: Int32Array;

  constructor(size: number) {
    this.check = new Int32Array(size).fill(-1);
    this.next = new Int32Array(size);
    this.free = Int32Array.from({ length: size + 1 }, (_, i) => i);
  }

  firstFree(from: number): number {
    let cell = from;
    while (cell < this.check.length && this.free[cell] !== cell) {
      const step = this.free[this.free[cell] as number] as number;
      this.free[cell] = step;
      cell = step;
    }
    return cell;
  }

  isFree(cell: number): boolean {
    if (cell >= this.check.length) this.grow(cell);
    return this.check[cell] === -1;
  }

  fill(cell: number, state: number, to: number): void {
    this.check[cell] = state;
    this.next[cell] = to;
    this.free[cell] = cell + 1;
  }

  private grow(cell: number): void {
    const larger = new Cells(2 * (cell + 1));
    larger.check.set(this.check);
    larger.next.set(this.next);
    larger.free.set(this.free);
    Object.assign(this, { check: larger.check, next: larger.next, free: larger.free });
  }
}
