export const SKETCH_LIMIT = 255;
const MOST_SKETCH_BITS = 25;

function hash(a: number, b: number): number {
  const h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  return (h ^ (h >>> 15)) >>> 0;
}

/** Upper bounds of how often pairs of numbers were added: what is rare here is rare. Stops counting at 255. */
export class PairSketch {
  private readonly counts: Uint8Array;
  private readonly mask: number;

  /** @param pairs how many will be added at most */
  constructor(pairs: number) {
    const bits = Math.min(MOST_SKETCH_BITS, Math.max(16, Math.ceil(Math.log2(pairs + 1))));
    this.counts = new Uint8Array(1 << bits);
    this.mask = (1 << bits) - 1;
  }

  clear(): void {
    this.counts.fill(0);
  }

  add(a: number, b: number): void {
    const h = hash(a, b) & this.mask;
    const c = this.counts[h] as number;
    if (c < SKETCH_LIMIT) this.counts[h] = c + 1;
  }

  count(a: number, b: number): number {
    return this.counts[hash(a, b) & this.mask] as number;
  }
}

const STRIDE = 4;

/**
 * The exact pair of numbers (neither negative) to a number from 0 on. Open addressing, grows by doubling; pair and
 * number lie side by side, because a look-up costs as much as the memory it misses.
 */
export class PairTable {
  private mask: number;
  private cells: Int32Array;
  size = 0;

  constructor(bits = 16) {
    this.mask = (1 << bits) - 1;
    this.cells = new Int32Array(STRIDE << bits).fill(-1);
  }

  /** Cell of a pair, or the empty one where it would go. */
  private cellOf(a: number, b: number): number {
    const { cells, mask } = this;
    let h = hash(a, b) & mask;
    for (; ; h = (h + 1) & mask) {
      const first = cells[h * STRIDE] as number;
      if (first === -1 || (first === a && cells[h * STRIDE + 1] === b)) return h * STRIDE;
    }
  }

  /** Its number; a new pair gets the next one. */
  number(a: number, b: number): number {
    const cell = this.cellOf(a, b);
    if (this.cells[cell] !== -1) return this.cells[cell + 2] as number;
    this.put(cell, a, b, this.size++);
    if (this.size > this.mask * 0.6) this.grow();
    return this.size - 1;
  }

  /** Its number, −1 where it has none. */
  find(a: number, b: number): number {
    return this.cells[this.cellOf(a, b) + 2] as number;
  }

  private put(cell: number, a: number, b: number, value: number): void {
    this.cells[cell] = a;
    this.cells[cell + 1] = b;
    this.cells[cell + 2] = value;
  }

  private grow(): void {
    const old = this.cells;
    this.mask = this.mask * 2 + 1;
    this.cells = new Int32Array(old.length * 2).fill(-1);
    for (let i = 0; i < old.length; i += STRIDE) {
      if (old[i] === -1) continue;
      const [a, b] = [old[i] as number, old[i + 1] as number];
      this.put(this.cellOf(a, b), a, b, old[i + 2] as number);
    }
  }
}
