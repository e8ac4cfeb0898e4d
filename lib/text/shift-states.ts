/** The hypotheses of a beam, as columns of typed arrays: no object is made per hypothesis. */

export const CAPACITY = 4096;

/** One generation of hypotheses. Row `i` of every column belongs to hypothesis `i`. */
export class States {
  size = 0;
  /** Lead byte that waits for its trail byte; −1 when aligned. */
  readonly pending = new Int16Array(CAPACITY);
  /** The last two bytes of the true text. */
  readonly previous = new Uint8Array(CAPACITY);
  readonly last = new Uint8Array(CAPACITY);
  /** The context in the language model. */
  readonly context = new Int32Array(CAPACITY);
  /** The last symbol, and the one before it. */
  readonly p = new Uint16Array(CAPACITY);
  readonly q = new Uint16Array(CAPACITY);
  readonly score = new Float64Array(CAPACITY);
  /** By how much the best of the merged hypotheses with another text lost. */
  readonly gap = new Float64Array(CAPACITY);
  /** Last character written, as an index into Emissions; −1 for none. */
  readonly emission = new Int32Array(CAPACITY);
  /** Tokens since it has been aligned. */
  readonly calm = new Uint16Array(CAPACITY);
  /** Where in the text, and after which emission, it was aligned last. */
  readonly alignedAt = new Int32Array(CAPACITY);
  readonly alignedEmission = new Int32Array(CAPACITY);
  /** 1 while a reading has to follow, because the page always has one there. */
  readonly expects = new Uint8Array(CAPACITY);
  /** Characters that were lost without a trace of what they were. */
  readonly lost = new Uint8Array(CAPACITY);

  /** Copies row `from` of another generation to row `to` of this one. */
  copy(to: number, other: States, from: number): void {
    this.pending[to] = other.pending[from] ?? 0;
    this.previous[to] = other.previous[from] ?? 0;
    this.last[to] = other.last[from] ?? 0;
    this.context[to] = other.context[from] ?? 0;
    this.p[to] = other.p[from] ?? 0;
    this.q[to] = other.q[from] ?? 0;
    this.score[to] = other.score[from] ?? 0;
    this.gap[to] = other.gap[from] ?? 0;
    this.emission[to] = other.emission[from] ?? 0;
    this.calm[to] = other.calm[from] ?? 0;
    this.alignedAt[to] = other.alignedAt[from] ?? 0;
    this.alignedEmission[to] = other.alignedEmission[from] ?? 0;
    this.expects[to] = other.expects[from] ?? 0;
    this.lost[to] = other.lost[from] ?? 0;
  }

  /** A new row at the end, or −1 when there is no room: the caller then drops the hypothesis. */
  append(other: States, from: number): number {
    if (this.size >= CAPACITY) return -1;
    this.copy(this.size, other, from);
    return this.size++;
  }
}

/** Characters written, each linked to the one before: hypotheses share their beginnings. */
export class Emissions {
  private units = new Uint16Array(1 << 14);
  private parents = new Int32Array(1 << 14);
  private size = 0;

  reset(): void {
    this.size = 0;
  }

  add(unit: number, parent: number): number {
    if (this.size === this.units.length) {
      const units = new Uint16Array(this.size * 2);
      units.set(this.units);
      const parents = new Int32Array(this.size * 2);
      parents.set(this.parents);
      this.units = units;
      this.parents = parents;
    }
    this.units[this.size] = unit;
    this.parents[this.size] = parent;
    return this.size++;
  }

  /** The text up to an emission. */
  read(emission: number): string {
    let text = '';
    for (let at = emission; at >= 0; at = this.parents[at] ?? -1)
      text = String.fromCharCode(this.units[at] ?? 0) + text;
    return text;
  }

  /** Whether two chains hold the same text. */
  isSame(a: number, b: number): boolean {
    let left = a;
    let right = b;
    while (left !== right) {
      if (left < 0 || right < 0 || this.units[left] !== this.units[right]) return false;
      left = this.parents[left] ?? -1;
      right = this.parents[right] ?? -1;
    }
    return true;
  }
}
