/** The hypotheses about one damaged place, and what one more byte makes of them. */
import { type GbkTables, isPrivateUse } from './gbk';
import { foldUnit, type LanguageModel, ROOT } from './language-model';
import { PageCache } from './shift-cache';
import type { PageKnowledge } from './shift-page';
import { Emissions, States } from './shift-states';

/** Costs, in natural logarithms; measured with scripts/evaluate/restoration.ts. */
export const COST = {
  /** A private-use pair vanished. */
  vanished: 1,
  /** A character that conversion to traditional would have changed. */
  unlikely: 8,
  /** A full-width letter or digit: in the texts they are half-width. */
  wide: 3,
  /** The page always annotates this character, and here it does not; or the other way round. */
  habit: 5,
  /** A reading that the character before it does not have. */
  reading: 8,
  /** A character torn by a reading that the page has not shown elsewhere. */
  unheard: 1,
  /** Two bytes that were no character, one of them a guess. */
  lost: 2,
  /** A cut is read as one, and not as the two marks that stand there. */
  cut: 1,
} as const;

const UNIT_COSTS = Float32Array.from({ length: 65536 }, (_, unit) => {
  const folded = foldUnit(unit);
  const isWide = unit > 0x80 && folded !== 0x0a;
  // One symbol of the model stands for ten digits, another for all letters.
  if (folded === 0x30) return Math.log(10) + (isWide ? COST.wide : 0);
  return folded === 0x61 ? Math.log(52) + (isWide ? COST.wide : 0) : 0;
});

export class Hypotheses {
  now = new States();
  next = new States();
  /** The one hypothesis at work, in row 0. */
  readonly work = new States();
  readonly emissions = new Emissions();
  page: PageKnowledge = {
    habit: new Uint8Array(65536),
    unlikely: new Uint8Array(65536),
    cache: new PageCache(),
  };

  constructor(
    readonly gbk: GbkTables,
    readonly model: LanguageModel,
  ) {
    this.work.size = 1;
  }

  /** Puts row `i` of the present generation, or of other states, to work. */
  take(i: number, states: States = this.now): void {
    this.work.copy(0, states, i);
  }

  /** Adds the hypothesis at work to the next generation. */
  push(): void {
    this.next.append(this.work, 0);
  }

  pay(cost: number): void {
    this.work.score[0] = (this.work.score[0] ?? 0) - cost;
  }

  /** Writes the mark for a character of which nothing is known. */
  markGap(): void {
    const { work } = this;
    work.emission[0] = this.emissions.add(0xfffd, work.emission[0] ?? -1);
    work.q[0] = 0;
    work.p[0] = 0;
    work.context[0] = ROOT;
    work.lost[0] = (work.lost[0] ?? 0) + 1;
  }

  /** Feeds one byte of the true text to the hypothesis at work; false when it makes no character. */
  feed(byte: number): boolean {
    const { work } = this;
    const pending = work.pending[0] ?? -1;
    if (work.expects[0] === 1) {
      this.pay(COST.habit);
      work.expects[0] = 0;
    }
    if (pending < 0) {
      if (byte < 0x80) this.emit(byte);
      else work.pending[0] = byte;
    } else {
      const unit = this.gbk.decode[(pending << 8) | byte] ?? 0;
      if (unit === 0 || isPrivateUse(unit)) return false;
      work.pending[0] = -1;
      this.emit(unit);
    }
    work.previous[0] = work.last[0] ?? 0;
    work.last[0] = byte;
    if (this.page.habit[((work.previous[0] ?? 0) << 8) | byte] === 1) work.expects[0] = 1;
    return true;
  }

  /** Writes a character: an aligned one, or the one that the last byte completed. */
  emit(unit: number): void {
    const { work } = this;
    const symbol = this.model.symbols[unit] ?? 0;
    const gain = this.step(work, 0, symbol);
    work.score[0] = (work.score[0] ?? 0) + gain - this.costOf(unit);
    work.emission[0] = this.emissions.add(unit, work.emission[0] ?? -1);
  }

  /** What a character costs beside what the model says of its symbol. */
  costOf(unit: number): number {
    return (UNIT_COSTS[unit] ?? 0) + (this.page.unlikely[unit] === 1 ? COST.unlikely : 0);
  }

  /** Moves the context of a row on by a symbol and returns what that scores. */
  step(states: States, row: number, symbol: number): number {
    const { model } = this;
    const score = this.scoreOf(states, row, symbol);
    states.q[row] = states.p[row] ?? 0;
    states.p[row] = symbol;
    states.context[row] = model.context;
    return score;
  }

  /** What a symbol scores after a row; `model.context` is set to the one after it. */
  scoreOf(states: States, row: number, symbol: number): number {
    const p = states.p[row] ?? 0;
    const log = this.model.step(states.context[row] ?? ROOT, symbol);
    return this.page.cache.raise(log, states.q[row] ?? 0, p, symbol);
  }

  /** The best rows of some states, best first. */
  bestOf(rows: number[], most: number, states: States = this.next): number[] {
    return rows.sort((a, b) => (states.score[b] ?? 0) - (states.score[a] ?? 0)).slice(0, most);
  }
}
