/**
 * Probabilities of runs of symbols after Kneser and Ney, interpolated, with three discounts for every length
 * (Chen and Goodman 1999), of which only those runs are kept that tell much.
 */
import { isRun, LONGEST, RunTable, runKey, SYMBOLS } from './ngrams';

export interface Pruning {
  /** Least times by length of the run: shorter ones are kept when seen twice. */
  readonly least: readonly number[];
  /** Least gain by length: times the logarithm of what the run raises the shorter one's probability by. */
  readonly gain: readonly number[];
}

/** Slots by length: about twice the runs of 40 million characters. */
const BITS = [0, 14, 22, 24, 25, 26];

export class KneserNey {
  readonly tables: RunTable[];
  private readonly discounts: number[][] = [];
  private singles = 0;

  constructor(
    readonly symbols: Uint16Array,
    private readonly boundary: number,
  ) {
    this.tables = BITS.map((bits) => new RunTable(bits));
    this.count();
    for (let n = 1; n <= LONGEST; n++) this.discounts[n] = this.findDiscounts(n);
    for (let n = 2; n <= LONGEST; n++) this.addContinuations(n);
    const single = this.table(1);
    for (const slot of single.slots()) this.singles += single.weight[slot] ?? 0;
  }

  table(n: number): RunTable {
    const table = this.tables[n];
    if (!table) throw new Error(`no runs of ${n}`);
    return table;
  }

  private count(): void {
    const { symbols } = this;
    for (let n = LONGEST; n >= 1; n--) {
      const table = this.table(n);
      for (let end = n - 1; end < symbols.length; end++) {
        if (!isRun(symbols, end, n, this.boundary)) continue;
        const slot = table.make(runKey(symbols, end, n), end);
        table.times[slot] = (table.times[slot] ?? 0) + 1;
      }
      if (n === LONGEST) table.weight.set(table.times);
      if (n > 1) this.countLefts(n);
    }
  }

  /** Gives every run of `n − 1` symbols the number of different symbols seen before it. */
  private countLefts(n: number): void {
    const table = this.table(n);
    const shorter = this.table(n - 1);
    for (const slot of table.slots()) {
      const end = table.first[slot] ?? 0;
      const inner = shorter.make(runKey(this.symbols, end, n - 1), end);
      shorter.weight[inner] = (shorter.weight[inner] ?? 0) + 1;
    }
  }

  /** Discounts for runs of weight 1, 2 and more. Runs at the beginning of a line have nothing before them. */
  private findDiscounts(n: number): number[] {
    const { weight, times } = this.table(n);
    const found = [0, 0, 0, 0, 0];
    for (const slot of this.table(n).slots()) {
      if (weight[slot] === 0) weight[slot] = times[slot] ?? 0;
      const value = weight[slot] ?? 0;
      if (value <= 4) found[value] = (found[value] ?? 0) + 1;
    }
    const [, one = 1, two = 1, three = 1, four = 1] = found;
    const share = one / (one + 2 * two);
    return [0, 1 - (2 * share * two) / one, 2 - (3 * share * three) / two, 3 - (4 * share * four) / three];
  }

  private addContinuations(n: number): void {
    const table = this.table(n);
    const contexts = this.table(n - 1);
    for (const slot of table.slots()) {
      const context = contexts.find(runKey(this.symbols, (table.first[slot] ?? 0) - 1, n - 1));
      contexts.total[context] = (contexts.total[context] ?? 0) + (table.weight[slot] ?? 0);
      contexts.left[context] = (contexts.left[context] ?? 0) + this.discountOf(n, table.weight[slot] ?? 0);
    }
    for (const slot of contexts.slots()) {
      const total = contexts.total[slot] ?? 0;
      contexts.left[slot] = total === 0 ? 1 : (contexts.left[slot] ?? 0) / total;
    }
  }

  private discountOf(n: number, weight: number): number {
    return this.discounts[n]?.[Math.min(3, weight)] ?? 0;
  }

  /** The probability of the symbol at `end` after the `n − 1` before it; by the runs kept only, if so asked. */
  probability(end: number, n: number, keptOnly: boolean): number {
    if (n === 1) {
      const weight = this.table(1).weight[this.table(1).find(runKey(this.symbols, end, 1))] ?? 0;
      return (weight + 0.01) / (this.singles + 0.01 * SYMBOLS);
    }
    const shorter = this.probability(end, n - 1, keptOnly);
    const contexts = this.table(n - 1);
    const context = contexts.find(runKey(this.symbols, end - 1, n - 1));
    const total = context < 0 ? 0 : (contexts.total[context] ?? 0);
    if (total === 0) return shorter;
    return this.share(end, n, total, keptOnly) + (contexts.left[context] ?? 0) * shorter;
  }

  private share(end: number, n: number, total: number, keptOnly: boolean): number {
    const table = this.table(n);
    const slot = table.find(runKey(this.symbols, end, n));
    if (slot < 0 || (keptOnly && table.kept[slot] === 0)) return 0;
    const weight = table.weight[slot] ?? 0;
    return (weight - this.discountOf(n, weight)) / total;
  }

  /** Chooses what is kept; what is left of every context grows by what is dropped. */
  prune({ least, gain }: Pruning): void {
    for (let n = LONGEST; n >= 1; n--) {
      const table = this.table(n);
      for (const slot of table.slots()) {
        if (table.kept[slot] === 0 && !this.isWorth(slot, n, least[n] ?? 2, gain[n] ?? 0)) continue;
        table.kept[slot] = 1;
        if (n === 1) continue;
        // A run stands in the file below the one that it continues.
        const end = table.first[slot] ?? 0;
        const context = this.table(n - 1).find(runKey(this.symbols, end - 1, n - 1));
        this.table(n - 1).kept[context] = 1;
      }
    }
    for (let n = 2; n <= LONGEST; n++) this.giveBack(n);
  }

  private isWorth(slot: number, n: number, least: number, gain: number): boolean {
    const table = this.table(n);
    const times = table.times[slot] ?? 0;
    if (n === 1) return true;
    if (times < least) return false;
    if (gain === 0) return true;
    const end = table.first[slot] ?? 0;
    const own = this.probability(end, n, false);
    return times * Math.abs(Math.log(own / this.probability(end, n - 1, false))) >= gain;
  }

  private giveBack(n: number): void {
    const table = this.table(n);
    const contexts = this.table(n - 1);
    for (const slot of table.slots()) {
      if (table.kept[slot] === 1) continue;
      const end = table.first[slot] ?? 0;
      const context = contexts.find(runKey(this.symbols, end - 1, n - 1));
      contexts.left[context] =
        (contexts.left[context] ?? 0) + this.share(end, n, contexts.total[context] ?? 1, false);
    }
  }
}
