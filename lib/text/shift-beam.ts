/**
 * Undoing a shift of bytes: a beam search over the bytes behind a damaged place, from where the shift begins
 * to where the text is aligned again, scored by a language model.
 */
import type { GbkTables } from './gbk';
import { BOUNDARY, type LanguageModel, ORDER, ROOT } from './language-model';
import { COST, Hypotheses } from './shift-hypotheses';
import type { PageKnowledge } from './shift-page';
import type { ShiftTables } from './shift-tables';
import { readToken, type Token } from './shift-tokens';
import { VanishedPairs } from './shift-vanished';
import type { ConversionTables } from './traditional';

const BEAM = 64;
/** Aligned tokens after which a hypothesis counts as settled. */
const SETTLED = 3;
/** A hypothesis this far behind the best no longer delays the end; further behind, it is dropped. */
const HOPELESS = 14;
const DROPPED = 22;
const LONGEST = 120;
/** What the margin is called where there is no other reading. */
const UNRIVALLED = 30;

export interface ShiftFix {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Distance to the best other reading, in natural logarithms. */
  readonly margin: number;
  /** Characters marked as lost (U+FFFD) in the text. */
  readonly lost: number;
}

export class ShiftBeam {
  private readonly all: Hypotheses;
  private readonly vanished: VanishedPairs;

  constructor(
    gbk: GbkTables,
    private readonly tables: ShiftTables,
    model: LanguageModel,
    conversion: ConversionTables,
  ) {
    this.all = new Hypotheses(gbk, model);
    this.vanished = new VanishedPairs(this.all, tables, conversion);
  }

  /** Adds a piece of the page, readings cut out, to what the page is known to say. */
  learn(page: PageKnowledge, text: string): void {
    page.cache.add(Array.from(text, (unit) => this.all.model.symbols[unit.charCodeAt(0)] ?? 0));
  }

  /**
   * Reads the damaged place at `start`; `context` is what stands before it in its line, readings cut out.
   * Null when nothing fits.
   */
  run(text: string, start: number, context: string, page: PageKnowledge): ShiftFix | null {
    const { all } = this;
    all.emissions.reset();
    all.page = page;
    this.vanished.reset();
    this.begin(context, start);
    let token = readToken(text, start, all.gbk);
    let index = start;
    for (let steps = 0; steps < LONGEST && token.kind !== 'end'; steps++) {
      const following = readToken(text, index + token.length, all.gbk);
      all.next.size = 0;
      for (let i = 0; i < all.now.size; i++) this.advance(i, token, following.kind === 'end');
      index += token.length;
      this.vanished.extend(token, following);
      if (all.next.size === 0) return null;
      this.prune(index);
      if (steps > 0 && this.isSettled()) return this.best(start);
      token = following;
    }
    if (token.kind === 'end') this.close();
    return this.best(start);
  }

  /** Extends hypothesis `i` by a token in every way that fits. */
  private advance(i: number, token: Token, isLast: boolean): void {
    switch (token.kind) {
      case 'pair':
        this.all.take(i);
        if (token.bytes === 0x80) {
          if ((this.all.work.pending[0] ?? 0) < 0) this.all.emit(token.unit);
          else if (!this.all.feed(0x80)) return;
        } else if (!this.all.feed(token.bytes >> 8) || !this.all.feed(token.bytes & 255)) return;
        this.all.push();
        return;
      case 'foreign':
        this.all.take(i);
        if ((this.all.work.pending[0] ?? 0) >= 0) return;
        this.all.emit(token.unit);
        this.all.push();
        return;
      case 'ascii':
        this.advanceAscii(i, token.unit);
        return;
      case 'reading':
        this.advanceReading(i, token.reading);
        return;
      case 'torn':
        this.advanceTorn(i, token.reading);
        return;
      case 'cut':
        this.advanceCut(i, token.second, token.mark);
        return;
      case 'lost':
        this.advanceLost(i, isLast);
        return;
      default:
        return;
    }
  }

  private advanceAscii(i: number, unit: number): void {
    this.all.take(i);
    if ((this.all.work.pending[0] ?? 0) < 0) {
      this.all.emit(unit);
      this.all.work.last[0] = unit > 0x20 ? unit + 0x80 : 0;
      this.all.push();
      return;
    }
    if (unit >= 0x40 && this.all.feed(unit)) this.all.push();
    this.all.take(i);
    // A full-width mark that a later step made half-width; U+3000 became a space.
    const [first, second] = unit > 0x20 ? [0xa3, unit + 0x80] : [0xa1, 0xa1];
    if (this.all.feed(first) && this.all.feed(second)) this.all.push();
  }

  private advanceReading(i: number, reading: string): void {
    this.all.take(i);
    const { work } = this.all;
    const unit = this.all.gbk.decode[((work.previous[0] ?? 0) << 8) | (work.last[0] ?? 0)] ?? 0;
    if (!this.tables.readings.get(unit)?.includes(reading)) this.all.pay(COST.reading);
    work.expects[0] = 0;
    this.all.push();
  }

  private advanceTorn(i: number, reading: string): void {
    const lead = this.all.now.last[i] ?? 0;
    for (const trail of this.tables.trails.get(`${lead}${reading}`) ?? []) {
      this.all.take(i);
      this.all.work.expects[0] = 0;
      if (!this.all.feed(trail)) continue;
      // Here the reading has just been read: it is not expected any more, and where it is unheard of it costs.
      this.all.work.expects[0] = 0;
      const habit = this.all.page.habit[(lead << 8) | trail] ?? 0;
      if (habit === 2) this.all.pay(COST.habit);
      else if (habit === 0) this.all.pay(COST.unheard);
      this.all.push();
    }
  }

  private advanceCut(i: number, second: number, mark: number): void {
    const isAligned = (this.all.now.pending[i] ?? 0) < 0;
    for (let byte = 0x81; byte <= 0xfe; byte++) {
      this.all.take(i);
      if (!this.all.feed(byte)) continue;
      if (isAligned) {
        // The lost lead byte, then A3 | BB: the end of one character and the beginning of the next.
        if (!this.all.feed(0xa3) || !this.all.feed(second)) continue;
        this.all.pay(COST.cut);
      } else this.all.emit(mark);
      this.all.push();
    }
    if (!isAligned) return;
    this.all.take(i);
    this.all.emit(0x3f);
    this.all.emit(mark);
    this.all.push();
  }

  private advanceLost(i: number, isLast: boolean): void {
    this.all.take(i);
    if ((this.all.work.pending[0] ?? 0) < 0) {
      this.all.emit(0x3f);
      this.all.push();
      return;
    }
    for (let byte = 0x81; byte <= 0xfe; byte++) {
      this.all.take(i);
      if (!this.all.feed(byte)) continue;
      // At the end of a line the byte stood alone; elsewhere it took an ASCII character along.
      if (!isLast) this.all.markGap();
      this.all.pay(COST.lost);
      this.all.push();
    }
  }

  private begin(context: string, start: number): void {
    const { now } = this.all;
    now.size = 1;
    const unit = context.charCodeAt(context.length - 1) || 0x0a;
    const pair = this.all.gbk.encode[unit] ?? 0;
    now.pending[0] = -1;
    now.previous[0] = pair >> 8;
    // An ASCII mark may have been a full-width one.
    now.last[0] = unit >= 0x21 && unit < 0x7f ? unit + 0x80 : pair & 255;
    now.q[0] = 0;
    now.p[0] = BOUNDARY;
    const { symbols } = this.all.model;
    now.context[0] = ROOT;
    for (const unit of context.slice(1 - ORDER)) this.all.step(now, 0, symbols[unit.charCodeAt(0)] ?? 0);
    now.score[0] = 0;
    now.gap[0] = Number.POSITIVE_INFINITY;
    now.emission[0] = -1;
    now.calm[0] = 0;
    now.alignedAt[0] = start;
    now.alignedEmission[0] = -1;
    now.expects[0] = 0;
    now.lost[0] = 0;
  }

  /** The line ends here: hypotheses are scored by how well they end it. */
  private close(): void {
    const { now, next } = this.all;
    for (let i = 0; i < now.size; i++) {
      now.score[i] = (now.score[i] ?? 0) + this.all.scoreOf(now, i, BOUNDARY);
    }
    const rows = Array.from({ length: now.size }, (_, i) => i);
    next.size = 0;
    for (const row of this.all.bestOf(rows, now.size, now)) next.append(now, row);
    [this.all.now, this.all.next] = [this.all.next, this.all.now];
  }

  /** Merges hypotheses in the same state and keeps the best of them as the new generation. */
  private prune(index: number): void {
    const { next, now } = this.all;
    const best = new Map<number, number>();
    for (let i = 0; i < next.size; i++) {
      const key = ((next.context[i] ?? ROOT) + 1) * 256 + (next.pending[i] ?? 0) + 1;
      const other = best.get(key);
      if (other === undefined) best.set(key, i);
      else best.set(key, this.merge(i, other));
    }
    const rows = [...best.values()]
      .sort((a, b) => (next.score[b] ?? 0) - (next.score[a] ?? 0))
      .slice(0, BEAM);
    const least = (next.score[rows[0] ?? 0] ?? 0) - DROPPED;
    now.size = 0;
    for (const row of rows) {
      if ((next.score[row] ?? 0) < least) break;
      const to = now.append(next, row);
      if ((now.pending[to] ?? 0) >= 0) now.calm[to] = 0;
      else {
        const calm = (now.calm[to] ?? 0) + 1;
        now.calm[to] = calm;
        if (calm === 1) {
          now.alignedAt[to] = index;
          now.alignedEmission[to] = now.emission[to] ?? -1;
        }
      }
    }
  }

  private merge(a: number, b: number): number {
    const { next } = this.all;
    const [win, lose] = (next.score[a] ?? 0) >= (next.score[b] ?? 0) ? [a, b] : [b, a];
    const distance = (next.score[win] ?? 0) - (next.score[lose] ?? 0);
    const isSame = this.all.emissions.isSame(next.emission[win] ?? -1, next.emission[lose] ?? -1);
    const gap = distance + (isSame ? (next.gap[lose] ?? 0) : 0);
    next.gap[win] = Math.min(next.gap[win] ?? 0, gap);
    return win;
  }

  private isSettled(): boolean {
    const { now } = this.all;
    const top = now.score[0] ?? 0;
    for (let i = 0; i < now.size && (now.score[i] ?? 0) > top - HOPELESS; i++) {
      if ((now.calm[i] ?? 0) < SETTLED) return false;
    }
    return true;
  }

  private best(start: number): ShiftFix | null {
    const { now } = this.all;
    const rows = Array.from({ length: now.size }, (_, i) => i).filter((i) => (now.pending[i] ?? 0) < 0);
    const [first] = rows;
    if (first === undefined) return null;
    const emission = now.emission[first] ?? -1;
    const other = rows.find(
      (row) => row !== first && !this.all.emissions.isSame(now.emission[row] ?? -1, emission),
    );
    const distance = other === undefined ? UNRIVALLED : (now.score[first] ?? 0) - (now.score[other] ?? 0);
    return {
      start,
      end: now.alignedAt[first] ?? start,
      text: this.all.emissions.read(now.alignedEmission[first] ?? -1),
      margin: Math.min(UNRIVALLED, distance, now.gap[first] ?? UNRIVALLED),
      lost: now.lost[first] ?? 0,
    };
  }
}
